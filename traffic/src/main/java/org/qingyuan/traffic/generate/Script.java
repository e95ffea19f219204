package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.Message;
import org.qingyuan.traffic.generate.wire.Packet;
import org.qingyuan.traffic.generate.wire.TcpPlan;
import org.qingyuan.traffic.generate.wire.TcpRenderer;

/// What is said on one TCP connection. Speakers write into it in any order of time; it is played in order.
final class Script {
    static final int CLIENT = 0;
    static final int SERVER = 1;

    private final List<Message> said = new ArrayList<>();
    private final Map<Integer, List<Integer>> segments = new HashMap<>();
    private int[] position = {};
    private TcpPlan plan;
    private Predicate<Packet> seen = p -> true;

    Script(TcpPlan plan) {
        this.plan = plan;
    }

    int talk() {
        return plan.talk();
    }

    Endpoint client() {
        return plan.client();
    }

    Endpoint server() {
        return plan.server();
    }

    long rttNanos() {
        return plan.rttNanos();
    }

    /// When the first message can be said.
    long ready() {
        return plan.openNanos() + plan.rttNanos() + 400_000;
    }

    Spot say(int side, long atNanos, String text) {
        return say(side, atNanos, text.getBytes(StandardCharsets.UTF_8));
    }

    Spot say(int side, long atNanos, byte[] bytes) {
        said.add(new Message(atNanos, side, bytes));
        return new Spot(plan.talk(), said.size() - 1, atNanos);
    }

    /// A line of the client.
    Spot client(long atNanos, String line) {
        return say(CLIENT, atNanos, line + "\n");
    }

    /// A line of the server.
    Spot server(long atNanos, String line) {
        return say(SERVER, atNanos, line + "\n");
    }

    /// How it ends.
    void end(TcpPlan.Ending ending, long atNanos) {
        plan = plan.ending(ending, atNanos);
    }

    /// Changes how it is cut, tagged or kept alive.
    void shape(UnaryOperator<TcpPlan> change) {
        plan = change.apply(plan);
    }

    /// Only these packets reach the capture.
    void seen(Predicate<Packet> filter) {
        seen = seen.and(filter);
    }

    /// The packets that reach the capture unless something disturbs it later.
    List<Packet> play(RandomGenerator random) {
        List<Packet> packets = TcpRenderer.render(plan, ordered(), random);
        segments.clear();
        for (Packet packet : packets) {
            for (int m = packet.origin().first(); m >= 0 && m <= packet.origin().last(); m++) {
                segments.computeIfAbsent(m, k -> new ArrayList<>())
                        .add(packet.origin().segment());
            }
        }
        return packets.stream().filter(seen).toList();
    }

    private List<Message> ordered() {
        Integer[] order = new Integer[said.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(order, Comparator.comparingLong(i -> said.get(i).timeNanos()));
        position = new int[order.length];
        List<Message> played = new ArrayList<>(order.length);
        for (int i = 0; i < order.length; i++) {
            position[order[i]] = i;
            played.add(said.get(order[i]));
        }
        return played;
    }

    /// Number of a message in the order of time; known after [#play].
    int position(Spot spot) {
        return position[spot.said()];
    }

    /// Numbers of the segments that carry a message; known after [#play].
    List<Integer> segments(Spot spot) {
        return segments.getOrDefault(position(spot), List.of());
    }
}
