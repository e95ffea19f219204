package org.qingyuan.casework.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page of the states says what the table says, in both languages.
class StatesPageTest {
    private static final String BEGIN = "<!-- from here on made from the table; ./test --renew writes it -->\n\n";

    private static Path page(String language) {
        return Path.of("..", "docs", language, "reference", "case-states.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void thePageSaysWhatTheTableSays(String language) throws IOException {
        Path page = page(language);
        String text = Files.readString(page);
        assertThat(text).contains(BEGIN);
        String expected =
                text.substring(0, text.indexOf(BEGIN)) + BEGIN + new StatesPage(language.equals("zh-CN")).text();
        if (Boolean.getBoolean("qingyuan.renew")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).as("./test --renew writes it").isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void thePageIsFoundFromTheIndex(String language) throws IOException {
        assertThat(Files.readString(page(language).resolveSibling("../README.md")))
                .contains("(reference/case-states.md)");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyThingHasAWordOfItsOwn(boolean isChinese) {
        assertThat(Arrays.stream(State.values())
                        .map(state -> PageWords.of(state).in(isChinese)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Event.values())
                        .map(event -> PageWords.of(event).in(isChinese)))
                .doesNotHaveDuplicates();
        assertThat(Arrays.stream(Guard.values())
                        .map(guard -> PageWords.of(guard).in(isChinese)))
                .doesNotHaveDuplicates();
    }
}
