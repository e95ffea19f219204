package org.qingyuan.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
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
        if (word.equals("rotated")) {
            found.put(truths.getFirst().file(), scan(captures(dir)));
        } else {
            for (String file : new TreeSet<>(truths.stream().map(Truth::file).toList())) {
                found.put(file, scan(List.of(dir.resolve(file))));
            }
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

    private static List<Path> captures(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            return files.filter(file -> !file.endsWith(TrafficGenerator.TRUTH_FILE))
                    .sorted()
                    .toList();
        }
    }

    private static List<Finding> scan(List<Path> files) throws IOException {
        References references = References.builtIn();
        ScanParameters parameters =
                new ScanParameters(TimeRange.ALWAYS, List.of(), Duration.ofHours(1), 60, ZoneOffset.UTC);
        List<Finding> findings = new ArrayList<>();
        TrafficScan scan = new TrafficScan(parameters, ScanLimits.DEFAULT, new MiningObservers(references), null);
        List<CaptureInput> inputs = new ArrayList<>();
        for (Path file : files) {
            inputs.add(new CaptureInput(
                    String.valueOf(file.getFileName()), Files.size(file), () -> FileChannel.open(file)));
        }
        ScanResult result = scan.scanContinuous(inputs, new ScanListener() {
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

    /// The finding of a planted session. Of several connections joined in the middle the capture's first may not be the
    /// first that was made.
    private static @Nullable Finding take(@Nullable List<Finding> found, Truth truth) {
        for (Finding finding : Objects.requireNonNull(found)) {
            boolean same = finding.rule().equals(truth.rule())
                    && finding.subject().id().equals(truth.client().address().text())
                    && (Objects.equals(finding.fields().get("dialect"), truth.dialect()) || undecided(truth))
                    && ends(finding, "server")
                            .equals(Map.entry(truth.server().address().text(), (long)
                                    truth.server().port()))
                    && (ends(finding, "client")
                                    .equals(Map.entry(truth.client().address().text(), (long)
                                            truth.client().port()))
                            || truth.connections() > 1 && truth.scenario().endsWith("-joined"))
                    && (finding.rule().equals("mining.attempt")
                            || Objects.equals(finding.fields().get("algorithm"), truth.algorithm())
                            || "unknown".equals(finding.fields().get("algorithm")))
                    && finding.start()
                            .text()
                            .equals(Moment.ofEpochNanos(truth.startNanos(), nanos(finding))
                                    .text());
            if (same) {
                found.remove(finding);
                return finding;
            }
        }
        return null;
    }

    /// A subscription alone may begin Stratum V1 or Zcash's; an agent that mines Equihash only decides for the latter.
    private static boolean undecided(Truth truth) {
        return "unanswered".equals(truth.reason()) && truth.scenario().startsWith("zcash");
    }

    private static Instant instant(Moment moment) {
        return moment instanceof Moment.At at ? at.instant() : Instant.EPOCH;
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
        softly.assertThat(Duration.between(
                                instant(finding.end()),
                                Moment.ofEpochNanos(truth.endNanos(), true).instant())
                        .abs())
                .as("end of " + describe(truth))
                .isLessThan(Duration.ofNanos(1000));
        expected.put("wallet", said(truth.wallet(), finding.fields().get("wallet"), truth, finding));
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

    /// What the miner said of itself, where the capture holds the beginning; over HTTP each request says it again.
    private static @Nullable String said(
            @Nullable String planted, @Nullable Object found, Truth truth, Finding finding) {
        if ("getblocktemplate".equals(truth.dialect()) && Objects.equals(planted, truth.wallet())) {
            return null;
        }
        String first = finding.evidence().getFirst().what();
        boolean began = first.equals("subscribe") || first.equals("login");
        boolean subscribedOnly = "unanswered".equals(truth.reason()) && first.equals("subscribe");
        return found == null && (!began || subscribedOnly) ? null : planted;
    }

    private static void session(
            Truth truth, Finding finding, Map<String, Object> expected, Map<String, Object> actual) {
        boolean jobsSeen =
                truth.bytesToClient() > 0 || Objects.equals(finding.fields().get("algorithm"), truth.algorithm());
        expected.put("algorithm", jobsSeen ? truth.algorithm() : "unknown");
        actual.put("algorithm", finding.fields().get("algorithm"));
        expected.put("agent", said(truth.agent(), finding.fields().get("agent"), truth, finding));
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
            expected.put(
                    "work",
                    List.of(
                            truth.work().hashes(),
                            truth.work().squares(),
                            truth.work().largestWeight(),
                            truth.work().stale()));
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

    private static void shares(Truth truth, Finding finding, Map<String, Object> expected, Map<String, Object> actual) {
        // A tap that sees only the server cannot tell answers to shares from answers to claims of a hash rate.
        boolean ambiguous =
                truth.bytesToServer() == 0 && String.valueOf(truth.dialect()).startsWith("eth");
        map(finding, "shares").forEach((name, count) -> {
            if (ambiguous) {
                return;
            }
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
        return truth.file() + " " + truth.rule() + " " + truth.reason() + " " + truth.dialect() + " "
                + truth.algorithm() + " "
                + truth.client() + " -> " + truth.server() + " at " + Moment.ofEpochNanos(truth.startNanos(), false)
                + " "
                + truth.shares() + " (" + truth.note() + ")";
    }

    private static String describe(Finding finding) {
        return finding.rule() + " " + finding.fields().get("reason") + " "
                + finding.fields().get("dialect") + " "
                + finding.fields().get("algorithm") + " " + finding.fields().get("client") + " -> "
                + finding.fields().get("server")
                + " " + finding.start() + " .. " + finding.end() + " "
                + finding.fields().get("shares");
    }
}
