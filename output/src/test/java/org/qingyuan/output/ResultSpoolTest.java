package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;

class ResultSpoolTest {
    @TempDir
    Path parent;

    @Test
    void ordersByStartKeyAndId() throws IOException {
        List<Finding> findings = findings(300);
        assertThat(drained(findings, 1 << 20)).isEqualTo(sorted(findings));
        assertThat(children()).isZero();
    }

    @Test
    void theBoundOfMemoryChangesNothing() throws IOException {
        // one finding has some 900 bytes: 150 runs, so that runs are merged in between
        List<Finding> findings = findings(300);
        assertThat(drained(findings, 1_500)).isEqualTo(sorted(findings));
        assertThat(children()).isZero();
    }

    @Test
    void instantsOfDifferentPrecisionAreOrderedByTime() throws IOException {
        Finding micros = at(new Moment.At(Instant.parse("2026-01-01T00:00:00.000001Z"), false), "b", 1);
        Finding nanos = at(new Moment.At(Instant.parse("2026-01-01T00:00:00.000000900Z"), true), "a", 2);
        assertThat(drained(List.of(micros, nanos), 1)).isEqualTo(text(List.of(nanos, micros)));
    }

    @Test
    void temporaryFilesAreForTheOwnerAlone() throws IOException {
        try (ResultSpool spool = new ResultSpool(parent, 1, Masking.forData(false))) {
            spool.add(Samples.session());
            try (Stream<Path> made = Files.list(parent)) {
                assertThat(PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(made.findFirst().orElseThrow())))
                        .isEqualTo("rwx------");
            }
        }
        assertThat(children()).isZero();
    }

    @Test
    void linesAreMaskedBeforeTheyAreKept() throws IOException {
        assertThat(drained(List.of(Samples.attempt()), 1)).doesNotContain("zhang.san");
    }

    private String drained(List<Finding> findings, int maxBytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatOptions options =
                new FormatOptions(false, Messages.load(Language.EN, ZoneOffset.UTC), 0, false, note -> {});
        try (ResultSpool spool = new ResultSpool(parent, maxBytes, Masking.forData(false));
                ResultWriter writer = Format.JSONL.open(out, options)) {
            for (Finding finding : findings) {
                spool.add(finding);
            }
            assertThat(spool.count()).isEqualTo(findings.size());
            spool.drain(writer);
            assertThat(spool.count()).isZero();
        }
        return out.toString(UTF_8);
    }

    private static List<Finding> findings(int count) {
        SplittableRandom random = new SplittableRandom(11);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Moment start = new Moment.At(Instant.ofEpochSecond(1_790_000_000L + random.nextInt(20)), false);
            findings.add(at(start, "mining/10.0.0." + random.nextInt(5), i));
        }
        return findings;
    }

    private static Finding at(Moment start, String key, int number) {
        Finding f = Samples.attempt();
        return new Finding(
                String.format(java.util.Locale.ROOT, "%032x", number * 7919 % 1000),
                key,
                f.rule(),
                1,
                f.severity(),
                f.subject(),
                null,
                start,
                start,
                f.parameters(),
                f.summary(),
                f.evidence(),
                1,
                List.of(),
                f.fields());
    }

    private static String sorted(List<Finding> findings) {
        return text(findings.stream()
                .sorted(Comparator.comparing(Finding::start)
                        .thenComparing(Finding::key)
                        .thenComparing(Finding::id))
                .toList());
    }

    private static String text(List<Finding> findings) {
        StringBuilder text = new StringBuilder();
        findings.forEach(f ->
                text.append(new String(ResultJson.line(Masking.forData(false).mask(f)), UTF_8)));
        return text.toString();
    }

    private long children() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.count();
        }
    }
}
