package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Tags;

/// Three hours at the border of a small province: miners of several dialects in the networks of the sample registry,
/// look-ups of their pools, what is easily mistaken for them, ordinary web traffic and broken packets.
final class CampusScenario {
    private static final String START = "2021-10-12T01:00:00Z";
    private static final double SECONDS = 3 * 3600;
    private static final int WEB_FLOWS = 250;

    private static final Speaker BITCOIN = new StratumV1Speaker(StratumV1Speaker.Variant.BITCOIN);
    private static final Speaker LITECOIN = new StratumV1Speaker(StratumV1Speaker.Variant.LITECOIN);
    private static final Speaker MONERO = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PLAIN);
    private static final Speaker MONERO_WINDOWS = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.LONG_TARGET);
    private static final Speaker PROXY = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PROXY);
    private static final Speaker WORKER = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.NICEHASH);
    private static final Speaker ETHEREUM = new EthProxySpeaker(EthProxySpeaker.Variant.PUSH);
    private static final Speaker ETHEREUM_POLL = new EthProxySpeaker(EthProxySpeaker.Variant.POLL);
    private static final Speaker ZCASH = new ZcashSpeaker();
    private static final Speaker GETWORK = new EthGetworkSpeaker(EthGetworkSpeaker.Variant.KEPT);
    private static final Speaker SOLO = new BlockTemplateSpeaker(BlockTemplateSpeaker.Variant.POOL);

    /// @param from minutes after the start
    /// @param minutes how long it lasts
    private record Part(Speaker speaker, String organisation, int host, Story story, double from, double minutes) {}

    private static final List<Part> CAST = List.of(
            new Part(ETHEREUM, "u-ninglan-cs", 11, Story.NORMAL, 0.1, 70),
            new Part(ETHEREUM, "u-ninglan-cs", 12, Story.VARDIFF, 4, 55),
            new Part(ETHEREUM_POLL, "u-ninglan-dorm", 31, Story.NORMAL, 20, 40),
            new Part(MONERO_WINDOWS, "u-ninglan-dorm", 33, Story.VARDIFF, 90, 50),
            new Part(MONERO, "u-pengcheng", 17, Story.NORMAL, 10, 45),
            new Part(ZCASH, "u-pengcheng", 18, Story.NORMAL, 60, 20),
            new Part(MONERO, "g-xizhou", 5, Story.VARDIFF, 0.2, 80),
            new Part(MONERO, "g-danhe", 9, Story.STALE, 35, 30),
            new Part(MONERO, "s-linjiang", 21, Story.NORMAL, 100, 25),
            new Part(GETWORK, "r-taihu", 8, Story.NORMAL, 50, 20),
            new Part(BITCOIN, "se-dongwu", 40, Story.NORMAL, 5, 90),
            new Part(BITCOIN, "se-dongwu", 41, Story.VARDIFF, 30, 60),
            new Part(BITCOIN, "e-ruixing", 51, Story.NORMAL, 1, 60),
            new Part(LITECOIN, "e-ruixing", 52, Story.VARDIFF, 2, 60),
            new Part(SOLO, "e-qingteng", 14, Story.NORMAL, 80, 5),
            new Part(ETHEREUM, "c-feiyu", 61, Story.NORMAL, 40, 45),
            new Part(ETHEREUM, "c-feiyu", 62, Story.STALE, 41, 45),
            new Part(ETHEREUM, "c-feiyu", 63, Story.CLIENT_ONLY, 70, 15),
            new Part(MONERO, "h-broadband", 7, Story.NORMAL, 110, 30),
            new Part(BITCOIN, "h-broadband", 8, Story.ONE_SHARE, 120, 0.5),
            new Part(MONERO, "o-station", 3, Story.NO_SHARE, 66, 5),
            new Part(BITCOIN, "o-station", 4, Story.REPEATED, 12, 0.1),
            new Part(MONERO, "e-qingteng", 15, Story.UNANSWERED, 15, 0.4),
            new Part(ETHEREUM, "r-taihu", 9, Story.REFUSED, 95, 0.1),
            new Part(ZCASH, "u-ninglan", 99, Story.LEFT, 130, 0.4));

    private static final List<Consumer<Stage>> NEAR_MISSES = List.of(
            BinaryNearMisses::bitcoin,
            BinaryNearMisses::mqtt,
            RpcNearMisses::node,
            RpcNearMisses::electrum,
            RpcNearMisses::exchange,
            RpcNearMisses::meters,
            QuotedTranscripts::webPage,
            QuotedTranscripts::mail,
            BackgroundNearMisses::synScan,
            BackgroundNearMisses::stratumText);

    private static final String LATER = "2021-11-20T00:00:00Z";
    private static final double DAY_SECONDS = 86_400;
    private static final int LATER_DAYS = 3;
    private static final int LATER_WEB_FLOWS = 700;

    private CampusScenario() {}

    static List<Scenario> rows() {
        return List.of(
                new Scenario(
                        "campus",
                        Kind.WORLD,
                        "three hours of a small province: miners, near misses, web traffic and broken packets, for the"
                                + " sample registry",
                        CampusScenario::write),
                new Scenario(
                        "campus-later",
                        Kind.WORLD,
                        "three days of the same province some weeks later: web traffic of every network, and one miner"
                                + " who is back",
                        studio -> studio.capture(LATER, CampusScenario::later)));
    }

    private static void later(Stage stage) {
        play(stage, new Part(MONERO_WINDOWS, "u-ninglan-dorm", 33, Story.NORMAL, (DAY_SECONDS + 7_200) / 60, 30));
        int miners = stage.talks();
        WebTraffic.add(stage, LATER_WEB_FLOWS, LATER_DAYS * DAY_SECONDS);
        NearMissScenarios.plantNothing(stage, miners, "web traffic");
    }

    private static void write(Studio studio) throws IOException {
        SplittableRandom random = studio.stage(START).random;
        studio.capture(
                START,
                CaptureFormat.PCAP,
                CampusScenario::build,
                packets -> DamageScenarios.merged(packets, BrokenPackets.badHeaders(packets, random)));
    }

    private static void build(Stage stage) {
        for (Part part : CAST) {
            play(stage, part);
        }
        dataCentre(stage);
        int miners = stage.talks();
        NEAR_MISSES.forEach(n -> n.accept(stage));
        WebTraffic.add(stage, WEB_FLOWS, SECONDS);
        NearMissScenarios.plantNothing(stage, miners, "near misses, web traffic, look-ups and broken packets");
    }

    private static void play(Stage stage, Part part) {
        SampleOrganisation organisation = SampleOrganisation.named(part.organisation());
        Endpoint client = Endpoint.of(organisation.address(part.host()), 40_000 + stage.random.nextInt(20_000));
        Endpoint server = DialectScenarios.server(part.speaker());
        double after = part.from() * 60;
        BackgroundNearMisses.lookUp(stage, client, part.speaker().poolHost(), server, after - 0.4);
        int before = stage.talks();
        new Director(stage, part.speaker(), client, server).play(part.story(), after, part.minutes() * 60);
        for (int talk = before + 1; talk <= stage.talks() && organisation.vlan() >= 0; talk++) {
            stage.script(talk).shape(p -> p.tagged(Tags.vlan(organisation.vlan())));
        }
    }

    /// Three workers at a proxy in the data centre, and an address that nobody has registered.
    private static void dataCentre(Stage stage) {
        SampleOrganisation centre = SampleOrganisation.named("d-jinling");
        Endpoint proxy = Endpoint.of(centre.address(2), 3333);
        for (int i = 0; i < 3; i++) {
            Endpoint worker = Endpoint.of(centre.address(20 + i), 45_000 + i);
            new Director(stage, WORKER, worker, proxy).play(Story.NORMAL, 600 + 40 * i, 1500);
        }
        new Director(stage, PROXY, new Endpoint(proxy.address(), 51_000), DialectScenarios.server(PROXY))
                .play(Story.NORMAL, 580, 1600);
        new Director(stage, ETHEREUM, Endpoint.of("172.20.4.4", 50_222), DialectScenarios.server(ETHEREUM))
                .play(Story.NORMAL, 3_000, 1_500);
    }
}
