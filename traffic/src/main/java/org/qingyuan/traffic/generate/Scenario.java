package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One row of the list of scenarios: what can be generated.
///
/// @param word name for the command line, also of its files
/// @param shows what it is there for, in one sentence
public record Scenario(String word, Kind kind, String shows, Recipe recipe) {
    /// What a scenario is good for.
    public enum Kind {
        /// Miners of one dialect.
        DIALECT,
        /// What is easily mistaken for mining; nothing is to find.
        NEAR_MISS,
        /// Miners in captures that are hard to read.
        DISTURBANCE,
        /// Files and packets that are broken.
        DAMAGE,
        /// A small world for the demo.
        WORLD,
        /// Large inputs for measuring.
        BULK;

        /// Lower case with hyphens, `near-miss`.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Writes the files of a scenario.
    interface Recipe {
        void write(Studio studio) throws IOException;
    }

    /// Every scenario, in the order in which they are documented.
    public static List<Scenario> all() {
        return ScenarioList.ALL;
    }

    public static Optional<Scenario> named(String word) {
        return ScenarioList.ALL.stream().filter(s -> s.word().equals(word)).findFirst();
    }

    /// Whether `all` on the command line includes it; what is large is asked for by name.
    public boolean small() {
        return kind != Kind.BULK;
    }
}
