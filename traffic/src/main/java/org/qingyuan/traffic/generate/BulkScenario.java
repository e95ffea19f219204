package org.qingyuan.traffic.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingyuan.traffic.generate.BulkTraffic.Source;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.CaptureFormat;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Packet;

/// A large input for measuring: hundreds of thousands of short flows, downloads, broken packets, and a few hundred
/// miners of every dialect among them. Written as a stream; memory does not grow with the size.
final class BulkScenario {
    private static final String START = "2021-10-12T06:00:00Z";
    private static final double SECONDS = 1_800;
    private static final double LEAST_SECONDS = 900;
    private static final double SESSIONS = 300;
    private static final int LEAST_SESSIONS = 18;
    private static final double SHORTEST_SESSION = 240;
    private static final double LONGEST_SESSION = 780;

    private static final List<Speaker> CAST = List.of(
            new StratumV1Speaker(StratumV1Speaker.Variant.BITCOIN),
            new EthProxySpeaker(EthProxySpeaker.Variant.PUSH),
            new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PLAIN),
            new StratumV1Speaker(StratumV1Speaker.Variant.LITECOIN),
            new EthProxySpeaker(EthProxySpeaker.Variant.POLL),
            new CryptonoteSpeaker(CryptonoteSpeaker.Variant.LONG_TARGET),
            new ZcashSpeaker(),
            new EthGetworkSpeaker(EthGetworkSpeaker.Variant.KEPT),
            new GetworkSpeaker(GetworkSpeaker.Variant.KEPT),
            new BlockTemplateSpeaker(BlockTemplateSpeaker.Variant.POOL));
    private static final List<Story> STORIES = List.of(Story.NORMAL, Story.VARDIFF, Story.STALE, Story.NORMAL);

    private BulkScenario() {}

    static List<Scenario> rows() {
        return List.of(
                row(1),
                row(
                        "bulk-small",
                        "a fiftieth of bulk: 30 MB, 18 miners of every dialect; what a build of the program practises on",
                        0.02));
    }

    static Scenario row(double scale) {
        return row(
                "bulk",
                "1.4 GB in 3.5 million packets: short flows, downloads, broken packets, 300 miners of every dialect",
                scale);
    }

    private static Scenario row(String name, String title, double scale) {
        return new Scenario(name, Kind.BULK, title, studio -> write(studio, name + ".pcap", scale));
    }

    private static void write(Studio studio, String file, double scale) throws IOException {
        Stage stage = studio.stage(START);
        double seconds = Math.max(LEAST_SECONDS, SECONDS * scale);
        List<Source> sources = new ArrayList<>();
        long sessions = Math.max(LEAST_SESSIONS, Math.round(SESSIONS * scale));
        for (int i = 0; i < sessions; i++) {
            int number = i;
            Stage own = new Stage(stage.random.split(), stage.startNanos);
            double from = stage.random.nextDouble(0, seconds - LONGEST_SESSION - 60);
            sources.add(new Source(stage.at(from), () -> session(studio, file, own, number, from)));
        }
        BulkFlows flows = new BulkFlows(stage.random.split());
        long count = Math.round(BulkFlows.AT_SCALE_ONE * scale);
        BulkTraffic traffic = new BulkTraffic(flows, stage.random.split(), sources, stage.startNanos, seconds, count);
        CaptureFormat.PCAP.write(studio.file(file), traffic);
        Stage rest = new Stage(stage.random.split(), stage.startNanos);
        rest.plant(Studio.nothing("everything else"));
        studio.count(file, rest, List.of());
    }

    private static List<Packet> session(Studio studio, String file, Stage own, int number, double from) {
        Speaker speaker = CAST.get(number % CAST.size());
        SampleOrganisation organisation = SampleOrganisation.ALL.get(number % SampleOrganisation.ALL.size());
        String network =
                organisation.address(0).substring(0, organisation.address(0).lastIndexOf('.'));
        Endpoint client = Endpoint.of(network + "." + (1 + number / 15 % 90), 32_768 + own.random.nextInt(28_000));
        double seconds = own.random.nextDouble(SHORTEST_SESSION, LONGEST_SESSION);
        new Director(own, speaker, client, DialectScenarios.server(speaker))
                .play(STORIES.get(number / CAST.size() % STORIES.size()), from, seconds);
        List<Packet> packets = own.play();
        studio.count(file, own, packets);
        return packets;
    }
}
