package org.qingyuan.traffic.mining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.traffic.flow.PacketRef;

/// All that was observed of a session, thinned to what a finding can carry: every n-th fact is kept and n doubles
/// whenever the room is full, so that what remains is spread evenly. The last fact is always there.
final class EvidenceTrail {
    private static final int ROOM = 2 * Finding.MAX_EVIDENCE;

    private long count;
    private long stride = 1;
    private int kept;
    private Fact[] facts = new Fact[8];
    private int[] inputs = new int[8];
    private long[] packets = new long[8];
    private long[] times = new long[8];
    private double[] weights = new double[8];
    private Fact lastFact = Fact.WORK;
    private int lastInput;
    private long lastPacket;
    private long lastTime;
    private double lastWeight;

    /// How many facts there are in all.
    long count() {
        return count;
    }

    /// Adds a fact; `weight` is the difficulty or weight that goes with it, `NaN` when none does.
    void add(Fact fact, PacketRef at, double weight) {
        lastFact = fact;
        lastInput = at.input;
        lastPacket = at.number;
        lastTime = at.timeNanos;
        lastWeight = weight;
        if (count++ % stride != 0) {
            return;
        }
        if (kept == ROOM) {
            thin();
            if ((count - 1) % stride != 0) {
                return;
            }
        }
        keep(kept++);
    }

    /// Adds what another trail kept, behind this one's.
    void append(EvidenceTrail later) {
        PacketRef at = new PacketRef();
        for (int i = 0; i < later.kept; i++) {
            at.input = later.inputs[i];
            at.number = later.packets[i];
            at.timeNanos = later.times[i];
            add(later.facts[i], at, later.weights[i]);
        }
        count += later.count - later.kept;
    }

    private void keep(int index) {
        if (index == facts.length) {
            int size = index * 2;
            facts = Arrays.copyOf(facts, size);
            inputs = Arrays.copyOf(inputs, size);
            packets = Arrays.copyOf(packets, size);
            times = Arrays.copyOf(times, size);
            weights = Arrays.copyOf(weights, size);
        }
        facts[index] = lastFact;
        inputs[index] = lastInput;
        packets[index] = lastPacket;
        times[index] = lastTime;
        weights[index] = lastWeight;
    }

    private void thin() {
        stride *= 2;
        kept = ROOM / 2;
        for (int i = 1; i < kept; i++) {
            facts[i] = facts[2 * i];
            inputs[i] = inputs[2 * i];
            packets[i] = packets[2 * i];
            times[i] = times[2 * i];
            weights[i] = weights[2 * i];
        }
    }

    /// At most [Finding#MAX_EVIDENCE] pieces, the first and the last among them.
    ///
    /// @param names of the inputs by index
    /// @param scale what one unit of weight stands for in hashes, `NaN` when that is not known
    List<Evidence> pick(List<String> names, boolean nanos, double scale) {
        List<Evidence> picked = new ArrayList<>();
        if (count == 0) {
            return picked;
        }
        boolean lastKept = (count - 1) % stride == 0;
        int all = lastKept ? kept : kept + 1;
        int wanted = Math.min(all, Finding.MAX_EVIDENCE);
        for (int i = 0; i < wanted; i++) {
            int index = wanted == 1 ? 0 : (int) Math.round((double) i * (all - 1) / (wanted - 1));
            picked.add(index < kept ? evidence(index, names, nanos, scale) : last(names, nanos, scale));
        }
        return picked;
    }

    private Evidence evidence(int index, List<String> names, boolean nanos, double scale) {
        return Evidence.packet(
                facts[index].word(),
                names.get(inputs[index]),
                Moment.ofEpochNanos(times[index], nanos),
                packets[index],
                details(weights[index], scale));
    }

    private Evidence last(List<String> names, boolean nanos, double scale) {
        return Evidence.packet(
                lastFact.word(),
                names.get(lastInput),
                Moment.ofEpochNanos(lastTime, nanos),
                lastPacket,
                details(lastWeight, scale));
    }

    private static Map<String, Object> details(double weight, double scale) {
        if (Double.isNaN(weight)) {
            return Map.of();
        }
        Map<String, Object> details = new LinkedHashMap<>();
        if (Double.isNaN(scale)) {
            details.put("difficulty", weight);
        } else {
            details.put("hashes", weight * scale);
        }
        return details;
    }
}
