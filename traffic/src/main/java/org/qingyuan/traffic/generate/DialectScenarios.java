package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Every dialect times every story, and the variants of each dialect.
final class DialectScenarios {
    /// One speaker a dialect: it plays every story.
    static final List<Speaker> MAIN = List.of(
            new StratumV1Speaker(StratumV1Speaker.Variant.BITCOIN),
            new EthProxySpeaker(EthProxySpeaker.Variant.PUSH),
            new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PLAIN),
            new ZcashSpeaker(),
            new EthGetworkSpeaker(EthGetworkSpeaker.Variant.KEPT),
            new GetworkSpeaker(GetworkSpeaker.Variant.KEPT),
            new BlockTemplateSpeaker(BlockTemplateSpeaker.Variant.POOL));

    private DialectScenarios() {}

    static List<Speaker> variants() {
        List<Speaker> all = new ArrayList<>();
        for (StratumV1Speaker.Variant v : StratumV1Speaker.Variant.values()) {
            all.add(new StratumV1Speaker(v));
        }
        for (CryptonoteSpeaker.Variant v : CryptonoteSpeaker.Variant.values()) {
            all.add(new CryptonoteSpeaker(v));
        }
        all.remove(SpecialScenarios.SWITCHING);
        for (EthProxySpeaker.Variant v : EthProxySpeaker.Variant.values()) {
            all.add(new EthProxySpeaker(v));
        }
        for (EthGetworkSpeaker.Variant v : EthGetworkSpeaker.Variant.values()) {
            all.add(new EthGetworkSpeaker(v));
        }
        for (GetworkSpeaker.Variant v : GetworkSpeaker.Variant.values()) {
            all.add(new GetworkSpeaker(v));
        }
        for (BlockTemplateSpeaker.Variant v : BlockTemplateSpeaker.Variant.values()) {
            all.add(new BlockTemplateSpeaker(v));
        }
        all.removeAll(MAIN);
        return all;
    }

    static List<Scenario> rows() {
        List<Scenario> rows = new ArrayList<>();
        for (Speaker speaker : MAIN) {
            for (Story story : Story.values()) {
                rows.add(row(speaker, story));
            }
        }
        for (Speaker speaker : variants()) {
            rows.add(new Scenario(
                    speaker.word(),
                    Kind.DIALECT,
                    speaker.about(),
                    studio -> studio.capture(speaker.era(), stage -> variant(stage, speaker))));
        }
        return rows;
    }

    private static Scenario row(Speaker speaker, Story story) {
        return new Scenario(
                speaker.word() + "-" + story.word,
                Kind.DIALECT,
                speaker.dialect() + ": " + story.shows,
                studio -> studio.capture(
                        speaker.era(),
                        stage -> new Director(stage, speaker, client(stage, 0), server(speaker)).play(story, 0.5)));
    }

    /// A variant plays three stories side by side in one capture.
    private static void variant(Stage stage, Speaker speaker) {
        for (int i = 0; i < speaker.variantStories().size(); i++) {
            Director director = new Director(stage, speaker, client(stage, i), server(speaker));
            director.play(speaker.variantStories().get(i), 0.5 + 7 * i);
        }
    }

    static Endpoint client(Stage stage, int number) {
        return Endpoint.of("10.20.3." + (7 + number), 49_152 + stage.random.nextInt(16_000));
    }

    static Endpoint server(Speaker speaker) {
        int host = 1 + Math.floorMod(speaker.dialect().hashCode(), 250);
        return Endpoint.of("203.0.113." + host, speaker.poolPort());
    }
}
