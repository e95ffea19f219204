package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScenarioDocsTest {
    /// Names that the page explains by its two tables of dialects and stories.
    private static final Set<String> COMBINED = DialectScenarios.MAIN.stream()
            .flatMap(speaker -> Arrays.stream(Story.values()).map(story -> speaker.word() + "-" + story.word))
            .collect(Collectors.toSet());

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void everyScenarioIsDocumented(String language) throws IOException {
        String page = Files.readString(Path.of("..", "docs", language, "reference", "generator-scenarios.md"));
        List<String> missing = Scenario.all().stream()
                .map(Scenario::word)
                .filter(word -> !COMBINED.contains(word) && !page.contains("| `" + word + "` |"))
                .toList();

        assertThat(missing).isEmpty();
        assertThat(Arrays.stream(Story.values()).map(story -> "| `" + story.word + "` |"))
                .allMatch(page::contains);
    }
}
