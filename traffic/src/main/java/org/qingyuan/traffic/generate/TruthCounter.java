package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.Ledger.Submit;
import org.qingyuan.traffic.generate.Ledger.Work;
import org.qingyuan.traffic.generate.wire.Packet;

/// Counts the truth of one capture from the packets that it holds in the end: a message is visible when all its
/// segments were captured whole.
final class TruthCounter {
    private final String file;
    private final String scenario;
    private final Stage stage;
    private final List<Packet> packets;
    private final Set<Long> captured = new HashSet<>();

    TruthCounter(String file, String scenario, Stage stage, List<Packet> packets) {
        this.file = file;
        this.scenario = scenario;
        this.stage = stage;
        this.packets = packets;
        for (Packet packet : packets) {
            if (packet.hasData() && packet.snap() >= packet.bytes().length) {
                captured.add(key(packet.origin().talk(), packet.origin().segment()));
            }
        }
    }

    private static long key(int talk, int segment) {
        return (long) talk << 32 | segment & 0xffff_ffffL;
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
        Traffic traffic = traffic(planted, algorithm);
        Account account = new Account(planted, algorithm);
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

    /// Packets of one planted miner, or of all the background.
    private static final class Traffic {
        long start;
        long end;
        long packets;
        final long[] bytes = new long[2];
        final Set<Integer> talks = new HashSet<>();
        /// Number of the connection that was seen first.
        int talk;

        void add(Packet packet) {
            talk = packets == 0 ? packet.origin().talk() : talk;
            if (packet.origin().talk() > 0) {
                talks.add(packet.origin().talk());
            }
            start = packets == 0 ? packet.timeNanos() : start;
            end = packet.timeNanos();
            packets++;
            bytes[packet.origin().side()] += packet.bytes().length;
        }
    }

    private Traffic traffic(Planted planted, String algorithm) {
        Traffic traffic = new Traffic();
        for (Packet packet : packets) {
            Packet.Origin origin = packet.origin();
            boolean ours = planted.talks().contains(origin.talk());
            if (ours
                    && planted.holds(packet.timeNanos())
                    && !origin.copy()
                    && algorithm.equals(algorithmAt(planted, packet.timeNanos(), algorithm))) {
                traffic.add(packet);
            }
        }
        return traffic;
    }

    /// Whose job is current; the packet that brings a job still belongs to the one before.
    private static String algorithmAt(Planted planted, long time, String otherwise) {
        List<Work> works = planted.ledger().works;
        String current = works.isEmpty() ? otherwise : works.get(0).algorithm();
        for (Work work : works) {
            if (work.spot().timeNanos() >= time) {
                break;
            }
            current = work.algorithm();
        }
        return current;
    }

    private boolean visible(Planted planted, Spot spot) {
        return planted.holds(spot.timeNanos()) && captured(spot);
    }

    private boolean captured(Spot spot) {
        return stage.script(spot.talk()).segments(spot).stream()
                .allMatch(segment -> captured.contains(key(spot.talk(), segment)));
    }

    /// The ledger as the capture shows it, for one algorithm.
    private final class Account {
        private final Planted planted;
        private final Ledger ledger;
        private final String algorithm;
        private final List<Work> seen;
        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private double hashes;
        private double squares;
        private double stale;

        Account(Planted planted, String algorithm) {
            this.planted = planted;
            this.ledger = planted.ledger();
            this.algorithm = algorithm;
            this.seen = ledger.works.stream().filter(w -> visible(w.spot())).toList();
            for (Submit submit : ledger.submits) {
                if (ledger.works.get(submit.work()).algorithm().equals(algorithm)) {
                    enter(submit);
                }
            }
        }

        private boolean visible(Spot spot) {
            return TruthCounter.this.visible(planted, spot);
        }

        private void enter(Submit submit) {
            boolean asked = visible(submit.spot());
            boolean answered = submit.answer() != null && visible(submit.answer());
            if (!asked && !(answered && submit.outcome() == Outcome.ACCEPTED && blindToClient())) {
                return;
            }
            Outcome outcome =
                    answered || submit.outcome() == Outcome.IMPLAUSIBLE ? submit.outcome() : Outcome.UNANSWERED;
            counts.merge(outcome, 1L, Long::sum);
            Double weight = asked ? weight(submit) : null;
            if (weight != null && outcome == Outcome.ACCEPTED) {
                hashes += weight;
                squares += weight * weight;
            } else if (weight != null && outcome == Outcome.STALE) {
                stale += weight;
            }
        }

        /// Whether the tap sees nothing that the client hands in.
        private boolean blindToClient() {
            return ledger.submits.stream().noneMatch(s -> visible(s.spot()));
        }

        private @Nullable Double weight(Submit submit) {
            Work work = ledger.works.get(submit.work());
            if (visible(work.spot())) {
                return visible(work.scale()) ? (Double) work.weight() : null;
            }
            return work.carriesScale() ? neighbours(submit.work()) : inForce(submit);
        }

        /// The weight of the visible jobs around one that the capture does not hold.
        private @Nullable Double neighbours(int index) {
            Work before = null;
            Work after = null;
            for (int i = 0; i < ledger.works.size(); i++) {
                if (visible(ledger.works.get(i).spot())) {
                    before = i < index ? ledger.works.get(i) : before;
                    after = i > index && after == null ? ledger.works.get(i) : after;
                }
            }
            if (before == null || after == null) {
                return before != null ? (Double) before.weight() : after != null ? (Double) after.weight() : null;
            }
            return before.weight() == after.weight() ? (Double) before.weight() : null;
        }

        /// The scale in force, unless it was announced after the work that the capture does not hold.
        private @Nullable Double inForce(Submit submit) {
            Work last = null;
            for (Work work : ledger.works) {
                if (work.scale().timeNanos() < submit.spot().timeNanos() && visible(work.scale())) {
                    last = work;
                }
            }
            long lost = ledger.works.get(submit.work()).spot().timeNanos();
            return last != null && last.scale().timeNanos() <= lost ? (Double) last.weight() : null;
        }

        Truth.Shares shares() {
            return new Truth.Shares(
                    counted(Outcome.ACCEPTED),
                    counted(Outcome.STALE),
                    counted(Outcome.REJECTED),
                    counted(Outcome.UNANSWERED),
                    counted(Outcome.IMPLAUSIBLE));
        }

        private long counted(Outcome outcome) {
            return counts.getOrDefault(outcome, 0L);
        }

        Truth.Work work(String unit) {
            double largest = seen.stream()
                    .filter(w -> w.algorithm().equals(algorithm) && visible(w.scale()))
                    .mapToDouble(Work::weight)
                    .max()
                    .orElse(0);
            return new Truth.Work(unit, hashes, squares, largest, stale);
        }

        double ratedSeconds(Traffic traffic) {
            if (ledger.works.stream().anyMatch(w -> !w.algorithm().equals(algorithm))) {
                return currentNanos() / 1e9;
            }
            boolean late = !seen.isEmpty() && !visible(seen.get(0).scale());
            long from = late ? firstScaled(traffic.end) : traffic.start;
            return (traffic.end - from) / 1e9;
        }

        /// How long the jobs of the algorithm were current.
        private long currentNanos() {
            long total = 0;
            for (int i = 0; i < seen.size(); i++) {
                long from = seen.get(i).spot().timeNanos();
                long to = i + 1 < seen.size() ? seen.get(i + 1).spot().timeNanos() : wholeEnd();
                total += seen.get(i).algorithm().equals(algorithm) ? to - from : 0;
            }
            return total;
        }

        private long wholeEnd() {
            int talk = ledger.works.get(0).spot().talk();
            return packets.stream()
                    .filter(p -> p.origin().talk() == talk)
                    .mapToLong(Packet::timeNanos)
                    .max()
                    .orElse(0);
        }

        private long firstScaled(long otherwise) {
            return seen.stream()
                    .filter(w -> visible(w.scale()))
                    .mapToLong(w -> w.spot().timeNanos())
                    .findFirst()
                    .orElse(otherwise);
        }

        boolean rateKnown(Traffic traffic) {
            return traffic.bytes[0] > 0
                    && traffic.bytes[1] > 0
                    && seen.stream()
                            .anyMatch(w -> visible(w.scale()) && w.algorithm().equals(algorithm));
        }

        /// The rate that was planted for one of several algorithms: its shares were drawn with the weight as it is.
        double meanRate() {
            return ledger.rates.getOrDefault(algorithm, 0.0);
        }
    }
}
