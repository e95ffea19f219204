package org.qingyuan.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.qingyuan.traffic.capture.CaptureReader;
import org.qingyuan.traffic.generate.TrafficGenerator;
import org.qingyuan.traffic.generate.Truth;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;

/// Packets of the benchmark's capture without those of its miners, in one array: short flows, look-ups, scans,
/// downloads, broken packets. The same on every machine.
final class OrdinaryTraffic {
    /// How many packets there are; a run over all of them is one invocation of a benchmark.
    static final int PACKETS = 32_768;

    private static final double SCALE = 0.02;
    private static final long SEED = 1;

    final byte[] bytes = new byte[PACKETS * 1_600];
    final int[] offset = new int[PACKETS];
    final int[] captured = new int[PACKETS];
    final int[] wire = new int[PACKETS];
    final long[] timeNanos = new long[PACKETS];
    int linkType;
    private int count;
    private int end;

    private OrdinaryTraffic() {}

    static OrdinaryTraffic generate() {
        try {
            Path dir = Files.createTempDirectory("qingyuan-bench");
            List<Truth> truths = TrafficGenerator.writeBulk(SCALE, SEED, dir);
            OrdinaryTraffic traffic = new OrdinaryTraffic();
            traffic.read(dir.resolve("bulk.pcap"), servers(truths));
            remove(dir);
            return traffic;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<Long> servers(List<Truth> truths) {
        Set<Long> servers = new HashSet<>();
        for (Truth truth : truths) {
            if (!truth.rule().equals("none")) {
                servers.add(truth.server().address().low());
            }
        }
        return servers;
    }

    private static void remove(Path dir) throws IOException {
        try (Stream<Path> paths = Files.walk(dir)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void read(Path file, Set<Long> servers) throws IOException {
        Packet packet = new Packet();
        try (CaptureReader reader = new CaptureReader(FileChannel.open(file))) {
            do {
                while (count < PACKETS && reader.next()) {
                    if (reader.rejected() == null && !isOfMiner(packet, reader, servers)) {
                        keep(reader);
                    }
                }
            } while (count < PACKETS && reader.fill());
        }
        if (count < PACKETS) {
            throw new IllegalStateException("only " + count + " packets");
        }
    }

    private static boolean isOfMiner(Packet packet, CaptureReader reader, Set<Long> servers) {
        Decoded what = packet.decode(
                reader.bytes(), reader.offset(), reader.capturedLength(), reader.wireLength(), reader.linkType());
        return what == Decoded.TCP && (servers.contains(packet.source()) || servers.contains(packet.destination()));
    }

    private void keep(CaptureReader reader) {
        int length = reader.capturedLength();
        System.arraycopy(reader.bytes(), reader.offset(), bytes, end, length);
        offset[count] = end;
        captured[count] = length;
        wire[count] = reader.wireLength();
        timeNanos[count] = reader.timeNanos();
        linkType = reader.linkType();
        end += length;
        count++;
    }

    /// From the first packet to the last, and a second more, so that the next round is no copy of this one.
    long roundNanos() {
        return timeNanos[PACKETS - 1] - timeNanos[0] + 1_000_000_000L;
    }

    Decoded decode(Packet packet, int number) {
        return packet.decode(bytes, offset[number], captured[number], wire[number], linkType);
    }
}
