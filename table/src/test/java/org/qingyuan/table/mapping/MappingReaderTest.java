package org.qingyuan.table.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.mapping.Conversion.Words;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.TextEncoding;

class MappingReaderTest {
    private static final MappingReader READER = new MappingReader(Map.of("pets", List.of("id", "name", "weight")));

    private static Mapping parse(String yaml) {
        return READER.parse("mapping.yaml", yaml);
    }

    private static ColumnMapping column(String yaml) {
        Mapping mapping = parse("tables: {pets: {header: false, fields: 9, columns: {id: " + yaml + "}}}");
        TableMapping table = Objects.requireNonNull(mapping.tables().get("pets"));
        return Objects.requireNonNull(table.columns().get("id"));
    }

    @Test
    void anEmptyFileDeclaresNothing() {
        assertThat(parse("")).isEqualTo(Mapping.NONE);
        assertThat(parse("# nothing\n")).isEqualTo(Mapping.NONE);
    }

    @Test
    void readsTheFactsOfAnExtract() {
        Mapping mapping = parse("extractedOn: 2026-06-30\ntransactionsFrom: \"2023-01-01\"\naccountsComplete: true\n"
                + "lastActivityCounts: [01, \"13\"]\n");
        assertThat(mapping.facts())
                .isEqualTo(new ExtractFacts(
                        LocalDate.of(2026, 6, 30), LocalDate.of(2023, 1, 1), true, List.of("01", "13")));
        assertThat(mapping.tables()).isEmpty();
    }

    @Test
    void aTableHasItsOwnFormOnTopOfTheDefaults() {
        Mapping mapping = parse("defaults: {encoding: gbk, separator: \"0x01\", quote: none}\n"
                + "tables: {pets: {separator: \"|@|\", files: \"p*.txt\", columns: {id: 编号}}}");
        assertThat(mapping.tables().get("pets"))
                .isEqualTo(new TableMapping(
                        "p*.txt",
                        TextEncoding.GBK,
                        new Dialect("|@|", false),
                        true,
                        0,
                        Map.of("id", ColumnMapping.plain(new FieldSource.Named("编号")))));
        assertThat(parse("defaults: {separator: \"0x01\"}\ntables: {pets: {}}")
                        .tables()
                        .get("pets"))
                .extracting(table -> table.dialect().separator())
                .isEqualTo("\u0001");
    }

    @Test
    void readsEveryConversion() {
        assertThat(column("3")).isEqualTo(ColumnMapping.plain(new FieldSource.Numbered(3)));
        assertThat(column("{constant: x}").source()).isEqualTo(new FieldSource.Constant("x"));
        assertThat(column("{position: 1, date: yyyyMMdd}").conversion()).isEqualTo(new Conversion.Date("yyyyMMdd"));
        assertThat(column("{position: 1, datetime: yyyyMMdd, time: 2}").conversion())
                .isEqualTo(new Conversion.Moment("yyyyMMdd", new FieldSource.Numbered(2)));
        assertThat(column("{position: 1, datetime: yyyy/MM/dd}").conversion())
                .isEqualTo(new Conversion.Moment("yyyy/MM/dd", null));
        assertThat(column("{position: 1, amount: yuan}").conversion()).isEqualTo(Conversion.amount(false));
        assertThat(column("{position: 1, amount: fen, sign: {position: 2, negative: [D, 借], positive: C}}")
                        .conversion())
                .isEqualTo(new Conversion.Amount(true, new FieldSource.Numbered(2), Set.of("D", "借"), Set.of("C")));
        assertThat(column("{position: 1, items: ','}").conversion()).isEqualTo(new Conversion.Items(","));
    }

    @Test
    void wordsAreAllThereIsForTextAndNotForDates() {
        assertThat(column("{position: 1, words: {1: a}}").words()).isEqualTo(new Words(Map.of("1", "a"), true));
        assertThat(column("{position: 1, words: {1: a}, otherwise: keep}")
                        .words()
                        .onlyThese())
                .isFalse();
        assertThat(column("{position: 1, blank: ['0', '-']}").words())
                .isEqualTo(new Words(Map.of("0", "", "-", ""), false));
        assertThat(column("{position: 1, date: yyyyMMdd, words: {\"0\": missing}}")
                        .words()
                        .onlyThese())
                .isFalse();
        assertThat(column("{position: 1, items: ';', words: {1: a}}").words().onlyThese())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "a: b § mapping.yaml:1:1 § unknown-field § a",
                "extractedOn: 2026-02-30 § mapping.yaml:1:14 § bad-date § 2026-02-30",
                "accountsComplete: yes § mapping.yaml:1:19 § bad-value § yes",
                "accountsComplete: [true] § mapping.yaml:1:19 § bad-structure § ''",
                "{extractedOn: 2026-06-30, extractedOn: 2026-06-30} § mapping.yaml:1:27 § repeated-id § extractedOn",
                "tables: {cats: {}} § mapping.yaml:1:10 § unknown-field § cats",
                "tables: {pets: {columns: {age: a}}} § mapping.yaml:1:27 § unknown-field § age",
                "tables: {pets: {header: false, columns: {id: 1}}} § mapping.yaml:1:16 § missing-field § fields",
                "tables: {pets: {header: false, fields: 2}} § mapping.yaml:1:16 § missing-field § columns",
                "tables: {pets: {header: false, fields: 0}} § mapping.yaml:1:40 § bad-value § 0",
                "tables: {pets: {header: false, fields: x}} § mapping.yaml:1:40 § bad-number § x",
                "tables: {pets: {encoding: latin1}} § mapping.yaml:1:27 § bad-value § latin1",
                "tables: {pets: {separator: ''}} § mapping.yaml:1:16 § bad-value § separator",
                "tables: {pets: {quote: single}} § mapping.yaml:1:24 § bad-value § single",
                "tables: {pets: {columns: {id: {}}}} § mapping.yaml:1:31 § bad-structure § column | position | constant",
                "tables: {pets: {columns: {id: {column: a, position: 1}}}} § mapping.yaml:1:31 § bad-structure § column | position | constant",
                "tables: {pets: {columns: {id: {column: a, date: ddMMyyyy}}}} § mapping.yaml:1:49 § bad-value § ddMMyyyy",
                "tables: {pets: {columns: {id: {column: a, date: yyyyMMdd, amount: fen}}}} § mapping.yaml:1:31 § bad-structure § date, amount",
                "tables: {pets: {columns: {id: {column: a, time: b}}}} § mapping.yaml:1:49 § unknown-field § time",
                "tables: {pets: {columns: {id: {column: a, sign: {}}}}} § mapping.yaml:1:49 § unknown-field § sign",
                "tables: {pets: {columns: {id: {column: a, amount: fen, sign: {column: b, negative: D}}}}} § mapping.yaml:1:62 § missing-field § positive",
                "tables: {pets: {columns: {id: {column: a, amount: jiao}}}} § mapping.yaml:1:51 § bad-value § jiao",
                "tables: {pets: {columns: {id: {column: a, items: ''}}}} § mapping.yaml:1:50 § blank-value § items",
                "tables: {pets: {columns: {id: {column: a, otherwise: drop}}}} § mapping.yaml:1:54 § bad-value § drop",
                "tables: {pets: {columns: {id: {column: a, blank: x, words: {x: y}}}}} § mapping.yaml:1:64 § repeated-id § x",
                "tables: [a § mapping.yaml:1:11 § bad-yaml § 'expected '','' or '']'', but got <stream end>'"
            })
    void saysWhatIsWrongAndWhere(String yaml, String where, String reject, String what) {
        assertThatThrownBy(() -> parse(yaml)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.code()).isEqualTo(ErrorCode.MAPPING_REJECTED);
            assertThat(failure.arguments()).isEqualTo(Map.of("where", where, "reject", reject, "what", what));
        });
    }

    @Test
    void withoutAHeaderColumnsHaveNoNames() {
        assertThatThrownBy(() -> column("{column: a}")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> column("a")).isInstanceOf(Failure.class);
    }

    @Test
    void hostileYamlIsRefused(@TempDir Path folder) throws IOException {
        for (String yaml : List.of(
                "a: &a [*a]",
                "[".repeat(100_000),
                "x: &x [1]\ny: &y [*x,*x]\nz: [*y,*y]",
                "? [a]\n: b",
                "--- a\n--- b\n",
                "!!java.util.Date x")) {
            assertThatThrownBy(() -> parse(yaml)).isInstanceOf(Failure.class);
        }
        Path file = folder.resolve("mapping.yaml");
        Files.write(file, new byte[] {(byte) 0xff});
        assertThatThrownBy(() -> READER.read(file)).isInstanceOf(Failure.class);
        Files.write(file, new byte[(1 << 20) + 1]);
        assertThatThrownBy(() -> READER.read(file)).isInstanceOf(Failure.class);
        Files.writeString(file, "\ufeffaccountsComplete: true\n");
        assertThat(READER.read(file).facts().accountsComplete()).isTrue();
    }
}
