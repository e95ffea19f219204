package org.qingyuan.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Summary;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

    @Test
    void fillsValuesByName() {
        Messages messages = messages("a={client} mines {n} times {rate}");
        assertThat(messages.text("a", Samples.map("client", "10.0.0.1", "n", 1234L, "rate", null)))
                .isEqualTo("10.0.0.1 mines 1,234 times unknown");
        assertThat(messages.missing()).isEmpty();
    }

    @Test
    void aValueIsNotReadAsAPlaceholder() {
        assertThat(messages("a={x}{y}").text("a", Map.of("x", "{y}", "y", "1"))).isEqualTo("{y}1");
    }

    @Test
    void otherBracesStay() {
        assertThat(messages("a={} {a b} {x {x}").text("a", Map.of("x", 1L))).isEqualTo("{} {a b} {x 1");
    }

    @Test
    void aMissingTextOrValueIsVisibleAndRemembered() {
        Messages messages = messages("a={x}");
        assertThat(messages.text("b.c")).isEqualTo("⟦b.c⟧");
        assertThat(messages.text("a")).isEqualTo("⟦x⟧");
        assertThat(messages.missing()).containsExactly("a{x}", "b.c");
    }

    @Test
    void aSummaryIsASentenceBelowFinding() {
        Messages messages = messages("finding.mining.session={client}");
        assertThat(messages.text(new Summary("mining.session", Map.of("client", "10.0.0.1"))))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void wordsOfOursAreTranslatedAndOthersAreNot() {
        Messages messages = messages("a={reason} {agent}\nreason.refused=turned away\nagent.refused=no");
        assertThat(messages.text("a", Map.of("reason", "refused", "agent", "refused")))
                .isEqualTo("turned away refused");
        assertThat(messages.word("algorithm", "rx/0")).isEqualTo("rx/0");
        assertThat(messages.missing()).isEmpty();
    }

    @Test
    void aKeyThatStandsTwiceIsAnError() throws IOException {
        Map<String, String> texts = new HashMap<>();
        Messages.merge(texts, new StringReader("a=1\nb=2"), "one");
        assertThatThrownBy(() -> Messages.merge(texts, new StringReader("b=2"), "two"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two")
                .hasMessageContaining("b");
        assertThatThrownBy(() -> messages("c=1\nc=1")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndValues() {
        Map<String, String> zh = Messages.load(Language.ZH, ZoneOffset.UTC).texts();
        Map<String, String> en = Messages.load(Language.EN, ZoneOffset.UTC).texts();
        assertThat(new TreeSet<>(zh.keySet())).isEqualTo(new TreeSet<>(en.keySet()));
        zh.forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(en.getOrDefault(key, ""))));
    }

    /// All that errors say, whichever of it one of them needs.
    private static final Map<String, Object> ERROR_ARGUMENTS = Map.ofEntries(
            Map.entry("where", "a.pcap"),
            Map.entry("what", "cut"),
            Map.entry("reject", "cut-record"),
            Map.entry("kind", "other"),
            Map.entry("least", 15),
            Map.entry("most", 30),
            Map.entry("caseEvent", "approve"),
            Map.entry("caseState", "closed"),
            Map.entry("caseRole", "maker"),
            Map.entry("caseGuard", "reason-given"),
            Map.entry("condition", "identity-shown"));

    @Test
    void everySeverityErrorAndReasonHasAText() {
        for (Language language : Language.values()) {
            Messages messages = Messages.load(language, ZoneOffset.UTC);
            for (Severity severity : Severity.values()) {
                messages.text("severity." + severity.word());
            }
            for (ErrorCode error : ErrorCode.values()) {
                messages.text(error.messageKey(), ERROR_ARGUMENTS);
            }
            for (RejectReason reason : RejectReason.values()) {
                messages.text(reason.messageKey());
            }
            assertThat(messages.missing()).isEmpty();
        }
    }

    @Test
    void filesAreReadAsUtf8() {
        assertThat(Messages.load(Language.ZH, ZoneId.of("Asia/Shanghai")).text("table.nobody"))
                .isEqualTo("未登记");
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .sorted()
                .distinct()
                .toList();
    }

    private static Messages messages(String properties) {
        try {
            Map<String, String> texts = new HashMap<>();
            texts.put("value.unknown", "unknown");
            Messages.merge(texts, new StringReader(properties), "test");
            return new Messages(Language.EN, ZoneOffset.UTC, texts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
