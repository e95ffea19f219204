package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

class CsvFindingsTest {
    @Test
    void writesSessionsAndAttemptsUnderTheSameColumns() throws IOException {
        Golden.check("findings.csv", csv(Format.CSV, Samples.session(), Samples.attempt()));
    }

    @Test
    void theSameComesFromTheLines() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultWriter writer = Format.CSV.open(out, options())) {
            writer.line(ResultJson.line(Samples.session()));
        }
        assertThat(out.toString(UTF_8)).isEqualTo(csv(Format.CSV, Samples.session()));
    }

    @Test
    void excelGetsAByteOrderMark() throws IOException {
        String csv = csv(Format.CSV_EXCEL, Samples.session());
        assertThat(csv).startsWith("\ufeffid,key,");
        assertThat(csv.substring(1)).isEqualTo(csv(Format.CSV, Samples.session()));
    }

    @Test
    void whatASpreadsheetWouldRunGetsAQuote() throws IOException {
        Finding f = Samples.attempt();
        Finding hostile = new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                null,
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                1,
                List.of(),
                Samples.map("agent", "=HYPERLINK(\"http://x\",\"y\")\nz", "workers", List.of("=1")));
        assertThat(csv(Format.CSV, hostile))
                .contains(",\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\nz\",")
                .contains(",\"[\"\"=1\"\"]\",");
    }

    @Test
    void aFieldWithoutColumnStandsInTheLast() throws IOException {
        Finding f = Samples.attempt();
        Finding more = new Finding(
                f.id(),
                f.key(),
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                null,
                f.start(),
                f.end(),
                f.parameters(),
                f.summary(),
                f.evidence(),
                1,
                List.of(),
                Samples.map("novel", 1L));
        assertThat(csv(Format.CSV, more)).endsWith(",\"{\"\"novel\"\":1}\"\n");
    }

    @Test
    void rejectsAreListed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (RejectWriter writer = new RejectWriter(out, Masking.forData(false))) {
            writer.write(new Reject("a.csv", 3, "valid_from", RejectReason.BAD_DATE, "=2026-13-01, zhang@example.com"));
            writer.write(new Reject("b.pcap", 0, null, RejectReason.EMPTY_FILE, ""));
        }
        assertThat(out.toString(UTF_8)).isEqualTo("""
                        file,line,column,reason,detail
                        a.csv,3,valid_from,bad-date,"'=2026-13-01, z***@example.com"
                        b.pcap,,,empty-file,
                        """);
    }

    private static String csv(Format format, Finding... findings) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ResultWriter writer = format.open(out, options())) {
            for (Finding finding : findings) {
                writer.finding(finding);
            }
            writer.run(Samples.run());
        }
        return out.toString(UTF_8);
    }

    private static FormatOptions options() {
        return new FormatOptions(false, Messages.load(Language.EN, ZoneOffset.UTC), 80, false, note -> {});
    }
}
