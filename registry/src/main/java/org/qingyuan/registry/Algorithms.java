package org.qingyuan.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvRow;

/// The algorithms that have a name (`algorithms.csv`). Read when first asked for; immutable.
public final class Algorithms {
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("name", "aliases", "unit", "log2_per_difficulty", "source"), List.of());

    private Algorithms() {}

    /// The algorithm of a name or alias in any case, as a miner announces it; `null` when it is unknown.
    public static @Nullable Algorithm of(String name) {
        return name.length() > 64 ? null : BuiltIn.BY_NAME.get(name.toLowerCase(Locale.ROOT));
    }

    /// All algorithms in the order of the file.
    public static List<Algorithm> all() {
        return BuiltIn.ALL;
    }

    private static final class BuiltIn {
        private static final List<Algorithm> ALL = read();
        private static final Map<String, Algorithm> BY_NAME = byName();

        private static List<Algorithm> read() {
            List<Algorithm> all = new ArrayList<>();
            ReferenceTable.read("algorithms.csv", COLUMNS, row -> all.add(algorithm(row)));
            return List.copyOf(all);
        }

        private static Algorithm algorithm(CsvRow row) {
            String scale = row.text("log2_per_difficulty");
            return new Algorithm(
                    row.required("name"),
                    ReferenceTable.words(row.text("aliases")),
                    row.required("unit"),
                    scale.isEmpty() ? 0 : Math.scalb(1.0, Integer.parseInt(scale)),
                    row.text("source"));
        }

        private static Map<String, Algorithm> byName() {
            Map<String, Algorithm> byName = new HashMap<>();
            for (Algorithm algorithm : ALL) {
                add(byName, algorithm.name(), algorithm);
                algorithm.aliases().forEach(alias -> add(byName, alias, algorithm));
            }
            return Map.copyOf(byName);
        }

        private static void add(Map<String, Algorithm> byName, String name, Algorithm algorithm) {
            if (byName.put(name, algorithm) != null) {
                throw new IllegalStateException("two algorithms named " + name);
            }
        }
    }
}
