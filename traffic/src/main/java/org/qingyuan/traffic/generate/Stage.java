package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.TcpPlan;

/// One capture in the making: connections, background packets and those whose truth is kept, merged by time.
final class Stage {
    final SplittableRandom random;
    final long startNanos;
    private final List<Script> scripts = new ArrayList<>();
    private final List<Packet> background = new ArrayList<>();
    private final List<Planted> planted = new ArrayList<>();

    Stage(SplittableRandom random, long startNanos) {
        this.random = random;
        this.startNanos = startNanos;
    }

    /// Seconds after the start of the capture as nanoseconds since 1970.
    long at(double seconds) {
        return SessionPlan.at(startNanos, seconds);
    }

    Script open(Endpoint client, Endpoint server, long openNanos, long rttNanos) {
        Script script = new Script(TcpPlan.ordinary(scripts.size() + 1, client, server, openNanos, rttNanos));
        scripts.add(script);
        return script;
    }

    void background(List<Packet> packets) {
        background.addAll(packets);
    }

    void background(Packet packet) {
        background.add(packet);
    }

    void plant(Planted one) {
        planted.add(one);
    }

    List<Planted> planted() {
        return planted;
    }

    /// Changes the shape of every connection opened so far.
    void shape(UnaryOperator<TcpPlan> change) {
        scripts.forEach(s -> s.shape(change));
    }

    int talks() {
        return scripts.size();
    }

    Script script(int talk) {
        return scripts.get(talk - 1);
    }

    /// All packets in the order of time.
    List<Packet> play() {
        List<Packet> packets = new ArrayList<>(background);
        for (Script script : scripts) {
            packets.addAll(script.play(random.split()));
        }
        packets.sort(Comparator.comparingLong(Packet::timeNanos));
        return packets;
    }
}
