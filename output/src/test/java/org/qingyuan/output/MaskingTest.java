package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

class MaskingTest {
    /// What stands in a text from outside, and what is left of it.
    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("zhang.san@example.com", "z***@example.com"),
            Map.entry("mailto:zhang@example.com.cn, x", "mailto:z***@example.com.cn, x"),
            Map.entry("a@b.cn c@d.cn", "a***@b.cn c***@d.cn"),
            Map.entry("/zhang%40example.com/rig", "/z***%40example.com/rig"),
            Map.entry("张三@例子.中国", "张***@例子.中国"),
            Map.entry("write to x@example.com.", "write to x***@example.com."),
            Map.entry("13912345678", "139****5678"),
            Map.entry("+8613912345678", "+86139****5678"),
            Map.entry("tel 139-1234-5678!", "tel 139****5678!"),
            Map.entry("u13912345678.rig", "u139****5678.rig"),
            Map.entry("11010519491231002X", "110****002X"),
            Map.entry("id:320311770706001", "id:320****6001"));

    /// What is no personal detail though it may look like one.
    private static final List<String> LEFT_ALONE = List.of(
            "XMRig/6.21.0 (Linux x86_64) libuv/1.44.1",
            "rig01@pool",
            "user@192.168.1.10",
            "x@.com",
            "@example.com",
            "x@y.z",
            "12912345678",
            "139123456789",
            "110105194913310021",
            Samples.WALLET,
            "0x" + "13912345678a".repeat(4).substring(0, 40),
            "0x" + "a".repeat(40) + "@rig.one",
            "");

    @Test
    void personalDetailsAreMaskedWithinText() {
        TEXTS.forEach((text, masked) ->
                assertThat(Masking.forData(false).text(text)).as(text).isEqualTo(masked));
    }

    @Test
    void whatOnlyLooksLikeOneIsLeftAlone() {
        LEFT_ALONE.forEach(
                text -> assertThat(Masking.forData(false).text(text)).as(text).isEqualTo(text));
    }

    @Test
    void maskingTwiceChangesNothing() {
        TEXTS.values()
                .forEach(masked ->
                        assertThat(Masking.forData(false).text(masked)).isEqualTo(masked));
        for (Finding f : List.of(Samples.session(), Samples.attempt())) {
            Finding once = Masking.forPeople(false).mask(Masking.forData(false).mask(f));
            assertThat(Masking.forPeople(false).mask(once)).isEqualTo(once);
        }
    }

    @Test
    void revealShowsEverything() {
        assertThat(Masking.forPeople(true).mask(Samples.attempt())).isEqualTo(Samples.attempt());
        assertThat(Masking.forData(true).text("zhang@example.com")).isEqualTo("zhang@example.com");
    }

    @Test
    void revealIsSaidInTheRunLine() {
        assertThat(line(Masking.forData(true))).endsWith(",\"revealed\":true}\n");
        assertThat(line(Masking.forData(false))).doesNotContain("revealed");
    }

    private static String line(Masking masking) {
        return new String(ResultJson.line(masking.mask(Samples.run())), UTF_8);
    }

    @Test
    void walletsAreWholeInDataAndShortForPeople() {
        assertThat(Masking.forData(false).mask(Samples.session())).isEqualTo(Samples.session());
        String shown = shown(Masking.forPeople(false).mask(Samples.session()));
        String shortened = Samples.WALLET.substring(0, 6) + "…" + Samples.WALLET.substring(91);
        assertThat(shown).doesNotContain(Samples.WALLET);
        // in the field, in the evidence
        assertThat(shown.split(shortened, -1)).hasSize(3);
    }

    @Test
    void aWalletIsHiddenFromPeopleInEveryText() {
        Finding f = with(Samples.session(), Samples.map("agent", "miner for " + Samples.WALLET + ".rig-01"));
        assertThat(Masking.forPeople(false).mask(f).fields().get("agent"))
                .asString()
                .startsWith("miner for " + Samples.WALLET.substring(0, 6) + "…")
                .endsWith(".rig-01");
    }

    @Test
    void anEmailUsedAsWalletIsMaskedEverywhere() {
        for (Masking masking : List.of(Masking.forData(false), Masking.forPeople(false))) {
            String line = shown(masking.mask(Samples.attempt()));
            assertThat(line).doesNotContain("zhang.san");
            assertThat(line.split("z\\*\\*\\*@example.com", -1)).hasSize(3);
        }
    }

    @Test
    void evidenceAndSummaryAreMaskedToo() {
        Finding f = Samples.attempt();
        Finding told = new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                null,
                f.start(),
                f.end(),
                Samples.map("note", "13912345678"),
                new Summary("k", Samples.map("worker", "li@example.com")),
                List.of(new Evidence("login", "13912345678.pcap", null, 1, 0, Samples.map("agent", "li@example.com"))),
                1,
                List.of(),
                Samples.map("workers", List.of("li@example.com"), "hours", List.of(Samples.map("x", "13912345678"))));
        String line = shown(Masking.forData(false).mask(told));
        assertThat(line).doesNotContain("li@").doesNotContain("\"13912345678\"").contains("13912345678.pcap");
    }

    @Test
    void idAndKeyStayWhole() {
        Finding f = Samples.attempt();
        Finding masked = Masking.forPeople(false).mask(f);
        assertThat(masked.id()).isEqualTo(f.id());
        assertThat(masked.key()).isEqualTo(f.key());
        assertThat(masked.subject()).isEqualTo(f.subject());
    }

    @Test
    void anAccountKeepsItsLastFourForPeople() {
        assertThat(Redaction.account("6222021234567890123")).isEqualTo("…0123");
        Finding f = Samples.attempt();
        Finding account = new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                new Subject("account", "6222021234567890123"),
                null,
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                1,
                List.of(),
                Samples.map("account", "6222021234567890123"));
        Finding people = Masking.forPeople(false).mask(account);
        assertThat(people.subject().id()).isEqualTo("…0123");
        assertThat(people.fields()).containsEntry("account", "…0123");
        assertThat(Masking.forData(false).mask(account).subject().id()).isEqualTo("6222021234567890123");
    }

    @Test
    void namesKeepOnlyTheFirstCharacter() {
        assertThat(Redaction.name("张三丰")).isEqualTo("张**");
        assertThat(Redaction.name("𠮷野家")).isEqualTo("𠮷**");
        assertThat(Redaction.name("Zhang San")).isEqualTo("Z**");
        assertThat(Redaction.name(Redaction.name("张三"))).isEqualTo("张**");
    }

    @Test
    void marksMaskEvenWhatHasNotItsForm() {
        assertThat(Redaction.number("110105194912310021")).isEqualTo("110****0021");
        assertThat(Redaction.number("0251234567")).isEqualTo("****4567");
        assertThat(Redaction.email("not an address")).isEqualTo("n***");
        assertThat(Redaction.wallet("alice")).isEqualTo("…ce");
        assertThat(Redaction.wallet("1234567890123")).isEqualTo("…0123");
        assertThat(Redaction.wallet("12345678901234")).isEqualTo("123456…1234");
    }

    @Test
    void rejectsAreMasked() {
        Reject reject = new Reject("a.csv", 3, "contact", RejectReason.BAD_DATE, "zhang@example.com");
        assertThat(Masking.forData(false).mask(reject).detail()).isEqualTo("z***@example.com");
    }

    private static Finding with(Finding f, Map<String, Object> changed) {
        Map<String, Object> fields = new java.util.LinkedHashMap<>(f.fields());
        fields.putAll(changed);
        return new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                f.organisation(),
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                f.evidenceCount(),
                f.refutedBy(),
                fields);
    }

    private static String shown(Finding f) {
        return new String(ResultJson.line(f), UTF_8);
    }
}
