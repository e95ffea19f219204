package org.qingyuan.casework.cases;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {
    private static final String LONE = "\ud83d";

    static Iterable<String> texts() {
        return HostileText.ALL;
    }

    @Test
    void writesALineForEachFieldInTheOrderGiven() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("b", "1\n2");
        fields.put("a", "c:\\d=\r");
        assertThat(FieldText.write(fields)).asString(UTF_8).isEqualTo("b=1\\n2\na=c:\\\\d=\\r\n");
        assertThat(FieldText.read(FieldText.write(fields))).containsExactlyEntriesOf(fields);
        assertThat(FieldText.read(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void readsWhatItWrote(String text) {
        Map<String, String> fields = Map.of("name", text);
        assertThat(FieldText.read(FieldText.write(fields))).isEqualTo(fields);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a=b", "a\nb", "=", "\n"})
    void refusesANameThatCouldNotBeRead(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.write(Map.of(name, "value")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a=b",
                "=b\n",
                "\n",
                "a\n",
                "a=b\n\n",
                "a=b\na=c\n",
                "a=\\\n",
                "a=\\x\n",
                "a=b\\",
                "ab\nc=d\n",
                "a=b\nc"
            })
    void refusesWhatItDidNotWrite(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.read(text.getBytes(UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=\u00ff\n",
                "a=\u00c3",
                "a=\u00c0\u0080\n",
                "a=\u00ed\u00a0\u0080\n",
                "a=\u00f4\u0090\u0080\u0080\n",
                "\u00fe\u00ffa=b\n"
            })
    void refusesBytesThatAreNoText(String bytes) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.read(bytes.getBytes(ISO_8859_1)));
    }

    @Test
    void refusesACarriageReturnThatIsNotWrittenOut() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.read("a=b\rc\n".getBytes(UTF_8)));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.write(Map.of("a\r", "b")));
    }

    @Test
    void refusesHalfACharacterInsteadOfChangingIt() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.write(Map.of("a", LONE)));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.write(Map.of("a", LONE + "x")));
        assertThatIllegalArgumentException().isThrownBy(() -> FieldText.write(Map.of(LONE, "a")));
    }
}
