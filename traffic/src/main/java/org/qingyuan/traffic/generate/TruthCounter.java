package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.wire.Packet;

/// Counts the truth of one capture from the packets that it holds in the end.
final class TruthCounter {
    private final String file;
    private final String scenario;
    private final Stage stage;
    private final List<Packet> packets;
    private final Visibility visibility;

    TruthCounter(String file, String scenario, Stage stage, List<Packet> packets) {
        this.file = file;
        this.scenario = scenario;
        this.stage = stage;
        this.packets = packets;
        this.visibility = new Visibility(stage, packets);
    }

    List<Truth> count() {
        List<Truth> truths = new ArrayList<>();
        for (Planted planted : stage.planted()) {
            for (String algorithm : algorithms(planted)) {
                truths.add(truth(planted, algorithm));
            }
        }
        return truths;
    }

    /// Several where one connection works on several; then the first is the miner's.
    private static Set<String> algorithms(Planted planted) {
        Set<String> names = new LinkedHashSet<>();
        planted.ledger().works.forEach(w -> names.add(w.algorithm()));
        if (names.isEmpty()) {
            names.add("");
        }
        return names;
    }

    private Truth truth(Planted planted, String algorithm) {
        PlantedTraffic traffic = PlantedTraffic.of(planted, packets, algorithm);
        PlantedAccount account = new PlantedAccount(visibility, planted, algorithm);
        Miner miner = planted.miner();
        Set<String> algorithms = algorithms(planted);
        boolean switches = algorithms.size() > 1;
        boolean first = algorithms.iterator().next().equals(algorithm);
        Planted.Expected expected = planted.expected();
        return new Truth(
                file,
                scenario,
                expected.rule(),
                expected.reason(),
                expected.count(),
                expected.unconfirmed(),
                miner == null ? null : miner.dialect(),
                miner == null ? null : switches ? algorithm : miner.algorithm(),
                miner == null || !first ? null : miner.coin(),
                miner == null ? null : miner.wallet(),
                miner == null ? List.of() : miner.workers(),
                miner == null ? null : miner.agent(),
                traffic.talk == 0
                        ? planted.client()
                        : stage.script(traffic.talk).client(),
                planted.server(),
                traffic.talks.size(),
                traffic.start,
                traffic.end,
                account.shares(),
                account.work(planted.unit()),
                switches ? account.meanRate() : planted.rate(),
                account.ratedSeconds(traffic),
                account.rateKnown(traffic) && scaleKnown(miner),
                traffic.packets,
                traffic.bytes[0],
                traffic.bytes[1],
                planted.note());
    }

    /// Stratum's difficulty is a number whose meaning depends on the algorithm; all others announce targets.
    private static boolean scaleKnown(@Nullable Miner miner) {
        return miner != null
                && !(miner.dialect().equals("stratum-v1") && miner.algorithm().equals("unknown"));
    }
}
