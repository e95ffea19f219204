package org.qingyuan.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvRow;

/// Electricity per hash by algorithm and date (`hardware.csv`). An algorithm without a row for a day has no known
/// power on that day; nothing is guessed. Immutable.
public final class HardwareTable {
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("algorithm", "from", "low", "best", "high", "unit", "source"), List.of());

    /// Hashes in the unit of a row, so that the file shows the figures of the field.
    private static final Map<String, Double> HASHES =
            Map.of("J/H", 1.0, "J/kH", 1e3, "J/MH", 1e6, "J/GH", 1e9, "J/TH", 1e12, "J/Sol", 1.0, "J/kSol", 1e3);

    private static final HardwareTable BUILT_IN = new HardwareTable();

    private HardwareTable() {}

    /// The table that comes with the program; read with the first question.
    public static HardwareTable builtIn() {
        return BUILT_IN;
    }

    /// The row in force on that day, a session's first; `null` where there is none.
    public @Nullable Efficiency at(String algorithm, LocalDate day) {
        Efficiency latest = null;
        for (Efficiency row : BuiltIn.ROWS) {
            boolean inForce = row.algorithm().equals(algorithm) && !row.from().isAfter(day);
            if (inForce && (latest == null || row.from().isAfter(latest.from()))) {
                latest = row;
            }
        }
        return latest;
    }

    /// All rows in the order of the file.
    public List<Efficiency> rows() {
        return BuiltIn.ROWS;
    }

    private static final class BuiltIn {
        private static final List<Efficiency> ROWS = read();

        private static List<Efficiency> read() {
            List<Efficiency> rows = new ArrayList<>();
            ReferenceTable.read("hardware.csv", COLUMNS, row -> rows.add(efficiency(row)));
            return List.copyOf(rows);
        }

        private static Efficiency efficiency(CsvRow row) {
            double hashes = Objects.requireNonNull(HASHES.get(row.required("unit")), "unit");
            return new Efficiency(
                    row.required("algorithm"),
                    Objects.requireNonNull(row.date("from"), "from"),
                    row.number("low") / hashes,
                    row.number("best") / hashes,
                    row.number("high") / hashes,
                    row.required("source"));
        }
    }
}
