package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.CaptureFormat.Compression;
import org.qingyuan.traffic.generate.wire.CaptureFormat.Container;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Link;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.Tags;
import org.qingyuan.traffic.generate.wire.TcpPlan;
import org.qingyuan.traffic.generate.wire.TcpPlan.Cutter;

/// Miners whose captures are hard to read: by what the network did, how the tap saw it, or how it was written down.
final class DisturbanceScenarios {
    static final String START = "2021-10-12T02:00:00Z";

    private static final Speaker STRATUM = new StratumV1Speaker(StratumV1Speaker.Variant.BITCOIN);
    private static final Speaker CRYPTONOTE = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PLAIN);
    private static final Speaker ETHPROXY = new EthProxySpeaker(EthProxySpeaker.Variant.PUSH);
    private static final Speaker ZCASH = new ZcashSpeaker();
    private static final List<Speaker> CAST = List.of(CRYPTONOTE, STRATUM, ETHPROXY, ZCASH);
    private static final double SECONDS = 150;

    private DisturbanceScenarios() {}

    static List<Scenario> rows() {
        return List.of(
                disturbed("out-of-order", "segments overtake each other", Disturbance.outOfOrder()),
                disturbed("overlap", "segments cover each other with other bytes", Disturbance.overlap()),
                disturbed("retransmission", "segments are sent again", Disturbance.retransmission()),
                disturbed("lost-segments", "one data segment in 25 is missing", Disturbance.lost(25)),
                disturbed("mirrored", "every packet is seen twice within 100 ms", Disturbance.mirrored()),
                disturbed("long-headers", "IPv4 options on one packet in three", Disturbance.longHeaders()),
                row("snapped", "at most 600 bytes of a packet are captured", DisturbanceScenarios::snapped),
                row("one-direction", "only the clients' packets reach the tap", DisturbanceScenarios::oneDirection),
                shaped("vlan", "a VLAN tag on every frame", p -> p.tagged(Tags.vlan(204))),
                shaped("qinq", "two VLAN tags on every frame", p -> p.tagged(Tags.qinq(100, 204))),
                shaped("together", "several objects a segment", p -> p.cut(Cutter.TOGETHER, 1448)),
                shaped("cut-anywhere", "segments of 1 to 90 bytes, cut anywhere", p -> p.cut(Cutter.ANYWHERE, 90)),
                shaped("cut-small", "segments of 1 to 7 bytes", p -> p.cut(Cutter.ANYWHERE, 7)),
                row(
                        "reused-ports",
                        "a five-tuple used again, the first use never closed",
                        DisturbanceScenarios::reused),
                row("hour-silence", "more than an hour of silence within a connection", DisturbanceScenarios::silence),
                row("ipv6", "IPv6, some packets with extension headers", DisturbanceScenarios::six),
                written("big-endian", "pcap in the other byte order", ByteOrder.BIG_ENDIAN, false, Compression.NONE),
                written("nanoseconds", "pcap with nanoseconds", ByteOrder.LITTLE_ENDIAN, true, Compression.NONE),
                written("gzip", "pcap in gzip", ByteOrder.LITTLE_ENDIAN, false, Compression.GZIP),
                written("zstd", "pcap in zstd", ByteOrder.LITTLE_ENDIAN, false, Compression.ZSTD),
                linked("link-raw", Link.RAW),
                linked("link-null", Link.NULL),
                linked("link-loop", Link.LOOP),
                linked("link-sll", Link.SLL),
                linked("link-sll2", Link.SLL2),
                format("pcapng", "pcapng", CaptureFormat.PCAPNG),
                format(
                        "pcapng-gzip",
                        "pcapng, big-endian, nanoseconds, in gzip",
                        new CaptureFormat(
                                Container.PCAPNG, ByteOrder.BIG_ENDIAN, true, Compression.GZIP, Link.ETHERNET)),
                row(
                        "pcapng-interfaces",
                        "pcapng with sections, interfaces of several links and time resolutions, old packet blocks",
                        FileShapes::interfaces),
                row("rotated", "one capture rotated into three files", FileShapes::rotated));
    }

    private static Scenario row(String word, String shows, Scenario.Recipe recipe) {
        return new Scenario(word, Kind.DISTURBANCE, shows, recipe);
    }

    /// One miner of each of four dialects.
    static void cast(Stage stage) {
        cast(stage, CAST, SECONDS);
    }

    private static void cast(Stage stage, List<Speaker> speakers, double seconds) {
        for (int i = 0; i < speakers.size(); i++) {
            Speaker speaker = speakers.get(i);
            new Director(stage, speaker, DialectScenarios.client(stage, i), DialectScenarios.server(speaker))
                    .play(Story.NORMAL, 0.5 + 2.25 * i, seconds);
        }
    }

    private static Scenario disturbed(String word, String shows, Disturbance disturbance) {
        return row(word, shows, studio -> {
            SplittableRandom random = studio.stage(START).random;
            studio.capture(START, CaptureFormat.PCAP, DisturbanceScenarios::cast, p -> disturbance.apply(p, random));
        });
    }

    private static Scenario shaped(String word, String shows, UnaryOperator<TcpPlan> shape) {
        return row(
                word,
                shows,
                studio -> studio.capture(START, stage -> {
                    cast(stage, word.equals("cut-small") ? CAST.subList(0, 3) : CAST, SECONDS);
                    stage.shape(shape);
                }));
    }

    private static Scenario written(
            String word, String shows, ByteOrder order, boolean nanos, Compression compression) {
        return format(word, shows, new CaptureFormat(Container.PCAP, order, nanos, compression, Link.ETHERNET));
    }

    private static Scenario linked(String word, Link link) {
        return format(word, "link type " + link.number(), CaptureFormat.PCAP.over(link));
    }

    private static Scenario format(String word, String shows, CaptureFormat format) {
        return row(word, shows, studio -> studio.capture(START, format, DisturbanceScenarios::cast, p -> p));
    }

    private static void snapped(Studio studio) throws IOException {
        studio.capture(
                START,
                CaptureFormat.PCAP,
                stage -> cast(stage, CAST.subList(0, 3), SECONDS),
                packets -> Disturbance.snapped(600).apply(packets, new SplittableRandom(0)));
    }

    private static void oneDirection(Studio studio) throws IOException {
        studio.capture(
                START,
                CaptureFormat.PCAP,
                stage -> {
                    for (int i = 0; i < CAST.size(); i++) {
                        Speaker speaker = CAST.get(i);
                        Endpoint client = DialectScenarios.client(stage, i);
                        new Director(stage, speaker, client, DialectScenarios.server(speaker))
                                .play(Story.CLIENT_ONLY, 0.5 + i, SECONDS);
                    }
                },
                packets -> Disturbance.oneWay(Script.CLIENT).apply(packets, new SplittableRandom(0)));
    }

    private static void reused(Studio studio) throws IOException {
        studio.capture(START, stage -> {
            for (Speaker speaker : List.of(CRYPTONOTE, STRATUM)) {
                Endpoint client = DialectScenarios.client(stage, CAST.indexOf(speaker));
                Director director = new Director(stage, speaker, client, DialectScenarios.server(speaker));
                director.play(Story.NORMAL, 0.5, SECONDS);
                stage.script(stage.talks()).end(TcpPlan.Ending.OPEN, 0);
                director.play(Story.NORMAL, SECONDS + 40, SECONDS);
            }
        });
    }

    /// A session after the silence knows nothing of the one before: Stratum's difficulty is unknown then, CryptoNote's
    /// jobs carry their target.
    private static void silence(Studio studio) throws IOException {
        double before = 120;
        double silence = 3_700;
        studio.capture(START, stage -> {
            for (Speaker speaker : List.of(new CryptonoteSpeaker(CryptonoteSpeaker.Variant.OLD), STRATUM)) {
                SplittableRandom random = stage.random.split();
                double rate = speaker.typicalRate();
                double weight = speaker.announceable(rate * 8);
                Timetable timetable = Timetable.of(
                                SessionSampler.constant(random, rate, weight, 2 * before), speaker.pace(), random)
                        .silent(before, silence);
                new Director(
                                stage,
                                speaker,
                                DialectScenarios.client(stage, stage.talks()),
                                DialectScenarios.server(speaker))
                        .play(0.5, rate, timetable, new Ledger());
                Planted whole = stage.planted().removeLast();
                long middle = stage.at(before + silence / 2);
                stage.plant(whole.within(0, middle));
                stage.plant(whole.within(middle, Long.MAX_VALUE).seen(speaker::joined));
            }
            stage.shape(TcpPlan::silent);
        });
    }

    private static void six(Studio studio) throws IOException {
        SplittableRandom random = studio.stage(START).random;
        studio.capture(
                START,
                CaptureFormat.PCAP,
                stage -> {
                    for (int i = 0; i < CAST.size(); i++) {
                        Endpoint client = Endpoint.of("2001:db8:20:3::" + (7 + i), 50_000 + i);
                        Endpoint server = Endpoint.of(
                                "2001:db8:f00::" + (1 + i), CAST.get(i).poolPort());
                        new Director(stage, CAST.get(i), client, server).play(Story.NORMAL, 0.5 + i, SECONDS);
                    }
                },
                packets -> Disturbance.longHeaders().apply(packets, random));
    }

    /// The packets as they are, for those who write files of their own shape.
    static List<Packet> played(Stage stage) {
        cast(stage);
        return stage.play();
    }
}
