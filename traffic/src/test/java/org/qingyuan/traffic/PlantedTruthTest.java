package org.qingyuan.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;
import org.qingyuan.traffic.generate.Truth;
import org.qingyuan.traffic.mining.MiningObservers;

/// Every scenario of the generator is scanned, and what is found is what was planted: no more, no less, and with the
/// same counts, work, packets and times.
class PlantedTruthTest {
    private static final long SEED = 20211012;

    static Stream<String> scenarios() {
        return Scenario.all().stream().filter(Scenario::small).map(Scenario::word);
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsWhatWasPlanted(String word, @TempDir Path dir) throws IOException {
        List<Truth> truths = TrafficGenerator.write(Scenario.named(word).orElseThrow(), SEED, dir);
        Map<String, List<Finding>> found = new HashMap<>();
        for (String file : new TreeSet<>(truths.stream().map(Truth::file).toList())) {
            found.put(file, scan(dir.resolve(file)));
        }
        SoftAssertions softly = new SoftAssertions();
        for (Truth truth : truths) {
            if (truth.rule().equals("none")) {
                continue;
            }
            Finding finding = take(found.get(truth.file()), truth);
            softly.assertThat(finding).as("missing " + describe(truth)).isNotNull();
            if (finding != null) {
                compare(truth, finding, softly);
            }
        }
        found.forEach((file, rest) -> softly.assertThat(rest.stream().map(PlantedTruthTest::describe))
                .as("not planted in " + file)
                .isEmpty());
        softly.assertAll();
    }

    private static List<Finding> scan(Path file) throws IOException {
        References references = References.builtIn();
        ScanParameters parameters = new ScanParameters(
                TimeRange.ALWAYS, List.of(), Duration.ofHours(1), 60, ZoneOffset.UTC);
        List<Finding> findings = new ArrayList<>();
        TrafficScan scan = new TrafficScan(parameters, ScanLimits.DEFAULT, new MiningObservers(references), null);
        CaptureInput input = new CaptureInput(
                String.valueOf(file.getFileName()), Files.size(file), () -> FileChannel.open(file));
        ScanResult result = scan.scan(input, new ScanListener() {
            @Override
            public void finding(Finding finding) {
                findings.add(finding);
            }

            @Override
            public void progress(CaptureInput at, long bytesRead, long packets, int confirmed) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        });
        assertThat(result.stopped()).isFalse();
        return findings;
    }

    private static @Nullable Finding take(@Nullable List<Finding> found, Truth truth) {
        for (Finding finding : Objects.requireNonNull(found)) {
            boolean same = finding.rule().equals(truth.rule())
                    && finding.subject().id().equals(truth.client().address().text())
                    && Objects.equals(finding.fields().get("dialect"), truth.dialect())
                    && ends(finding, "server").equals(Map.entry(truth.server().address().text(), (long) truth.server().port()))
                    && ends(finding, "client").equals(Map.entry(truth.client().address().text(), (long) truth.client().port()))
                    && (finding.rule().equals("mining.attempt")
                            || Objects.equals(finding.fields().get("algorithm"), truth.algorithm())
                            || "unknown".equals(finding.fields().get("algorithm")))
                    && finding.start().equals(Moment.ofEpochNanos(truth.startNanos(), nanos(finding)));
            if (same) {
                found.remove(finding);
                return finding;
            }
        }
        return null;
    }

    private static boolean nanos(Finding finding) {
        return finding.start() instanceof Moment.At at && at.nanos();
    }

    private static Map.Entry<String, Long> ends(Finding finding, String field) {
        Map<?, ?> end = map(finding, field);
        return Map.entry(String.valueOf(end.get("ip")), (Long) Objects.requireNonNull(end.get("port")));
    }

    private static Map<?, ?> map(Finding finding, String field) {
        Object value = finding.fields().get(field);
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static void compare(Truth truth, Finding finding, SoftAssertions softly) {
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Object> actual = new LinkedHashMap<>();
        expected.put("end", Moment.ofEpochNanos(truth.endNanos(), nanos(finding)).text());
        actual.put("end", finding.end().text());
        expected.put("wallet", truth.wallet());
        actual.put("wallet", finding.fields().get("wallet"));
        if (truth.rule().equals("mining.attempt")) {
            expected.put("reason", truth.reason());
            actual.put("reason", finding.fields().get("reason"));
            expected.put("count", (long) truth.count());
            actual.put("count", finding.fields().get("count"));
        } else {
            session(truth, finding, expected, actual);
        }
        softly.assertThat(actual).as(describe(truth)).isEqualTo(expected);
    }

    private static void session(
            Truth truth, Finding finding, Map<String, Object> expected, Map<String, Object> actual) {
        expected.put("algorithm", truth.algorithm());
        actual.put("algorithm", finding.fields().get("algorithm"));
        expected.put("agent", truth.agent());
        actual.put("agent", finding.fields().get("agent"));
        expected.put("unconfirmed", truth.unconfirmed());
        actual.put("unconfirmed", finding.fields().containsKey("unconfirmed"));
        expected.put("connections", (long) truth.connections());
        actual.put("connections", finding.fields().get("connections"));
        expected.put("packets", truth.packets());
        actual.put("packets", finding.fields().get("packets"));
        expected.put("bytes", Map.of("toServer", truth.bytesToServer(), "toClient", truth.bytesToClient()));
        actual.put("bytes", finding.fields().get("bytes"));
        shares(truth, finding, expected, actual);
        if (truth.rateKnown()) {
            Map<?, ?> work = map(finding, "work");
            expected.put("work", List.of(truth.work().hashes(), truth.work().squares(), truth.work().largestWeight(), truth.work().stale()));
            actual.put("work", work.isEmpty() ? "none" : close(work, truth.work()));
        }
    }

    /// The planted number where the found one is within a millionth of it.
    private static List<Object> close(Map<?, ?> work, Truth.Work truth) {
        return List.of(
                close(work.get("hashes"), truth.hashes()),
                close(work.get("squares"), truth.squares()),
                close(work.get("largestWeight"), truth.largestWeight()),
                close(work.get("stale"), truth.stale()));
    }

    private static Object close(@Nullable Object found, double planted) {
        double value = (Double) Objects.requireNonNull(found);
        return Math.abs(value - planted) <= 1e-6 * Math.abs(planted) ? planted : value;
    }

    private static void shares(
            Truth truth, Finding finding, Map<String, Object> expected, Map<String, Object> actual) {
        map(finding, "shares").forEach((name, count) -> {
            actual.put("shares." + name, count);
            expected.put(
                    "shares." + name,
                    switch (String.valueOf(name)) {
                        case "submitted" -> truth.shares().submitted();
                        case "accepted" -> truth.shares().accepted();
                        case "stale" -> truth.shares().stale();
                        case "rejected" -> truth.shares().rejected();
                        case "unanswered" -> truth.shares().unanswered();
                        case "implausible" -> truth.shares().implausible();
                        default -> throw new AssertionError(name);
                    });
        });
    }

    private static String describe(Truth truth) {
        return truth.file() + " " + truth.rule() + " " + truth.reason() + " " + truth.dialect() + " " + truth.algorithm() + " "
                + truth.client() + " -> " + truth.server() + " at " + Moment.ofEpochNanos(truth.startNanos(), false) + " "
                + truth.shares() + " (" + truth.note() + ")";
    }

    private static String describe(Finding finding) {
        return finding.rule() + " " + finding.fields().get("reason") + " " + finding.fields().get("dialect") + " "
                + finding.fields().get("algorithm") + " " + finding.fields().get("client") + " -> " + finding.fields().get("server")
                + " " + finding.start() + " .. " + finding.end() + " " + finding.fields().get("shares");
    }
}
