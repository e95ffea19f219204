package org.qingyuan.table.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Dialect BARS = new Dialect("|@|", false);
    private static final Dialect ESCAPES = new Dialect("\u001b", false);

    /// Each record as `LINE:field,field`, a broken one with its reason, field and line in front.
    private static List<String> read(byte[] bytes, TextEncoding encoding, Dialect dialect) throws IOException {
        List<String> all = new ArrayList<>();
        Records records = new Records(new ByteArrayInputStream(bytes), encoding, dialect);
        while (records.next()) {
            List<String> fields = new ArrayList<>();
            for (int i = 0; i < records.fields(); i++) {
                int start = records.start(i);
                fields.add(new String(records.text(), start, records.end(i) - start, UTF_8));
            }
            var problem = records.problem();
            all.add(
                    problem == null
                            ? records.line() + ":" + String.join(",", fields)
                            : records.line() + "!" + problem.word() + "#" + records.problemField());
        }
        return all;
    }

    private static List<String> csv(String text) throws IOException {
        return read(text.getBytes(UTF_8), TextEncoding.UTF_8, Dialect.CSV);
    }

    @Test
    void endsRecordsWithAnyLineEndAndPassesOverEmptyLines() throws IOException {
        assertThat(csv("\ufeffa,b\r\nc,d\n\n\r\ne,f\rg,")).containsExactly("1:a,b", "2:c,d", "5:e,f", "6:g,");
        assertThat(csv("")).isEmpty();
        assertThat(csv("\n\r\n")).isEmpty();
        assertThat(csv("a\r")).containsExactly("1:a");
    }

    @Test
    void readsQuotedFieldsWithQuotesSeparatorsAndLinesInThem() throws IOException {
        assertThat(csv("\"a\"\"b\",\"c,d\",\"\"\n\"x\r\ny\nz\",2,\"\"\"\"\nk,l,m\n"))
                .containsExactly("1:a\"b,c,d,", "2:x\r\ny\nz,2,\"", "5:k,l,m");
    }

    @Test
    void aBrokenQuoteCostsOneLine() throws IOException {
        assertThat(csv("1,\"a\n2,b\n3,c\n")).containsExactly("1!bad-quoting#1", "2:2,b", "3:3,c");
        assertThat(csv("1,\"a\"x\n2,b\n")).containsExactly("1!bad-quoting#1", "2:2,b");
        assertThat(csv("1,a\"x\n2,b\n")).containsExactly("1!bad-quoting#1", "2:2,b");
        assertThat(csv("1,\"a\n2,\"b\n3,c\n")).containsExactly("1!bad-quoting#1", "2!bad-quoting#1", "3:3,c");
    }

    @Test
    void aBrokenQuoteBeforeAHugeRestCostsOneLine() throws IOException {
        String rest = "1,abcdefghi\n".repeat(200_000);
        List<String> records = csv("0,\"a\n" + rest);
        assertThat(records).hasSize(200_001);
        assertThat(records.getFirst()).isEqualTo("1!bad-quoting#1");
        assertThat(records.getLast()).isEqualTo("200001:1,abcdefghi");
    }

    @Test
    void aRecordMayBeAsLongAsAllowedAndNotOneByteLonger() throws IOException {
        String longest = "1," + "x".repeat(Records.MAX_BYTES - 2);
        for (String before : List.of("", "0,y\n".repeat(50_000))) {
            long line = before.lines().count() + 1;
            assertThat(csv(before + longest + "\n2,z\n")).endsWith(line + ":" + longest, (line + 1) + ":2,z");
            assertThat(csv(before + longest + "x\n2,z\n")).endsWith(line + "!oversized-line#1", (line + 1) + ":2,z");
            assertThat(csv(before + longest + "x")).endsWith(line + "!oversized-line#1");
        }
    }

    @Test
    void anEndlessLineIsOneRecordAndTheNextIsRead() throws IOException {
        String endless = "7," + "x".repeat(3 * Records.MAX_BYTES);
        assertThat(csv("a,b\n" + endless + "\nc,d\n")).containsExactly("1:a,b", "2!oversized-line#1", "3:c,d");
    }

    @Test
    void aQuotedFieldBeyondTheLimitIsABrokenQuote() throws IOException {
        String field = "\"" + "x\n".repeat(Records.MAX_BYTES / 2) + "\"";
        List<String> records = csv("1," + field + "\n2,b\n");
        assertThat(records).startsWith("1!bad-quoting#1", "2:x").endsWith(Records.MAX_BYTES / 2 + 2 + ":2,b");
    }

    @Test
    void separatorsMayHaveSeveralCharacters() throws IOException {
        assertThat(read("a|@|b|c@|@|\n|@||@|@|\n".getBytes(UTF_8), TextEncoding.UTF_8, BARS))
                .containsExactly("1:a,b|c@,", "2:,,@|");
    }

    @Test
    void separatorsAreFoundAcrossBlocks() throws IOException {
        String before = "p|@|q\n".repeat(43_690);
        assertThat(before).hasSize(262_140);
        for (String first : List.of("", "x", "xx", "xxx", "xxxx")) {
            String text = before + first + "|@|b\n";
            assertThat(read(text.getBytes(UTF_8), TextEncoding.UTF_8, BARS))
                    .endsWith("43690:p,q", "43691:" + first + ",b");
        }
    }

    @Test
    void aBarInsideAChineseCharacterSeparatesNothing() throws IOException {
        byte[] bytes = "俅|畖|𠮷\n".getBytes(Charset.forName("GB18030"));
        assertThat(new String(bytes, ISO_8859_1).chars().filter(c -> c == '|')).hasSize(3);
        assertThat(read(bytes, TextEncoding.GB18030, new Dialect("|", false))).containsExactly("1:俅,畖,𠮷");
    }

    @Test
    void namesABadByteAndANulWithTheirField() throws IOException {
        byte[] bytes = "a\u001bbXc\u001bd\ne\u001bf\0\u001b\ng\u001bh\u001bi".getBytes(UTF_8);
        bytes[3] = (byte) 0x81;
        bytes[4] = (byte) '\n';
        assertThat(read(bytes, TextEncoding.GB18030, ESCAPES))
                .containsExactly("1!bad-encoding#1", "2:,d", "3!nul-byte#1", "4:g,h,i");
    }

    @Test
    void quotesMeanNothingWhereThereAreNone() throws IOException {
        assertThat(read("\"a\u001bb\"\n".getBytes(UTF_8), TextEncoding.GB18030, ESCAPES))
                .containsExactly("1:\"a,b\"");
    }

    @Test
    void tooManyFieldsAreNamed() throws IOException {
        assertThat(csv(",".repeat(Records.MAX_FIELDS - 1) + "\n"))
                .containsExactly("1:" + ",".repeat(Records.MAX_FIELDS - 1));
        assertThat(csv(",".repeat(Records.MAX_FIELDS) + "\n")).containsExactly("1!extra-field#" + Records.MAX_FIELDS);
    }

    @Test
    void tellsWhichRecordsHoldControls() throws IOException {
        byte[] bytes = "a,b\n\"a\nb\"\nx\u001f,y\nz\n".getBytes(UTF_8);
        Records records = new Records(new ByteArrayInputStream(bytes), TextEncoding.UTF_8, Dialect.CSV);
        List<Boolean> controls = new ArrayList<>();
        while (records.next()) {
            controls.add(records.hasControls());
        }
        assertThat(controls).containsExactly(false, true, true, false);
    }

    @Test
    void refusesSeparatorsThatCannotBeTold() {
        for (String separator : List.of("", "\n", "a\rb", "\0")) {
            assertThatThrownBy(() -> new Dialect(separator, false)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Dialect("\"", true)).isInstanceOf(IllegalArgumentException.class);
    }
}
