package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Packet;

/// Writes the captures of one scenario and keeps their truth.
final class Studio {
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final String scenario;
    private final long seed;
    private final Path dir;
    private final List<Truth> truths = new ArrayList<>();
    private int captures;

    Studio(String scenario, long seed, Path dir) {
        this.scenario = scenario;
        this.seed = seed;
        this.dir = dir;
    }

    List<Truth> truths() {
        return truths;
    }

    String scenario() {
        return scenario;
    }

    Path file(String name) {
        return dir.resolve(name);
    }

    /// An empty stage that depends on the seed, the scenario and how many stages it had before.
    Stage stage(String startInstant) {
        long mixed = (seed + 1) * SPREAD ^ (scenario.hashCode() + 31L * captures++) * 0x5851_f42d_4c95_7f2dL;
        return new Stage(
                new SplittableRandom(mixed), Instant.parse(startInstant).getEpochSecond() * 1_000_000_000L);
    }

    /// One ordinary capture, named as the scenario.
    void capture(String startInstant, Consumer<Stage> build) throws IOException {
        capture(startInstant, CaptureFormat.PCAP, build, packets -> packets);
    }

    void capture(
            String startInstant, CaptureFormat format, Consumer<Stage> build, UnaryOperator<List<Packet>> disturbance)
            throws IOException {
        Stage stage = stage(startInstant);
        build.accept(stage);
        List<Packet> packets = disturbance.apply(stage.play());
        String name = scenario + format.suffix();
        format.write(file(name), packets);
        count(name, stage, packets);
    }

    /// Counts the truth of a capture that was written otherwise.
    void count(String name, Stage stage, List<Packet> packets) {
        truths.addAll(new TruthCounter(name, scenario, stage, packets).count());
    }

    /// A file of any bytes in which nothing is to find.
    void raw(String name, byte[] bytes, String note) throws IOException {
        Files.write(file(name), bytes);
        Stage empty = stage("2021-10-12T00:00:00Z");
        empty.plant(nothing(note));
        count(name, empty, List.of());
    }

    void raw(String name, String text, String note) throws IOException {
        raw(name, text.getBytes(StandardCharsets.UTF_8), note);
    }

    /// A planted nothing: a right scan is silent about all the background.
    static Planted nothing(String note) {
        Endpoint nobody = Endpoint.of("0.0.0.0", 0);
        return new Planted(Planted.Expected.NONE, null, nobody, nobody, 0, "H", new Ledger(), Set.of(0), note);
    }
}
