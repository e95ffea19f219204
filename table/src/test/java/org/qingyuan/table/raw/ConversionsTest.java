package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.ColumnMapping;
import org.qingyuan.table.mapping.Conversion;
import org.qingyuan.table.mapping.Conversion.Words;
import org.qingyuan.table.mapping.FieldSource;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.Records;
import org.qingyuan.table.text.TextEncoding;

/// What becomes of a value under each conversion, or the reason why nothing does.
class ConversionsTest {
    private static final FieldSource FIRST = new FieldSource.Numbered(1);
    private static final FieldSource SECOND = new FieldSource.Numbered(2);

    private static String converted(String fields, Conversion conversion, Words words) throws IOException {
        byte[] bytes = (fields + "|\n").getBytes(UTF_8);
        Records records = new Records(new ByteArrayInputStream(bytes), TextEncoding.UTF_8, new Dialect("|", false));
        assertThat(records.next()).isTrue();
        ValueWriter writer = ValueWriters.of(
                new ColumnMapping(FIRST, conversion, words), source -> ((FieldSource.Numbered) source).position() - 1);
        RowBuffer out = new RowBuffer();
        RejectReason reason = writer.write(records, 0, out);
        if (reason != null) {
            return "!" + reason.word();
        }
        out.endField();
        out.keepRow();
        ByteArrayOutputStream row = new ByteArrayOutputStream();
        out.writeTo(row);
        String text = row.toString(UTF_8);
        return text.substring(0, text.length() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMdd, 20260630, 2026-06-30",
        "yyyyMMdd, ' 20260630　', 2026-06-30",
        "yyyyMMdd, 20261332, 2026-13-32",
        "yyyyMMdd, 99991231, 9999-12-31",
        "yyyyMMdd, 2026-06-30, !bad-date",
        "yyyyMMdd, 2026063, !bad-date",
        "yyyyMMdd, 2026063x, !bad-date",
        "yyyyMMdd, 202606300, !bad-date",
        "yyyyMMdd, '', ''",
        "yyyyMMdd, '　 ', ''",
        "yyyy-MM-dd, 2026-06-30, 2026-06-30",
        "yyyy-MM-dd, 2026/06/30, !bad-date",
        "yyyy-MM-dd, 20260630, !bad-date",
        "yyyy/MM/dd, 2026/06/30, 2026-06-30",
        "yyyy/MM/dd, 2026/6/30, !bad-date",
        "yyyy/MM/dd, 2026/06-30, !bad-date"
    })
    void dates(String pattern, String value, String expected) throws IOException {
        assertThat(converted(value, new Conversion.Date(pattern), Words.ANY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20260630101500, 2026-06-30T10:15:00",
        "20260630 10:15:00, 2026-06-30T10:15:00",
        "20260630T101500, 2026-06-30T10:15:00",
        "20260630, 2026-06-30",
        "20260630T, 2026-06-30",
        "2026063010150, !bad-date",
        "202606301015, !bad-date",
        "20260630 10-15-00, !bad-date",
        "20260630 10150x, !bad-date",
        "2026063, !bad-date"
    })
    void momentsInOneField(String value, String expected) throws IOException {
        assertThat(converted(value, new Conversion.Moment("yyyyMMdd", null), Words.ANY))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "20260630|235959, 2026-06-30T23:59:59",
        "20260630|23:59:59, 2026-06-30T23:59:59",
        "20260630|, 2026-06-30",
        "20260630|93000, !bad-date",
        "20260630101500|101500, !bad-date",
        "|101500, ''"
    })
    void momentsInTwoFields(String fields, String expected) throws IOException {
        assertThat(converted(fields, new Conversion.Moment("yyyyMMdd", SECOND), Words.ANY))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, 0.00",
        "true, 5, 0.05",
        "true, 50, 0.50",
        "true, 150, 1.50",
        "true, 0000000012345, 123.45",
        "true, -12345, -123.45",
        "true, -0, 0.00",
        "true, +7, 0.07",
        "true, 1.50, !bad-amount",
        "true, -, !bad-amount",
        "true, '1,000', !bad-amount",
        "true, ' 150 ', 1.50",
        "true, '', ''",
        "true, 12345678901234567890, 123456789012345678.90",
        "true, 1234567890123456789012345678901, !bad-amount",
        "false, 1, 1.00",
        "false, 1.5, 1.50",
        "false, 1.50, 1.50",
        "false, -0.00, 0.00",
        "false, 001.50, 1.50",
        "false, 0.05, 0.05",
        "false, 1.505, !bad-amount",
        "false, 1., !bad-amount",
        "false, .5, !bad-amount",
        "false, 1e3, !bad-amount",
        "false, 1.5.0, !bad-amount"
    })
    void amounts(boolean fen, String value, String expected) throws IOException {
        assertThat(converted(value, Conversion.amount(fen), Words.ANY)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "150|D, -1.50",
        "150|借, -1.50",
        "150|C, 1.50",
        "0|D, 0.00",
        "150|, !unknown-value",
        "150|X, !unknown-value",
        "-150|D, !bad-amount"
    })
    void amountsWithTheirSignApart(String fields, String expected) throws IOException {
        Conversion amount = new Conversion.Amount(true, SECOND, Set.of("D", "借"), Set.of("C"));
        assertThat(converted(fields, amount, Words.ANY)).isEqualTo(expected);
    }

    @Test
    void wordsComeBeforeTheConversionAndAreFinal() throws IOException {
        Words words = new Words(Map.of("00000000", "", "99991231", "long", "", "missing"), false);
        Conversion date = new Conversion.Date("yyyyMMdd");
        assertThat(converted(" 00000000", date, words)).isEmpty();
        assertThat(converted("99991231", date, words)).isEqualTo("long");
        assertThat(converted("", date, words)).isEqualTo("missing");
        assertThat(converted("20260630", date, words)).isEqualTo("2026-06-30");
    }

    @Test
    void anUnknownWordIsARejectOnlyWhereThereAreNoOthers() throws IOException {
        Map<String, String> words = Map.of("1", "person", "2", "unit");
        assertThat(converted(" 1 ", new Conversion.Text(), new Words(words, true)))
                .isEqualTo("person");
        assertThat(converted("3", new Conversion.Text(), new Words(words, true)))
                .isEqualTo("!unknown-value");
        assertThat(converted("", new Conversion.Text(), new Words(words, true))).isEmpty();
        assertThat(converted("3", new Conversion.Text(), new Words(words, false)))
                .isEqualTo("3");
    }

    @Test
    void itemsAreMappedOneByOne() throws IOException {
        Words words = new Words(Map.of("L", "loan", "W", "wealth"), true);
        assertThat(converted("L,W", new Conversion.Items(","), words)).isEqualTo("loan;wealth");
        assertThat(converted(" W ,, L,", new Conversion.Items(","), words)).isEqualTo("wealth;loan");
        assertThat(converted("", new Conversion.Items(","), words)).isEmpty();
        assertThat(converted("L,X", new Conversion.Items(","), words)).isEqualTo("!unknown-value");
        assertThat(converted("L@@X", new Conversion.Items("@@"), new Words(Map.of(), false)))
                .isEqualTo("L;X");
    }

    @Test
    void textStaysAsItStands() throws IOException {
        assertThat(converted(" a\u3000b ", new Conversion.Text(), Words.ANY)).isEqualTo(" a\u3000b ");
    }
}
