package org.qingyuan.checks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.Severity;

/// Both languages say the same: equal keys, equal placeholders, and a text for every row of every registry.
class MessagesParityTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)\\}");

    /// The texts of all modules in one language; fails where two modules own the same key.
    private static Map<String, String> texts(String language) throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (URL url : Collections.list(MessagesParityTest.class
                .getClassLoader()
                .getResources("org/qingyuan/messages_" + language + ".properties"))) {
            Properties texts = new Properties();
            try (Reader reader = new InputStreamReader(url.openStream(), UTF_8)) {
                texts.load(reader);
            }
            for (String key : texts.stringPropertyNames()) {
                assertThat(all.put(key, texts.getProperty(key)))
                        .as("%s is in two modules, one of them %s", key, url)
                        .isNull();
            }
        }
        return all;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static <T> List<String> keys(T[] rows, Function<T, String> key) {
        return Stream.of(rows).map(key).toList();
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(texts("zh").keySet()).isEqualTo(texts("en").keySet());
    }

    @Test
    void bothLanguagesHaveTheSamePlaceholders() throws IOException {
        Map<String, String> zh = texts("zh");
        Set<String> different = new TreeSet<>();
        texts("en").forEach((key, text) -> {
            if (!placeholders(text).equals(placeholders(zh.getOrDefault(key, "")))) {
                different.add(key);
            }
        });
        assertThat(different).isEmpty();
    }

    @Test
    void noTextIsBlank() throws IOException {
        for (String language : List.of("zh", "en")) {
            assertThat(texts(language))
                    .noneSatisfy((key, text) -> assertThat(text).isBlank());
        }
    }

    @Test
    void everyErrorHasItsText() throws IOException {
        assertThat(texts("zh"))
                .containsKeys(keys(ErrorCode.values(), ErrorCode::messageKey).toArray(String[]::new));
    }

    @Test
    void everyRejectReasonHasItsText() throws IOException {
        assertThat(texts("zh"))
                .containsKeys(
                        keys(RejectReason.values(), RejectReason::messageKey).toArray(String[]::new));
    }

    @Test
    void everySeverityHasItsText() throws IOException {
        assertThat(texts("zh"))
                .containsKeys(
                        keys(Severity.values(), row -> "severity." + row.word()).toArray(String[]::new));
    }
}
