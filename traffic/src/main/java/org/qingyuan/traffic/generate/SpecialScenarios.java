package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.SessionSampler.Sample;
import org.qingyuan.traffic.generate.SessionSampler.Step;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Miners whose story needs more than one connection, algorithm or dialect.
final class SpecialScenarios {
    static final CryptonoteSpeaker SWITCHING = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.SWITCH);

    private static final int TURNS = 6;
    private static final double TURN_SECONDS = 150;
    private static final int PROXY_WORKERS = 8;

    private SpecialScenarios() {}

    static List<Scenario> rows() {
        return List.of(
                row(SWITCHING.word(), SWITCHING.about(), SpecialScenarios::switching),
                row(
                        "cryptonote-behind-proxy",
                        "eight workers in NiceHash mode at a proxy inside, and the proxy at its pool",
                        SpecialScenarios::behindProxy),
                row(
                        "stratum-v1-reconnect",
                        "client.reconnect sends the miner to a second server",
                        SpecialScenarios::reconnect),
                row(
                        "ten-works",
                        "a session without a share, shorter than 60 s, that got work more than ten times",
                        SpecialScenarios::tenWorks),
                row("side-by-side", "one miner of every dialect at the same time", SpecialScenarios::sideBySide));
    }

    private static Scenario row(String word, String shows, Consumer<Stage> build) {
        return new Scenario(word, Kind.DIALECT, shows, studio -> studio.capture("2021-10-12T00:30:00Z", build));
    }

    private static void switching(Stage stage) {
        double[] rates = {4_480, 305};
        List<Sample> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            double rate = rates[turn % 2];
            double weight = SWITCHING.announceable(rate * 10);
            turns.add(SessionSampler.constant(stage.random.split(), rate, weight, TURN_SECONDS));
        }
        Ledger ledger = new Ledger();
        ledger.rates.put("rx/0", rates[0]);
        ledger.rates.put(CryptonoteSpeaker.OTHER_ALGORITHM, rates[1]);
        Timetable timetable = Timetable.turns(turns, SWITCHING.pace(), stage.random.split());
        Endpoint client = DialectScenarios.client(stage, 0);
        new Director(stage, SWITCHING, client, DialectScenarios.server(SWITCHING))
                .play(0.5, rates[0], timetable, ledger);
    }

    private static void behindProxy(Stage stage) {
        Speaker worker = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.NICEHASH);
        Speaker proxy = new CryptonoteSpeaker(CryptonoteSpeaker.Variant.PROXY);
        Endpoint inside = Endpoint.of("10.20.8.2", 3333);
        for (int i = 0; i < PROXY_WORKERS; i++) {
            new Director(stage, worker, DialectScenarios.client(stage, i), inside).play(Story.NORMAL, 1 + i, 300);
        }
        Endpoint upstream = new Endpoint(inside.address(), 51_888);
        new Director(stage, proxy, upstream, DialectScenarios.server(proxy)).play(Story.NORMAL, 0.5, 320);
    }

    private static void reconnect(Stage stage) {
        Speaker speaker = new StratumV1Speaker(StratumV1Speaker.Variant.BITCOIN);
        Endpoint client = DialectScenarios.client(stage, 0);
        Endpoint second = Endpoint.of("203.0.113.211", 3334);
        new Director(stage, speaker, client, DialectScenarios.server(speaker)).play(Story.NORMAL, 0.5, 120);
        stage.script(1)
                .server(
                        stage.at(120),
                        "{\"id\":null,\"method\":\"client.reconnect\",\"params\":[\"btc2.pool.example\",3334,0]}");
        Endpoint again = new Endpoint(client.address(), client.port() + 1);
        new Director(stage, speaker, again, second).play(Story.NORMAL, 124, 180);
    }

    private static void tenWorks(Stage stage) {
        Speaker speaker = new EthProxySpeaker(EthProxySpeaker.Variant.PUSH);
        double weight = speaker.announceable(4e9);
        Sample none = new Sample(weight / 1e6, 45, List.of(new Step(0, weight)), List.of());
        Timetable timetable = Timetable.of(none, new Timetable.Pace(1_000, 3), stage.random.split());
        new Director(stage, speaker, DialectScenarios.client(stage, 0), DialectScenarios.server(speaker))
                .play(0.5, weight / 1e6, timetable, new Ledger());
    }

    private static void sideBySide(Stage stage) {
        int number = 0;
        for (Speaker speaker : DialectScenarios.MAIN) {
            Endpoint client = DialectScenarios.client(stage, number);
            new Director(stage, speaker, client, DialectScenarios.server(speaker))
                    .play(Story.NORMAL, 0.5 + 3 * number, 180);
            number++;
        }
    }
}
