package org.qingyuan.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Reject;

/// Whatever the bytes: every row is used or rejected, and what was read can be written and read again.
class TableFuzzTest {
    private static final CsvColumns COLUMNS = new CsvColumns(List.of("id"), List.of("a", "b"));

    @FuzzTest(maxDuration = "5s")
    void readsAnyBytes(byte[] bytes) throws IOException {
        List<Reject> rejects = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        long met = read(bytes, rows, rejects);
        assertThat(rejects).allSatisfy(reject -> assertThat(reject.line()).isNotNegative());
        boolean headerBroken = met == 0 && !rejects.isEmpty();
        assertThat(headerBroken || met == rows.size() + rejects.size()).isTrue();
        assertThat(again(rows)).isEqualTo(disarmed(rows));
    }

    private static long read(byte[] bytes, List<List<String>> rows, List<Reject> rejects) throws IOException {
        try (CsvReader reader = new CsvReader("f", new ByteArrayInputStream(bytes), COLUMNS, rejects::add)) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                rows.add(List.of(row.text("id"), row.text("a"), row.text("b")));
            }
            return reader.rows();
        }
    }

    private static List<List<String>> again(List<List<String>> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        CsvWriter writer = new CsvWriter(text, true);
        writer.row(List.of("id", "a", "b"));
        for (List<String> row : rows) {
            writer.row(row);
        }
        List<List<String>> read = new ArrayList<>();
        List<Reject> rejects = new ArrayList<>();
        read(text.toString().getBytes(UTF_8), read, rejects);
        assertThat(rejects).isEmpty();
        return read;
    }

    /// A guarded cell keeps its guard when read; stripped cells begin with none of the white space that is guarded.
    private static List<List<String>> disarmed(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(TableFuzzTest::guarded).toList())
                .toList();
    }

    private static String guarded(String cell) {
        boolean formula = !cell.isEmpty() && "=+-@＝＋－＠".indexOf(cell.charAt(0)) >= 0;
        boolean number = cell.matches("-[0-9]*\\.?[0-9]*") && cell.matches(".*[0-9].*");
        return formula && !number ? "'" + cell : cell;
    }
}
