package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one miner was given and what it handed in, by message; the truth is counted from it and from the packets
/// that the capture holds in the end.
final class Ledger {
    /// Work that was sent.
    ///
    /// @param spot the message that carries it
    /// @param scale the message that told its weight, the same one where work carries its target
    /// @param weight expected hashes or solutions of a share
    record Work(Spot spot, Spot scale, double weight, String algorithm) {
        boolean carriesScale() {
            return spot.equals(scale);
        }
    }

    /// A share that was handed in.
    ///
    /// @param answer `null` when nothing came back
    /// @param work index of the work that it solves
    record Submit(Spot spot, @Nullable Spot answer, int work, Outcome outcome) {}

    final List<Work> works = new ArrayList<>();
    final List<Submit> submits = new ArrayList<>();
    /// True rates where one connection works on several algorithms.
    final Map<String, Double> rates = new HashMap<>();

    /// Notes work that carries its own scale; returns its index.
    int work(Spot spot, double weight, String algorithm) {
        return work(spot, spot, weight, algorithm);
    }

    int work(Spot spot, Spot scale, double weight, String algorithm) {
        works.add(new Work(spot, scale, weight, algorithm));
        return works.size() - 1;
    }

    void submit(Spot spot, @Nullable Spot answer, int work, Outcome outcome) {
        submits.add(new Submit(spot, answer, work, outcome));
    }
}
