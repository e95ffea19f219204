package org.qingyuan.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

class CsvReaderTest {
    private static final CsvColumns COLUMNS = new CsvColumns(List.of("id", "name"), List.of("note"));

    private final List<Reject> rejects = new ArrayList<>();
    private List<String> unknown = List.of();
    private long rows;

    private List<String> read(byte[] bytes) throws IOException {
        List<String> read = new ArrayList<>();
        try (CsvReader reader = new CsvReader("t.csv", new ByteArrayInputStream(bytes), COLUMNS, rejects::add)) {
            unknown = reader.unknownColumns();
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                read.add(row.line() + ":" + row.text("id") + "|" + row.text("name") + "|" + row.text("note"));
            }
            rows = reader.rows();
        }
        return read;
    }

    private List<String> read(String text) throws IOException {
        return read(text.getBytes(UTF_8));
    }

    private void assertReject(long line, String column, RejectReason reason) {
        assertThat(rejects)
                .singleElement()
                .extracting(Reject::file, Reject::line, Reject::column, Reject::reason)
                .containsExactly("t.csv", line, column, reason);
    }

    private void assertRejectWithoutColumn(long line, RejectReason reason) {
        assertThat(rejects)
                .singleElement()
                .satisfies(reject -> assertThat(reject.column()).isNull())
                .extracting(Reject::line, Reject::reason)
                .containsExactly(line, reason);
    }

    @Test
    void readsColumnsByNameInAnyOrder() throws IOException {
        assertThat(read("name,id\n中文,1\n")).containsExactly("2:1|中文|");
        assertThat(rejects).isEmpty();
        assertThat(rows).isEqualTo(1);
    }

    @Test
    void toleratesAByteOrderMark() throws IOException {
        assertThat(read("\ufeffid,name\n1,a\n")).containsExactly("2:1|a|");
    }

    @Test
    void readsTheLastLineWithoutALineEnd() throws IOException {
        assertThat(read("id,name\n1,a")).containsExactly("2:1|a|");
        assertThat(read("id,name\n1,")).containsExactly("2:1||");
    }

    @Test
    void endsLinesWithCrLfLfOrCr() throws IOException {
        assertThat(read("id,name\r\n1,a\r\n2,b\n3,c\r4,d")).containsExactly("2:1|a|", "3:2|b|", "4:3|c|", "5:4|d|");
    }

    @Test
    void readsQuotesCommasAndLineEndsInQuotes() throws IOException {
        assertThat(read("id,name\n1,\"a,\"\"b\"\"\r\nc\"\n2,\"\"\n")).containsExactly("2:1|a,\"b\"\r\nc|", "4:2||");
    }

    @Test
    void countsLinesOfQuotedLineEnds() throws IOException {
        read("id,name\n1,\"\n\n\"\n2\n");
        assertReject(5, "name", RejectReason.MISSING_FIELD);
    }

    @Test
    void passesOverEmptyLines() throws IOException {
        assertThat(read("\n\r\nid,name\n\n1,a\n\n")).containsExactly("5:1|a|");
    }

    @Test
    void stripsWhiteSpaceAroundValuesAndNames() throws IOException {
        assertThat(read(" id , name\n 1 ,\" a \"\n")).containsExactly("2:1|a|");
    }

    @Test
    void namesUnknownColumns() throws IOException {
        assertThat(read("id,colour,name,\n1,red,a,x\n")).containsExactly("2:1|a|");
        assertThat(unknown).containsExactly("colour", "#4");
        assertThat(rejects).isEmpty();
    }

    @Test
    void rejectsAnEmptyFile() throws IOException {
        assertThat(read("")).isEmpty();
        assertRejectWithoutColumn(0, RejectReason.EMPTY_FILE);
    }

    @Test
    void rejectsAByteOrderMarkAlone() throws IOException {
        assertThat(read("\ufeff")).isEmpty();
        assertRejectWithoutColumn(0, RejectReason.EMPTY_FILE);
    }

    @Test
    void rejectsAMissingColumn() throws IOException {
        assertThat(read("id,note\n1,x\n")).isEmpty();
        assertReject(1, "name", RejectReason.MISSING_COLUMN);
    }

    @Test
    void rejectsARepeatedColumn() throws IOException {
        assertThat(read("id,name,id\n1,a,2\n")).isEmpty();
        assertReject(1, "id", RejectReason.REPEATED_COLUMN);
    }

    @Test
    void acceptsARepeatedUnknownColumn() throws IOException {
        assertThat(read("id,x,name,x\n1,,a,\n")).containsExactly("2:1|a|");
    }

    @Test
    void rejectsAnExtraField() throws IOException {
        assertThat(read("id,name\n1,a,\n2,b\n")).containsExactly("3:2|b|");
        assertRejectWithoutColumn(2, RejectReason.EXTRA_FIELD);
        assertThat(rows).isEqualTo(2);
    }

    @Test
    void rejectsAMissingField() throws IOException {
        assertThat(read("id,name\n1\n2,b\n")).containsExactly("3:2|b|");
        assertReject(2, "name", RejectReason.MISSING_FIELD);
    }

    @Test
    void rejectsAQuoteInsideAPlainField() throws IOException {
        assertThat(read("id,name\n1,a\"b,c\n2,b\n")).containsExactly("3:2|b|");
        assertReject(2, "name", RejectReason.BAD_QUOTING);
    }

    @Test
    void rejectsTextAfterAClosingQuote() throws IOException {
        assertThat(read("id,name\n\"1\"x,a\n2,b\n")).containsExactly("3:2|b|");
        assertReject(2, "id", RejectReason.BAD_QUOTING);
    }

    @Test
    void rejectsAQuoteThatNeverCloses() throws IOException {
        assertThat(read("id,name\n1,a\n2,\"b\n")).containsExactly("2:1|a|");
        assertReject(3, "name", RejectReason.BAD_QUOTING);
    }

    @Test
    void rejectsWhatIsNotUtf8() throws IOException {
        byte[] bytes = "id,name\n1,?\n2,b\n".getBytes(UTF_8);
        bytes[10] = (byte) 0xc3;
        assertThat(read(bytes)).containsExactly("3:2|b|");
        assertReject(2, "name", RejectReason.BAD_ENCODING);
    }

    @Test
    void rejectsAHeaderThatIsNotUtf8() throws IOException {
        byte[] bytes = "id,n?me\n1,a\n".getBytes(UTF_8);
        bytes[4] = (byte) 0xff;
        assertThat(read(bytes)).isEmpty();
        assertRejectWithoutColumn(1, RejectReason.BAD_ENCODING);
    }

    @Test
    void acceptsALineAtTheBound() throws IOException {
        String longest = "a".repeat(CsvReader.MAX_RECORD_BYTES - 2);
        assertThat(read("id,name\n1," + longest + "\n2,b\n")).hasSize(2);
        assertThat(rejects).isEmpty();
    }

    @Test
    void rejectsALineOneBytePastTheBound() throws IOException {
        String tooLong = "a".repeat(CsvReader.MAX_RECORD_BYTES - 1);
        assertThat(read("id,name\n1," + tooLong + "\n2,b\n")).containsExactly("3:2|b|");
        assertReject(2, "name", RejectReason.OVERSIZED_LINE);
    }

    @Test
    void anUnclosedQuoteCostsAtMostTheBound() throws IOException {
        String lines = "5,e\n".repeat(CsvReader.MAX_RECORD_BYTES / 2);
        assertThat(read("id,name\n1,\"" + lines)).isNotEmpty();
        assertReject(2, "name", RejectReason.OVERSIZED_LINE);
    }

    @Test
    void rejectsMoreColumnsThanTheBound() throws IOException {
        assertThat(read("id,name" + ",x".repeat(CsvReader.MAX_COLUMNS - 1) + "\n"))
                .isEmpty();
        assertRejectWithoutColumn(1, RejectReason.EXTRA_FIELD);
    }

    @Test
    void rejectsValuesByName() throws IOException {
        String text = "id,name,note\n,2026-02-30,1e999\n7,2026-02-28,-1.5e3\n";
        try (CsvReader reader =
                new CsvReader("t.csv", new ByteArrayInputStream(text.getBytes(UTF_8)), COLUMNS, rejects::add)) {
            CsvRow bad = requireNonNull(reader.next());
            assertThat(bad.required("id")).isEmpty();
            assertThat(bad.date("name")).isNull();
            assertThat(bad.number("note")).isNaN();
            assertThat(bad.usable()).isFalse();
            CsvRow good = requireNonNull(reader.next());
            assertThat(good.required("id")).isEqualTo("7");
            assertThat(good.date("name")).hasToString("2026-02-28");
            assertThat(good.number("note")).isEqualTo(-1500);
            assertThat(good.usable()).isTrue();
        }
        assertThat(rejects)
                .extracting(Reject::reason)
                .containsExactly(RejectReason.BLANK_VALUE, RejectReason.BAD_DATE, RejectReason.BAD_NUMBER);
        assertThat(rejects).extracting(Reject::column).containsExactly("id", "name", "note");
        assertThat(rejects).extracting(Reject::line).containsOnly(2L);
    }

    @Test
    void shortensLongDetails() throws IOException {
        String text = "id,name\n1," + "字".repeat(200) + "\n";
        try (CsvReader reader =
                new CsvReader("t.csv", new ByteArrayInputStream(text.getBytes(UTF_8)), COLUMNS, rejects::add)) {
            requireNonNull(reader.next()).date("name");
        }
        assertThat(rejects.getFirst().detail()).hasSize(81).endsWith("…");
    }
}
