package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.generate.SampleRegistry;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;

/// Makes a small world and runs every flow over it: captures of a campus and a registry, the findings, and the circular
/// in both languages; a small bank, what is found in it, and the report in both languages.
public final class Demo {
    public static final String CAPTURES = "captures";
    public static final String REGISTRY = "registry";
    public static final String FINDINGS = "findings.jsonl";
    static final String FINDINGS_LATER = "findings-later.jsonl";
    private static final String CAPTURES_LATER = "captures-later";
    private static final long SEED = 1;

    private final Path folder;
    private final ZoneId zone;

    /// @param folder where everything goes; made when it does not exist
    public Demo(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /// The circular in one language.
    public static String circular(Language language) {
        return "circular-" + language.code() + ".html";
    }

    /// Runs it.
    ///
    /// @param options how the JSON lines are written
    /// @param shown shows the findings to the person beside
    public ScanOutcome run(
            FormatOptions options, ResultWriter shown, int threads, Path temporary, ScanProgress progress)
            throws IOException {
        Scenario campus = Scenario.named("campus").orElseThrow();
        Path captures = folder.resolve(CAPTURES);
        TrafficGenerator.write(campus, SEED, captures);
        Files.move(
                captures.resolve(TrafficGenerator.TRUTH_FILE),
                folder.resolve(TrafficGenerator.TRUTH_FILE),
                StandardCopyOption.REPLACE_EXISTING);
        SampleRegistry.write(folder.resolve(REGISTRY));
        ScanOutcome outcome = scan(CAPTURES, FINDINGS, options, shown, threads, temporary, progress);
        later(options, threads, temporary, progress);
        for (Language language : Language.values()) {
            MiningReport.write(List.of(folder.resolve(FINDINGS)), language, zone, folder.resolve(circular(language)));
        }
        return outcome;
    }

    /// The same province some weeks later, for the re-test.
    private void later(FormatOptions options, int threads, Path temporary, ScanProgress progress) throws IOException {
        Path captures = folder.resolve(CAPTURES_LATER);
        TrafficGenerator.write(Scenario.named("campus-later").orElseThrow(), SEED, captures);
        Files.deleteIfExists(captures.resolve(TrafficGenerator.TRUTH_FILE));
        scan(CAPTURES_LATER, FINDINGS_LATER, options, null, threads, temporary, progress);
    }

    /// @param shown `null` where nobody looks
    private ScanOutcome scan(
            String captures,
            String findings,
            FormatOptions options,
            @Nullable ResultWriter shown,
            int threads,
            Path temporary,
            ScanProgress progress)
            throws IOException {
        ScanRequest request = new ScanRequest(
                List.of(captures),
                folder,
                () -> {
                    throw new IOException("the demo reads files only");
                },
                new ScanParameters(
                        TimeRange.ALWAYS,
                        List.of(),
                        ScanParameters.DEFAULT_SESSION_IDLE,
                        ScanParameters.DEFAULT_MIN_OBSERVED_SECONDS,
                        zone),
                ScanLimits.DEFAULT,
                ScanReferences.load(folder.resolve(REGISTRY), null, zone).references(),
                false,
                "",
                false,
                threads,
                temporary);
        try (AtomicFile file = AtomicFile.create(folder.resolve(findings), AtomicFile.Access.PRIVATE)) {
            ResultWriter lines = Format.JSONL.open(file.stream(), options);
            ResultWriter results = shown == null ? lines : new TeeWriter(List.of(lines, shown));
            ScanOutcome outcome = new MiningScan(request, results, null, progress).run();
            lines.close();
            file.commit();
            return outcome;
        }
    }
}
