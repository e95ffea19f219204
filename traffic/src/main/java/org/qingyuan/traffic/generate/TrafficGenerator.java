package org.qingyuan.traffic.generate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes captures and the truth about them. The same scenario and seed give the same bytes, whatever the machine,
/// the day and what else is written.
public final class TrafficGenerator {
    /// Name of the file with the truth: one JSON object a line.
    public static final String TRUTH_FILE = "truth.jsonl";

    private TrafficGenerator() {}

    /// Writes one scenario into a folder, which is made when it does not exist.
    ///
    /// @return what was planted, in the order of `truth.jsonl`
    public static List<Truth> write(Scenario scenario, long seed, Path dir) throws IOException {
        return write(List.of(scenario), seed, dir);
    }

    /// Writes several scenarios and one `truth.jsonl` for all.
    public static List<Truth> write(List<Scenario> scenarios, long seed, Path dir) throws IOException {
        Files.createDirectories(dir);
        List<Truth> truths = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            Studio studio = new Studio(scenario.word(), seed, dir);
            scenario.recipe().write(studio);
            truths.addAll(studio.truths());
        }
        try (BufferedWriter out = Files.newBufferedWriter(dir.resolve(TRUTH_FILE), StandardCharsets.UTF_8)) {
            for (Truth truth : truths) {
                out.write(TruthJson.line(truth));
            }
        }
        return truths;
    }

    /// Writes the scenario `bulk` at another size.
    ///
    /// @param scale 1 = 1.4 GB and 3.5 million packets; the packets a second stay the same, the time grows
    public static List<Truth> writeBulk(double scale, long seed, Path dir) throws IOException {
        return write(List.of(BulkScenario.row(scale)), seed, dir);
    }

    /// Writes every scenario but the large ones.
    public static List<Truth> writeAll(long seed, Path dir) throws IOException {
        return write(Scenario.all().stream().filter(Scenario::small).toList(), seed, dir);
    }
}
