package org.qingyuan.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Letter LETTER =
            new Letter("x", Channel.SMS, "{{recipient}}：{{genuineCode}}{{recipient}}", "{{genuineCode}} {{recipient}}");

    @Test
    void putsValuesInAsTheyAre() {
        Map<String, String> values = Map.of("recipient", "$1 \\ <b> {{genuineCode}}", "genuineCode", "7");
        assertThat(LETTER.text("zh", values)).isEqualTo("$1 \\ <b> {{genuineCode}}：7$1 \\ <b> {{genuineCode}}");
        assertThat(LETTER.text("en", values)).isEqualTo("7 $1 \\ <b> {{genuineCode}}");
    }

    @Test
    void namesItsPlaceholders() {
        assertThat(LETTER.placeholders()).containsExactly("recipient", "genuineCode");
    }

    @Test
    void aValueOfAnotherLetterIsNotUsed() {
        Map<String, String> values = Map.of("recipient", "a", "genuineCode", "b", "deadline", "c");
        assertThat(LETTER.text("en", values)).isEqualTo("b a");
    }

    @Test
    void refusesWhatIsMissingOrUnknown() {
        assertThatThrownBy(() -> LETTER.text("zh", Map.of("recipient", "a")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{genuineCode}}");
        assertThatThrownBy(() -> LETTER.text("zh", Map.of("recipient", "a", "genuineCode", "b", "name", "c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{{name}}");
        assertThatThrownBy(() -> LETTER.text("fr", Map.of("recipient", "a", "genuineCode", "b")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
