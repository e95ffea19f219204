package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;

class ResultReaderTest {
    @Test
    void whatIsReadWritesTheSameBytes() throws IOException {
        byte[] lines = concat(
                ResultJson.line(Samples.session()), ResultJson.line(Samples.attempt()), ResultJson.line(Samples.run()));
        Collected collected = read(lines);
        assertThat(collected.rejects).isEmpty();
        assertThat(collected.written.toByteArray()).isEqualTo(lines);
    }

    @Test
    void kindsOfValuesComeBack() {
        Finding read = ResultReader.finding(ResultJson.line(Samples.session()));
        assertThat(read.start()).isEqualTo(Samples.session().start());
        assertThat(read.organisation()).isEqualTo(Samples.session().organisation());
        assertThat(read.evidence()).isEqualTo(Samples.session().evidence());
        assertThat(read.fields().get("hashRate")).isEqualTo(new Estimate(286.741, 885.25, 2065.12, "H/s"));
        assertThat(read.fields().get("sharesPerMinute")).isEqualTo(0.1);
        assertThat(read.fields().get("packets")).isEqualTo(812L);
        assertThat(read.fields().get("hours"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .first()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("hour", read.start());
        assertThat(new ArrayList<>(read.fields().keySet()))
                .isEqualTo(new ArrayList<>(Samples.session().fields().keySet()));
    }

    @Test
    void aTextThatLooksLikeADateElsewhereStaysText() {
        String line = session().replace("\"rig-01\"", "\"2026-11-20\"");
        assertThat(ResultReader.finding(line.getBytes(UTF_8)).fields().get("workers"))
                .isEqualTo(List.of("2026-11-20"));
    }

    @Test
    void anObjectThatIsNoIntervalStaysAMap() {
        String line = session().replace("{\"low\":286.741,\"best\":885.25", "{\"low\":900,\"best\":885.25");
        Finding read = ResultReader.finding(line.getBytes(UTF_8));
        assertThat(read.fields().get("hashRate")).isInstanceOf(Map.class);
        assertThat(new String(ResultJson.line(read), UTF_8)).isEqualTo(line);
    }

    @Test
    void aMissingRunLineIsCutOff() {
        Collected collected = read(ResultJson.line(Samples.session()));
        assertThat(collected.whole).isFalse();
        assertThat(collected.rejects).containsExactly("2 cut-off ");
        assertThat(read(ResultJson.line(Samples.run())).whole).isTrue();
    }

    @Test
    void aLineCutInTheMiddleIsReportedAndIsCutOff() {
        String line = session();
        Collected collected = read(line.substring(0, line.length() / 2).getBytes(UTF_8));
        assertThat(collected.rejects).hasSize(2);
        assertThat(collected.rejects.getFirst()).startsWith("1 bad-record not JSON");
        assertThat(collected.rejects.getLast()).isEqualTo("2 cut-off ");
    }

    @Test
    void aNewerSchemaIsRefusedByName() {
        String line = session().replace("\"schema\":1", "\"schema\":2");
        assertThat(read(line.getBytes(UTF_8)).rejects).contains("1 newer-schema schema 2, known up to 1");
    }

    @Test
    void badLinesAreRejectedWithTheirNumberAndTheNextIsRead() {
        String lines = "nonsense\n\n[]\n{}\n{\"record\":\"x\"}\n{\"record\":\"run\",\"schema\":1}\n" + session();
        Collected collected = read(lines.getBytes(UTF_8));
        assertThat(collected.findings).hasSize(1);
        assertThat(collected.rejects.stream().map(r -> r.substring(0, r.indexOf(' ', 2))))
                .containsExactly(
                        "1 bad-record", "3 bad-record", "4 bad-record", "5 bad-record", "6 bad-record", "8 cut-off");
    }

    @Test
    void fixedFieldsOfAnotherKindAreRejected() {
        for (String[] pair : new String[][] {
            {"\"id\":\"83", "\"id\":\"8X"},
            {"\"severity\":\"high\"", "\"severity\":\"grave\""},
            {"\"ruleVersion\":1", "\"ruleVersion\":\"1\""},
            {"\"ruleVersion\":1", "\"ruleVersion\":1.5"},
            {"\"start\":\"2026", "\"start\":\"x026"},
            {"\"evidenceCount\":2", "\"evidenceCount\":null"},
            {"\"refutedBy\":[", "\"refutedBy\":[3,"},
            {"\"organisation\":{", "\"organization\":{"},
            {"\"key\":", "\"rule\":"},
            {"\"agent\":\"XMRig/6.21.0\",\"pool\"", "\"agent\":1e999,\"pool\""},
        }) {
            String line = session().replace(pair[0], pair[1]);
            assertThat(line).as(pair[1]).isNotEqualTo(session());
            assertThat(read(line.getBytes(UTF_8)).findings).as(pair[1]).isEmpty();
        }
    }

    @Test
    void nestingIsReadUpToItsBound() {
        // the record itself is one level
        assertThat(read(nested(JsonTree.MAX_NESTING - 1)).findings).hasSize(1);
        assertThat(read(nested(JsonTree.MAX_NESTING)).findings).isEmpty();
    }

    @Test
    void aLineIsReadUpToItsBound() throws IOException {
        LineSplitter lines = new LineSplitter(new ByteArrayInputStream("12345\n123456\n1\n".getBytes(UTF_8)), 5);
        List<String> seen = new ArrayList<>();
        while (lines.next()) {
            seen.add(lines.number() + (lines.oversized() ? " oversized" : " " + lines.length()));
        }
        assertThat(seen).containsExactly("1 5", "2 oversized", "3 1");
    }

    @Test
    void resultsJoinedEndToEndAreOne() throws IOException {
        byte[] run = ResultJson.line(Samples.run());
        Collected collected = read(concat(run, ResultJson.line(Samples.session()), run));
        assertThat(collected.whole).isTrue();
        assertThat(collected.rejects).isEmpty();
    }

    private static byte[] nested(int levels) {
        String value = "[".repeat(levels) + "]".repeat(levels);
        return session().replace("\"unconfirmed\":true", "\"deep\":" + value).getBytes(UTF_8);
    }

    private static String session() {
        return new String(ResultJson.line(Samples.session()), UTF_8);
    }

    static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.write(part);
        }
        return out.toByteArray();
    }

    static Collected read(byte[] bytes) {
        Collected collected = new Collected();
        collected.whole = ResultReader.read(bytes, "in.jsonl", collected);
        return collected;
    }

    /// Keeps what it hears, and writes it again.
    static final class Collected implements ResultListener {
        final List<Finding> findings = new ArrayList<>();
        final List<String> rejects = new ArrayList<>();
        final ByteArrayOutputStream written = new ByteArrayOutputStream();
        boolean whole;

        @Override
        public void finding(Finding finding) {
            findings.add(finding);
            written.writeBytes(ResultJson.line(finding));
        }

        @Override
        public void outcome(Outcome outcome) {
            written.writeBytes(ResultJson.line(outcome));
        }

        @Override
        public void run(RunSummary run) {
            written.writeBytes(ResultJson.line(run));
        }

        @Override
        public void rejected(Reject reject) {
            rejects.add(reject.line() + " " + reject.reason().word() + " " + reject.detail());
        }
    }
}
