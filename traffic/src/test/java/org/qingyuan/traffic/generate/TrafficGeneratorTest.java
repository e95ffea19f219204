package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.traffic.generate.Scenario.Kind;

class TrafficGeneratorTest {
    /// Scenarios whose files are not in the plain form, or hold packets that are broken on purpose.
    private static final Set<String> PECULIAR = Set.of("snapped", "cut-record", "cut-record-header", "huge-record");

    private static List<Truth> truths = List.of();

    @TempDir
    static Path dir;

    @BeforeAll
    static void writeEverything() throws IOException {
        truths = TrafficGenerator.writeAll(1, dir);
    }

    private static Map<String, String> digests(Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                digests.put(
                        String.valueOf(file.getFileName()),
                        Arrays.hashCode(Files.readAllBytes(file)) + " " + Files.size(file));
            }
        }
        return digests;
    }

    /// Plain captures of well-formed packets with all that was planted in each.
    private static Map<String, List<Truth>> wellFormed() {
        Set<String> scenarios = Scenario.all().stream()
                .filter(s -> s.kind() != Kind.DAMAGE && s.kind() != Kind.WORLD)
                .map(Scenario::word)
                .filter(word -> !PECULIAR.contains(word) && !word.startsWith("link-") && !word.equals("rotated"))
                .filter(word -> !Set.of("big-endian", "nanoseconds").contains(word))
                .collect(Collectors.toSet());
        return truths.stream()
                .filter(t -> scenarios.contains(t.scenario()) && t.file().endsWith(".pcap"))
                .collect(Collectors.groupingBy(Truth::file, TreeMap::new, Collectors.toList()));
    }

    @Test
    void sameSeedGivesTheSameBytes(@TempDir Path again) throws IOException {
        TrafficGenerator.writeAll(1, again);

        assertThat(digests(again)).isEqualTo(digests(dir));
    }

    @Test
    void aScenarioAloneGivesTheSameBytesAsAmongAll(@TempDir Path alone) throws IOException {
        TrafficGenerator.write(Scenario.named("cryptonote-vardiff").orElseThrow(), 1, alone);

        assertThat(alone.resolve("cryptonote-vardiff.pcap"))
                .hasSameBinaryContentAs(dir.resolve("cryptonote-vardiff.pcap"));
    }

    @Test
    void anotherSeedGivesOtherBytes(@TempDir Path other) throws IOException {
        TrafficGenerator.write(Scenario.named("cryptonote-vardiff").orElseThrow(), 2, other);

        assertThat(Files.readAllBytes(other.resolve("cryptonote-vardiff.pcap")))
                .isNotEqualTo(Files.readAllBytes(dir.resolve("cryptonote-vardiff.pcap")));
    }

    @Test
    void everyScenarioHasTruthAndFile() {
        for (Scenario scenario : Scenario.all()) {
            if (scenario.small()) {
                assertThat(truths)
                        .as(scenario.word())
                        .anyMatch(t -> t.scenario().equals(scenario.word()));
            }
        }
        assertThat(truths).allMatch(t -> Files.exists(dir.resolve(t.file())));
    }

    @Test
    void wordsAreUnique() {
        List<String> words = Scenario.all().stream().map(Scenario::word).toList();

        assertThat(new HashSet<>(words)).hasSameSizeAs(words);
    }

    @Test
    void truthFileHasALineForEachTruth() throws IOException {
        List<String> lines = Files.readAllLines(dir.resolve(TrafficGenerator.TRUTH_FILE));

        assertThat(lines).hasSameSizeAs(truths).allMatch(line -> line.startsWith("{\"file\":\"") && line.endsWith("}"));
    }

    @Test
    void nearMissesExpectNothing() {
        Set<String> words = Scenario.all().stream()
                .filter(s -> s.kind() == Kind.NEAR_MISS)
                .map(Scenario::word)
                .collect(Collectors.toSet());

        assertThat(truths)
                .filteredOn(t -> words.contains(t.scenario()))
                .allMatch(t -> t.rule().equals("none"));
    }

    @Test
    void packetsAreInOrderOfTime() throws IOException {
        for (String file : wellFormed().keySet()) {
            long before = 0;
            for (PlainPcap.Captured each : PlainPcap.read(dir.resolve(file))) {
                assertThat(each.timeNanos()).as(file).isGreaterThanOrEqualTo(before);
                before = each.timeNanos();
            }
        }
    }

    @Test
    void checksumsAreRight() throws IOException {
        for (String file : wellFormed().keySet()) {
            long number = 0;
            for (PlainPcap.Captured each : PlainPcap.read(dir.resolve(file))) {
                assertThat(InternetChecksum.faults(each))
                        .as("%s packet %s", file, ++number)
                        .isZero();
            }
        }
    }

    /// Mirrored copies are counted once, which the plain recount does not do.
    @Test
    void truthCountsThePacketsThatWereWritten() throws IOException {
        for (Map.Entry<String, List<Truth>> file : wellFormed().entrySet()) {
            List<Truth> planted = file.getValue();
            if (planted.stream().anyMatch(t -> t.scenario().equals("mirrored"))) {
                continue;
            }
            List<PlainPcap.Captured> records = PlainPcap.read(dir.resolve(file.getKey()));
            assertThat(planted.stream().mapToLong(Truth::packets).sum())
                    .as(file.getKey())
                    .isEqualTo(records.size());
            assertThat(planted.stream()
                            .mapToLong(t -> t.bytesToServer() + t.bytesToClient())
                            .sum())
                    .as(file.getKey())
                    .isEqualTo(records.stream().mapToLong(r -> r.ip().length).sum());
            assertThat(planted.stream().mapToLong(Truth::startNanos).min().orElseThrow() / 1_000)
                    .isEqualTo(records.get(0).timeNanos() / 1_000);
            assertThat(planted.stream().mapToLong(Truth::endNanos).max().orElseThrow() / 1_000)
                    .isEqualTo(records.get(records.size() - 1).timeNanos() / 1_000);
        }
    }

    @Test
    void mirroredCopiesAreCountedOnce() throws IOException {
        long planted = truths.stream()
                .filter(t -> t.scenario().equals("mirrored"))
                .mapToLong(Truth::packets)
                .sum();

        assertThat(PlainPcap.read(dir.resolve("mirrored.pcap"))).hasSize((int) (2 * planted));
    }

    @Test
    void segmentsFollowEachOtherWithoutHole() throws IOException {
        for (String file : List.of("cryptonote-vardiff.pcap", "zcash-normal.pcap", "getwork-connections.pcap")) {
            Map<String, Integer> next = new TreeMap<>();
            for (PlainPcap.Captured each : PlainPcap.read(dir.resolve(file))) {
                int sequence = each.number(each.transportAt() + 4, 4);
                int flags = each.number(each.transportAt() + 13, 1);
                boolean probe =
                        each.payload() == 0 && (flags & 3) == 0 && next.getOrDefault(each.flow(), 0) == sequence + 1;
                if (!probe) {
                    assertThat(sequence).as(file).isEqualTo(next.getOrDefault(each.flow(), sequence));
                    next.put(each.flow(), sequence + each.payload() + ((flags & 3) != 0 ? 1 : 0));
                }
            }
        }
    }

    @Test
    void sharesAddUpToTheWork() {
        List<String> unequal = new ArrayList<>();
        for (Truth truth : truths) {
            boolean constant =
                    truth.scenario().endsWith("-normal") && truth.rule().equals("mining.session");
            if (constant
                    && truth.shares().accepted() * truth.work().largestWeight()
                            != truth.work().hashes()) {
                double expected = truth.shares().accepted() * truth.work().largestWeight();
                if (Math.abs(expected - truth.work().hashes()) > 1e-9 * expected) {
                    unequal.add(truth.scenario());
                }
            }
        }
        assertThat(unequal).isEmpty();
    }

    @Test
    void storiesExpectWhatTheyTell() {
        assertThat(truth("stratum-v1-repeated-attempts"))
                .extracting(Truth::rule, Truth::reason, Truth::count)
                .containsExactly("mining.attempt", "refused", 3);
        assertThat(truth("ethproxy-client-only").shares())
                .matches(s -> s.unanswered() > 0 && s.unanswered() == s.submitted());
        assertThat(truth("ethproxy-server-only"))
                .matches(t -> t.unconfirmed() && !t.rateKnown() && t.bytesToServer() == 0);
        assertThat(truth("cryptonote-stale").shares())
                .matches(s -> s.stale() == 3 && s.rejected() == 2 && s.unanswered() == 1);
        assertThat(truth("zcash-one-share").shares().accepted()).isEqualTo(1);
        assertThat(truth("getwork-left").reason()).isEqualTo("left-without-share");
        assertThat(truth("getblocktemplate-no-share").rule()).isEqualTo("none");
        assertThat(truth("cryptonote-vardiff").work().squares())
                .isLessThan(truth("cryptonote-vardiff").work().hashes()
                        * truth("cryptonote-vardiff").work().largestWeight());
    }

    @Test
    void lateJoinersRateFromTheFirstWorkOfKnownScale() {
        Truth stratum = truth("stratum-v1-joined");
        Truth cryptonote = truth("cryptonote-joined");

        assertThat(stratum.ratedSeconds()).isLessThan((stratum.endNanos() - stratum.startNanos()) / 1e9 - 1);
        assertThat(cryptonote.ratedSeconds()).isEqualTo((cryptonote.endNanos() - cryptonote.startNanos()) / 1e9);
        assertThat(stratum.wallet()).isNotNull();
        assertThat(cryptonote.wallet()).isNull();
    }

    private static Truth truth(String scenario) {
        return truths.stream()
                .filter(t -> t.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }
}
