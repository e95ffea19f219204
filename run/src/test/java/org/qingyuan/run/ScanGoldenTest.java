package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;

/// A kept capture must give the kept lines, byte for byte. A folder of `goldens` holds the capture, what a scan says of
/// it and where it comes from; `./test --renew` makes both anew.
class ScanGoldenTest {
    private static final Path GOLDENS = Path.of("src/test/resources/goldens");
    private static final long SEED = 7;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stratum-v1-one-share",
                "ethproxy-one-share",
                "cryptonote-one-share",
                "zcash-one-share",
                "eth-getwork-one-share",
                "getwork-one-share",
                "getblocktemplate-one-share",
                "cryptonote-client-only",
                "stratum-v1-refused",
                "chat-login",
                "vlan",
                "bad-headers"
            })
    void keptCaptureGivesKeptLines(String scenario, @TempDir Path temporary) throws IOException {
        Path folder = GOLDENS.resolve(scenario);
        if (Boolean.getBoolean("qingyuan.renew")) {
            renew(scenario, folder, temporary);
        }
        assertThat(scan(folder, temporary))
                .as("`./test --renew` writes it anew")
                .isEqualTo(Files.readString(folder.resolve("expected.jsonl")));
    }

    private static void renew(String scenario, Path folder, Path temporary) throws IOException {
        Path captures = folder.resolve("captures");
        Files.createDirectories(captures);
        Path made = temporary.resolve("made");
        TrafficGenerator.write(Scenario.named(scenario).orElseThrow(), SEED, made);
        try (var files = Files.list(made)) {
            for (Path file : files.filter(each -> !each.endsWith(TrafficGenerator.TRUTH_FILE))
                    .toList()) {
                Files.move(file, captures.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(
                folder.resolve("PROVENANCE"),
                "Made by the generator of this project: scenario " + scenario + ", seed " + SEED + ".\n");
        Files.writeString(folder.resolve("expected.jsonl"), scan(folder, temporary));
    }

    private static String scan(Path folder, Path temporary) throws IOException {
        ScanParameters parameters = new ScanParameters(
                TimeRange.ALWAYS,
                List.of(),
                ScanParameters.DEFAULT_SESSION_IDLE,
                ScanParameters.DEFAULT_MIN_OBSERVED_SECONDS,
                ZoneOffset.UTC);
        ScanRequest request = new ScanRequest(
                List.of("captures"),
                folder.toAbsolutePath(),
                () -> {
                    throw new IOException("no pipe here");
                },
                parameters,
                ScanLimits.DEFAULT,
                References.builtIn(),
                false,
                "golden",
                false,
                2,
                temporary);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatOptions options =
                new FormatOptions(false, Messages.load(Language.EN, ZoneOffset.UTC), 0, false, note -> {});
        try (ResultWriter lines = Format.JSONL.open(out, options)) {
            new MiningScan(request, lines, null, ScanProgress.SILENT).run();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
