package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.CaptureFormat.Compression;
import org.qingyuan.traffic.generate.wire.CaptureFormat.Container;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Frame;
import org.qingyuan.traffic.generate.wire.Link;
import org.qingyuan.traffic.generate.wire.Packet;

/// Files and packets that are broken or not for us. Where miners are among them they are to be found all the same.
final class DamageScenarios {
    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    private DamageScenarios() {}

    static List<Scenario> rows() {
        return List.of(
                row("cut-record", "the file ends in the middle of a record", studio -> cut(studio, 30)),
                row("cut-record-header", "the file ends in the middle of a record's header", studio -> cut(studio, 7)),
                row(
                        "cut-file-header",
                        "a file of 10 bytes",
                        studio -> studio.raw(
                                "cut-file-header.pcap",
                                new byte[] {(byte) 0xd4, (byte) 0xc3, (byte) 0xb2, (byte) 0xa1, 2, 0, 4, 0, 0, 0},
                                "cut in the file header")),
                row("cut-gzip", "a gzip stream that ends too early", DamageScenarios::cutGzip),
                row("huge-record", "a record that claims two gigabytes, good records before it", DamageScenarios::huge),
                row("bad-block", "a pcapng block whose two lengths differ", DamageScenarios::badBlock),
                row(
                        "garbage-packets",
                        "random frames and short frames between good packets",
                        studio -> amid(studio, BrokenPackets::garbage)),
                row(
                        "bad-headers",
                        "IP and TCP headers that contradict themselves",
                        studio -> amid(studio, BrokenPackets::badHeaders)),
                row("fragments", "IPv4 and IPv6 fragments", studio -> amid(studio, BrokenPackets::fragments)),
                row("tunnels", "GRE, IP in IP, 6in4 and VXLAN around a mining session", DamageScenarios::tunnels),
                row("unknown-link", "a link type that nobody reads", DamageScenarios::unknownLink),
                row(
                        "empty-file",
                        "a file without a byte",
                        studio -> studio.raw("empty-file.pcap", new byte[0], "an empty file")),
                row(
                        "text-file",
                        "a text that quotes a transcript and is no capture",
                        studio -> studio.raw(
                                "text-file.pcap",
                                "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[]}\n".repeat(200),
                                "a text file")));
    }

    private static Scenario row(String word, String shows, Scenario.Recipe recipe) {
        return new Scenario(word, Kind.DAMAGE, shows, recipe);
    }

    /// Cuts the last tenth off, so many bytes into a record.
    private static void cut(Studio studio, int into) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcap";
        Path file = studio.file(name);
        CaptureFormat.PCAP.write(file, packets);
        List<Packet> kept = packets.subList(0, packets.size() * 9 / 10);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, fileLength(kept) + into));
        studio.count(name, stage, kept);
    }

    private static int fileLength(List<Packet> packets) {
        int length = FILE_HEADER;
        for (Packet packet : packets) {
            length += RECORD_HEADER + Frame.of(Link.ETHERNET, packet).length;
        }
        return length;
    }

    /// What can still be unpacked depends on the reader, so nothing is promised about it.
    private static void cutGzip(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcap.gz";
        CaptureFormat.PCAP.compressed(Compression.GZIP).write(studio.file(name), packets);
        byte[] whole = Files.readAllBytes(studio.file(name));
        Files.write(studio.file(name), Arrays.copyOf(whole, 40));
        Stage empty = studio.stage(DisturbanceScenarios.START);
        empty.plant(Studio.nothing("too little is left to read a packet"));
        studio.count(name, empty, List.of());
    }

    private static void huge(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcap";
        CaptureFormat.PCAP.write(studio.file(name), packets);
        byte[] whole = Files.readAllBytes(studio.file(name));
        byte[] longer = Arrays.copyOf(whole, whole.length + 5_000);
        Arrays.fill(longer, whole.length, longer.length, (byte) 0x7f);
        Files.write(studio.file(name), longer);
        studio.count(name, stage, packets);
    }

    private static void badBlock(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcapng";
        new CaptureFormat(Container.PCAPNG, ByteOrder.LITTLE_ENDIAN, false, Compression.NONE, Link.ETHERNET)
                .write(studio.file(name), packets);
        byte[] whole = Files.readAllBytes(studio.file(name));
        byte[] longer = Arrays.copyOf(whole, whole.length + 32);
        longer[whole.length] = 6;
        longer[whole.length + 4] = 32;
        longer[whole.length + 28] = 44;
        Files.write(studio.file(name), longer);
        studio.count(name, stage, packets);
    }

    /// Breaks what it is given amid packets of miners.
    interface Breaker {
        List<Packet> broken(List<Packet> like, SplittableRandom random);
    }

    private static void amid(Studio studio, Breaker breaker) throws IOException {
        SplittableRandom random = studio.stage(DisturbanceScenarios.START).random;
        studio.capture(
                DisturbanceScenarios.START,
                CaptureFormat.PCAP,
                stage -> {
                    DisturbanceScenarios.cast(stage);
                    stage.plant(Studio.nothing("broken packets"));
                },
                packets -> merged(packets, breaker.broken(packets, random)));
    }

    static List<Packet> merged(List<Packet> packets, List<Packet> more) {
        List<Packet> all = new ArrayList<>(packets);
        all.addAll(more);
        all.sort(Comparator.comparingLong(Packet::timeNanos));
        return all;
    }

    /// A session that is only seen through tunnels is not found, one beside it is.
    private static void tunnels(Studio studio) throws IOException {
        SplittableRandom random = studio.stage(DisturbanceScenarios.START).random;
        Stage hidden = studio.stage(DisturbanceScenarios.START);
        Speaker speaker = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PLAIN);
        new Director(hidden, speaker, Endpoint.of("10.99.0.5", 50_100), Endpoint.of("203.0.113.99", 3333))
                .play(Story.NORMAL, 0.5, 120);
        List<Packet> inner = hidden.play();
        studio.capture(
                DisturbanceScenarios.START,
                CaptureFormat.PCAP,
                stage -> {
                    DisturbanceScenarios.cast(stage);
                    stage.plant(Studio.nothing("a session inside tunnels, which are counted by name"));
                },
                packets -> merged(packets, BrokenPackets.tunnelled(inner, random)));
    }

    /// LINKTYPE 147 is for private use.
    private static void unknownLink(Studio studio) throws IOException {
        Stage stage = studio.stage(DisturbanceScenarios.START);
        List<Packet> packets = DisturbanceScenarios.played(stage);
        String name = studio.scenario() + ".pcap";
        CaptureFormat.PCAP.write(studio.file(name), packets);
        byte[] whole = Files.readAllBytes(studio.file(name));
        whole[20] = (byte) 147;
        Files.write(studio.file(name), whole);
        Stage empty = studio.stage(DisturbanceScenarios.START);
        empty.plant(Studio.nothing("a link type that nobody reads"));
        studio.count(name, empty, List.of());
    }
}
