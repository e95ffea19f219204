package org.qingyuan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.report.circular.Samples.session;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.output.Language;
import org.qingyuan.report.circular.Samples;

class ExplanationTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static String text(Samples.Session session, Language language) {
        List<String> lines = Explanation.of(session.finding(), Samples.run("A"), language, ZONE);
        assertThat(lines).noneMatch(line -> line.contains("\n"));
        return String.join("\n", lines);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasATextForEverySentence(Language language) {
        assertThat(text(session("10.0.0.1").heldBy(Samples.UNIVERSITY), language))
                .doesNotContain("⟦");
        assertThat(text(session("10.0.0.1").with("unconfirmed", true), language))
                .doesNotContain("⟦");
        assertThat(text(session("10.0.0.1").attempt("refused", 2), language)).doesNotContain("⟦");
        assertThat(text(session("10.0.0.1").algorithm("made-up", null, "zcash"), language))
                .doesNotContain("⟦");
        assertThat(text(session("10.0.0.1").with("powerDominatedBy", "rate"), language))
                .doesNotContain("⟦");
        Map<String, Object> claim = Map.of("hashRate", 1e9, "consistent", false);
        assertThat(text(session("10.0.0.1").with("selfReported", claim), language))
                .doesNotContain("⟦");
        assertThat(Explanation.of(session("10.0.0.1").finding(), null, language, ZONE))
                .noneMatch(line -> line.contains("⟦"));
    }

    @Test
    void givesTheNumbersFromWhichToRecompute() {
        assertThat(text(session("10.0.0.1"), Language.EN))
                .contains("36 accepted shares stand for 3600000 H; divided by 3600 seconds that is 1 kH/s")
                .contains("sum of squares of 360000000000", "the largest weight announced is 100000")
                .contains("10 J/kH / 14.3 J/kH / 50 J/kH");
    }

    @Test
    void dividesByTheTimeThatTheRateSpeaksOf() {
        assertThat(text(session("10.0.0.1").with("ratedSeconds", 1800.0), Language.EN))
                .contains("36 accepted shares stand for 3600000 H; divided by 1800 seconds");
    }

    @Test
    void saysThatAConversationBrokeOff() {
        assertThat(text(session("10.0.0.1").with("brokenOff", true), Language.EN))
                .contains("The conversation broke off");
        assertThat(text(session("10.0.0.1"), Language.EN)).doesNotContain("broke off");
    }

    @Test
    void namesPacketsAndHowToExtractThem() {
        assertThat(text(session("10.0.0.1").evidence(3), Language.EN))
                .contains("login (a.pcap, packets 10)", "share-accepted (a.pcap, packets 17, 24)")
                .contains("qingyuan mining extract");
    }

    @Test
    void saysWhenNobodyHeldTheAddress() {
        assertThat(text(session("10.0.0.1"), Language.EN)).contains("nobody in the registry held 10.0.0.1");
        assertThat(text(session("10.0.0.1").heldBy(Samples.UNIVERSITY), Language.EN))
                .contains("Jiangnan Model University (university, Wuxi, Jiangsu)");
    }

    @Test
    void hidesWalletsAndShowsControlCharacters() {
        assertThat(text(session("10.0.0.1").worker("a\u001b[31mb"), Language.EN))
                .doesNotContain("\u001b", "48edfHu7V9Z84YzzMa6f")
                .contains("\\x{1b}");
    }
}
