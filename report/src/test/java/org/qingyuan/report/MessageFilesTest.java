package org.qingyuan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageFilesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

    private static Map<String, String> texts(String language) throws IOException {
        Path file = Path.of(
                System.getProperty("basedir", "."),
                "src/main/resources/org/qingyuan/messages_" + language + ".properties");
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.forEach((key, text) -> texts.put((String) key, (String) text));
        return texts;
    }

    private static Map<String, Set<String>> placeholders(Map<String, String> texts) {
        Map<String, Set<String>> names = new TreeMap<>();
        texts.forEach((key, text) -> names.put(
                key, PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet())));
        return names;
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndValues() throws IOException {
        assertThat(placeholders(texts("zh")))
                .isEqualTo(placeholders(texts("en")))
                .isNotEmpty();
    }

    @Test
    void noTextIsBlank() throws IOException {
        assertThat(texts("zh").values()).noneMatch(String::isBlank);
        assertThat(texts("en").values()).noneMatch(String::isBlank);
    }
}
