package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Severity;

class TableWriterTest {
    private final List<String> notes = new ArrayList<>();

    @Test
    void showsAPageInBothLanguagesAtEveryWidth() throws IOException {
        for (Language language : Language.values()) {
            for (int width : new int[] {80, 120, 200}) {
                notes.clear();
                String table = table(options(language, width, false), Samples.session(), Samples.attempt());
                assertThat(table.lines().mapToInt(TextWidth::of).max().orElse(0))
                        .isLessThanOrEqualTo(width);
                Golden.check(
                        "table-" + language.code() + "-" + width + ".txt",
                        table + "--\n" + String.join("\n", notes) + "\n");
            }
        }
    }

    @Test
    void aLongAddressLeavesRoomForTheRateInANarrowWindow() throws IOException {
        Finding f = Samples.session();
        Map<String, Object> fields = new java.util.LinkedHashMap<>(f.fields());
        fields.put("client", Samples.map("ip", "2001:db8:1111:2222:3333:4444:5555:6666", "port", 1L));
        Finding v6 = new Finding(
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
                2,
                f.refutedBy(),
                fields);
        assertThat(table(options(Language.EN, 80, false), v6))
                .contains("885 [287–2,065] H/s")
                .contains("2001:db8:");
        assertThat(table(options(Language.EN, 220, false), v6)).contains("2001:db8:1111:2222:3333:4444:5555:6666");
    }

    @Test
    void everyTitleHasAText() throws IOException {
        for (Language language : Language.values()) {
            FormatOptions options = options(language, 0, false);
            table(options, Samples.session(), Samples.attempt());
            assertThat(options.messages().missing()).isEmpty();
        }
    }

    @Test
    void aWindowWithoutEndShowsEverything() throws IOException {
        String table = table(options(Language.EN, 0, false), Samples.session());
        assertThat(table.lines().findFirst().orElse("")).contains("Rule").contains("Accepted");
        assertThat(notes).noneMatch(note -> note.startsWith("Left out"));
    }

    @Test
    void nothingFoundIsSaid() throws IOException {
        assertThat(table(options(Language.EN, 80, false))).isEmpty();
        assertThat(notes).containsExactly("Nothing was found.");
    }

    @Test
    void controlCharactersAreEscaped() throws IOException {
        Finding hostile = renamed("\u001b[31mx\u009b0m\ny");
        assertThat(table(options(Language.EN, 0, false), hostile))
                .contains("\\x{1b}[31mx\\x{9b}0m\\ny")
                .doesNotContain("\u001b");
    }

    @Test
    void severityIsColouredOnlyWhenAsked() throws IOException {
        assertThat(table(options(Language.EN, 80, true), Samples.session())).contains("\u001b[31mhigh?\u001b[0m");
        assertThat(table(options(Language.EN, 80, false), Samples.session())).doesNotContain("\u001b");
    }

    @Test
    void laterFindingsFlowThroughInTheMeasuredWidths() throws IOException {
        Finding[] many = new Finding[TableWriter.MEASURED + 1];
        java.util.Arrays.fill(many, Samples.session());
        many[TableWriter.MEASURED] = renamed("一所名字比前面所有单位都要长得多的学校");
        List<String> lines =
                table(options(Language.ZH, 200, false), many).lines().toList();
        assertThat(lines).hasSize(many.length + 1);
        assertThat(lines.getLast()).contains("…");
        assertThat(TextWidth.of(lines.getLast())).isEqualTo(TextWidth.of(lines.get(1)));
    }

    @Test
    void flushShowsWhatIsThere() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ResultWriter writer = Format.TABLE.open(out, options(Language.EN, 80, false));
        writer.finding(Samples.session());
        assertThat(out.size()).isZero();
        writer.flush();
        assertThat(out.toString(UTF_8).lines().count()).isEqualTo(2);
        writer.line(ResultJson.line(Samples.attempt()));
        writer.close();
        assertThat(out.toString(UTF_8).lines().count()).isEqualTo(3);
    }

    private static Finding renamed(String name) {
        Finding f = Samples.session();
        return new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                Severity.HIGH,
                f.subject(),
                new org.qingyuan.finding.Holder("x", name, null, "school", "320100", null),
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                2,
                f.refutedBy(),
                f.fields());
    }

    private String table(FormatOptions options, Finding... findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultWriter writer = Format.TABLE.open(out, options)) {
            for (Finding finding : findings) {
                writer.finding(finding);
            }
        }
        return out.toString(UTF_8);
    }

    private FormatOptions options(Language language, int width, boolean colour) {
        // words of other modules, as they stand in their files
        Map<String, String> texts = new HashMap<>(
                Messages.load(language, ZoneId.of("Asia/Shanghai")).texts());
        texts.put("rule.mining.session", language == Language.ZH ? "挖矿会话" : "mining session");
        return new FormatOptions(
                false, new Messages(language, ZoneId.of("Asia/Shanghai"), texts), width, colour, notes::add);
    }
}
