package org.qingyuan.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvRow;

/// Difficulty of networks by year in order of magnitude (`networks.csv`), which tells Bitcoin from its forks and from
/// coins of other algorithms by the `nbits` of a job. Immutable.
///
/// A bracket is taken a factor of 1.25 wider than written, and after the last year of a coin by a factor of 2 more a
/// year: where that leaves a doubt, several networks are candidates.
public final class NetworkDifficulty {
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("coin", "algorithm", "from", "to", "low", "high", "source"), List.of());

    /// By how much a bracket is taken wider than written.
    private static final double MARGIN = 1.25;

    /// A network that may have the difficulty.
    ///
    /// @param coin ticker
    public record Network(String coin, String algorithm) {}

    /// @param to last year, inclusive; `openEnded` when it is the last the table knows of a network that goes on
    private record Bracket(Network network, int from, int to, double low, double high, boolean openEnded) {
        boolean holds(double difficulty, int year) {
            if (year < from || year > to && !openEnded) {
                return false;
            }
            int yearsAfter = Math.max(0, year - to);
            double margin = Math.scalb(MARGIN, Math.min(yearsAfter, 64)); // twice as wide each year
            return difficulty >= low / margin && difficulty <= high * margin;
        }
    }

    private static final NetworkDifficulty BUILT_IN = new NetworkDifficulty();

    private NetworkDifficulty() {}

    /// The table that comes with the program; read with the first question.
    public static NetworkDifficulty builtIn() {
        return BUILT_IN;
    }

    /// Networks whose difficulty on that day may be that of the compact target, in the order of the file. Empty for a
    /// target that is none (zero, negative, beyond 256 bits) or fits no network.
    ///
    /// @param nbits 32 bits: exponent (base 256) and 24-bit mantissa
    public List<Network> candidates(long nbits, LocalDate day) {
        double difficulty = difficulty(nbits);
        List<Network> candidates = new ArrayList<>();
        for (Bracket bracket : BuiltIn.BRACKETS) {
            if (bracket.holds(difficulty, day.getYear()) && !candidates.contains(bracket.network)) {
                candidates.add(bracket.network);
            }
        }
        return candidates;
    }

    /// Difficulty relative to the target `1d00ffff`; 0 for what is no target.
    public static double difficulty(long nbits) {
        int exponent = (int) (nbits >>> 24);
        long mantissa = nbits & 0x7f_ffff;
        boolean negative = (nbits & 0x80_0000) != 0;
        if (nbits >>> 32 != 0 || mantissa == 0 || negative || exponent > 32) {
            return 0;
        }
        return 0xffff / (double) mantissa * Math.scalb(1.0, 8 * (0x1d - exponent));
    }

    private static final class BuiltIn {
        private static final List<Bracket> BRACKETS = read();

        private static List<Bracket> read() {
            List<Bracket> brackets = new ArrayList<>();
            ReferenceTable.read("networks.csv", COLUMNS, row -> brackets.add(bracket(row)));
            return List.copyOf(brackets);
        }

        /// `2025+` as the last year stands for 2025 and what follows.
        private static Bracket bracket(CsvRow row) {
            String to = row.required("to");
            boolean openEnded = to.endsWith("+");
            return new Bracket(
                    new Network(row.required("coin"), row.required("algorithm")),
                    Integer.parseInt(row.required("from")),
                    Integer.parseInt(openEnded ? to.substring(0, to.length() - 1) : to),
                    row.number("low"),
                    row.number("high"),
                    openEnded);
        }
    }
}
