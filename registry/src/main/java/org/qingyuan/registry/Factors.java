package org.qingyuan.registry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvRow;

/// Carbon by year, the price of electricity and the share of cooling (`factors.csv`), each with its source.
/// Immutable.
public final class Factors {
    private static final CsvColumns COLUMNS = new CsvColumns(
            List.of("name", "family", "year", "low", "best", "high", "unit", "notice", "source"), List.of());

    private static final Factors BUILT_IN = new Factors();

    private Factors() {}

    /// The table that comes with the program; read with the first question.
    public static Factors builtIn() {
        return BUILT_IN;
    }

    /// All factors in the order of the file.
    public List<Factor> all() {
        return BuiltIn.FACTORS;
    }

    /// Kilograms of CO2 per kWh for a year: of the newest data not after it, of the oldest where all are later. The
    /// factor tells of which year it is.
    public Factor carbon(CarbonFamily family, int year) {
        Factor chosen = null;
        for (Factor factor : BuiltIn.FACTORS) {
            if (factor.family().equals(family.word()) && (chosen == null || isNearer(factor, chosen, year))) {
                chosen = factor;
            }
        }
        return required(chosen, family.word());
    }

    /// [#carbon] of the national average.
    public Factor carbon(int year) {
        return carbon(CarbonFamily.NATIONAL_AVERAGE, year);
    }

    /// What a kWh costs in yuan; usual tariffs, to be replaced by the user's own where it is known.
    public Factor electricityPrice() {
        return named("electricity-price");
    }

    /// Total energy of a site over that of its machines (power usage effectiveness).
    public Factor pue() {
        return named("pue");
    }

    private Factor named(String name) {
        Factor found = null;
        for (Factor factor : BuiltIn.FACTORS) {
            found = factor.name().equals(name) ? factor : found;
        }
        return required(found, name);
    }

    private static boolean isNearer(Factor factor, Factor chosen, int year) {
        boolean later = chosen.year() > year;
        return later ? factor.year() < chosen.year() : factor.year() > chosen.year() && factor.year() <= year;
    }

    private static Factor required(@Nullable Factor factor, String name) {
        if (factor == null) {
            throw new IllegalStateException("missing from factors.csv: " + name);
        }
        return factor;
    }

    private static final class BuiltIn {
        private static final List<Factor> FACTORS = read();

        private static List<Factor> read() {
            List<Factor> factors = new ArrayList<>();
            ReferenceTable.read("factors.csv", COLUMNS, row -> factors.add(factor(row)));
            return List.copyOf(factors);
        }

        private static Factor factor(CsvRow row) {
            String year = row.text("year");
            return new Factor(
                    row.required("name"),
                    row.text("family"),
                    year.isEmpty() ? 0 : Integer.parseInt(year),
                    row.number("low"),
                    row.number("best"),
                    row.number("high"),
                    row.required("unit"),
                    row.text("notice"),
                    row.required("source"));
        }
    }
}
