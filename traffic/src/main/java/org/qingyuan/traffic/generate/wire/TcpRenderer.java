package org.qingyuan.traffic.generate.wire;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.IpWriter.TcpHeader;
import org.qingyuan.traffic.generate.wire.Packet.Origin;

/// Turns the messages of one connection into the packets of a well-behaved TCP (RFC 9293, options of RFC 7323):
/// handshake, segments, delayed acknowledgments, keep-alives, end. One object renders one connection.
public final class TcpRenderer {
    private static final long TOGETHER_NANOS = 50_000_000L;
    private static final long SEGMENT_GAP_NANOS = 12_000L;
    private static final long CLIENT_ACK_NANOS = 900_000L;
    private static final byte[] NO_BYTES = {};

    private final TcpPlan plan;
    private final RandomGenerator random;
    private final IpWriter[] writer;
    private final int[] sequence;
    private final int[] window = {501, 229};
    private final int[] clockBase;
    private final int[] lastStamp = new int[2];
    private final boolean[] owesAck = new boolean[2];
    private final long[] ackDue = new long[2];
    private final List<Packet> packets = new ArrayList<>();
    private long clock;
    private int segments;

    private TcpRenderer(TcpPlan plan, RandomGenerator random) {
        this.plan = plan;
        this.random = random;
        this.writer = new IpWriter[] {
            new IpWriter(plan.client(), plan.server(), 63, random.nextInt(1 << 16)),
            new IpWriter(plan.server(), plan.client(), 48 + random.nextInt(8), random.nextInt(1 << 16))
        };
        this.sequence = new int[] {random.nextInt(), random.nextInt()};
        this.clockBase = new int[] {random.nextInt(1 << 30), random.nextInt(1 << 30)};
        this.clock = plan.openNanos();
    }

    /// The packets in the order of time.
    ///
    /// @param messages in the order of time
    public static List<Packet> render(TcpPlan plan, List<Message> messages, RandomGenerator random) {
        TcpRenderer renderer = new TcpRenderer(plan, random);
        renderer.handshake();
        renderer.conversation(messages);
        renderer.end();
        renderer.packets.sort(Comparator.comparingLong(Packet::timeNanos));
        return renderer.packets;
    }

    private void handshake() {
        emit(0, clock, IpWriter.SYN, synOptions(0));
        sequence[0]++;
        advance(clock + plan.rttNanos());
        emit(1, clock, IpWriter.SYN | IpWriter.ACK, synOptions(1));
        sequence[1]++;
        advance(clock + 150_000);
        emit(0, clock, IpWriter.ACK, timestamps(0, clock));
    }

    private void conversation(List<Message> messages) {
        for (int from = 0; from < messages.size(); ) {
            int to = from + 1;
            while (to < messages.size() && joins(messages.get(to - 1), messages.get(to))) {
                to++;
            }
            say(messages, from, to);
            from = to;
        }
    }

    private boolean joins(Message before, Message next) {
        return plan.cutter() != TcpPlan.Cutter.MESSAGE
                && before.side() == next.side()
                && next.timeNanos() - before.timeNanos() <= TOGETHER_NANOS;
    }

    private void say(List<Message> messages, int from, int to) {
        Message first = messages.get(from);
        int side = first.side();
        probe(first.timeNanos());
        advance(first.timeNanos());
        payAck(1 - side, clock);
        payAck(side, clock);
        byte[] bytes = join(messages, from, to);
        int unacknowledged = 0;
        for (int at = 0; at < bytes.length; ) {
            int length = segmentLength(bytes.length - at);
            Origin origin = origin(messages, from, to, at, length);
            segment(origin, bytes, at, length, at + length == bytes.length);
            at += length;
            acknowledge(1 - side, ++unacknowledged % 2 == 0);
            advance(clock + SEGMENT_GAP_NANOS);
        }
    }

    private int segmentLength(int remaining) {
        int most = Math.min(remaining, plan.segmentBytes());
        return plan.cutter() == TcpPlan.Cutter.ANYWHERE ? 1 + random.nextInt(most) : most;
    }

    private static byte[] join(List<Message> messages, int from, int to) {
        if (to == from + 1) {
            return messages.get(from).bytes();
        }
        int total = 0;
        for (int i = from; i < to; i++) {
            total += messages.get(i).bytes().length;
        }
        byte[] bytes = new byte[total];
        int at = 0;
        for (int i = from; i < to; i++) {
            byte[] part = messages.get(i).bytes();
            System.arraycopy(part, 0, bytes, at, part.length);
            at += part.length;
        }
        return bytes;
    }

    private Origin origin(List<Message> messages, int from, int to, int at, int length) {
        int first = -1;
        int last = -1;
        int start = 0;
        for (int i = from; i < to; i++) {
            int end = start + messages.get(i).bytes().length;
            if (start < at + length && end > at) {
                first = first < 0 ? i : first;
                last = i;
            }
            start = end;
        }
        return new Origin(plan.talk(), messages.get(from).side(), first, last, segments++, false);
    }

    private void segment(Origin origin, byte[] bytes, int at, int length, boolean push) {
        int side = origin.side();
        int flags = push ? IpWriter.ACK | IpWriter.PSH : IpWriter.ACK;
        TcpHeader header = new TcpHeader(sequence[side], sequence[1 - side], flags, window[side]);
        byte[] packet = writer[side].tcp(header, timestamps(side, clock), bytes, at, length);
        packets.add(Packet.ip(clock, packet, origin, plan.tags()));
        sequence[side] += length;
        owesAck[side] = false;
    }

    /// Every second segment is acknowledged at once, the rest a little later unless data goes the other way.
    private void acknowledge(int side, boolean now) {
        long delay = side == 0 ? CLIENT_ACK_NANOS : plan.rttNanos();
        if (now) {
            emit(side, clock + delay, IpWriter.ACK, timestamps(side, clock + delay));
            owesAck[side] = false;
        } else {
            owesAck[side] = true;
            ackDue[side] = clock + delay;
        }
    }

    private void payAck(int side, long before) {
        if (owesAck[side] && ackDue[side] <= before) {
            emit(side, ackDue[side], IpWriter.ACK, timestamps(side, ackDue[side]));
            owesAck[side] = false;
        }
    }

    private void payAcks() {
        payAck(0, Long.MAX_VALUE);
        payAck(1, Long.MAX_VALUE);
    }

    /// Keep-alive probes while nobody speaks: a segment one byte below the window, answered by a bare ACK.
    private void probe(long until) {
        long every = plan.keepAliveNanos();
        while (every > 0 && until - clock > every + plan.rttNanos()) {
            payAcks();
            advance(clock + every);
            sequence[0]--;
            emit(0, clock, IpWriter.ACK, timestamps(0, clock));
            sequence[0]++;
            long answer = clock + plan.rttNanos();
            emit(1, answer, IpWriter.ACK, timestamps(1, answer));
        }
    }

    private void end() {
        probe(plan.endNanos());
        payAcks();
        advance(plan.endNanos());
        switch (plan.ending()) {
            case OPEN -> {}
            case CLIENT_FIN -> finish(0);
            case SERVER_FIN -> finish(1);
            case CLIENT_RESET -> emit(0, clock, IpWriter.RST | IpWriter.ACK, NO_BYTES);
            case SERVER_RESET -> emit(1, clock, IpWriter.RST | IpWriter.ACK, NO_BYTES);
        }
    }

    private void finish(int side) {
        emit(side, clock, IpWriter.FIN | IpWriter.ACK, timestamps(side, clock));
        sequence[side]++;
        advance(clock + (side == 0 ? plan.rttNanos() : 400_000));
        emit(1 - side, clock, IpWriter.FIN | IpWriter.ACK, timestamps(1 - side, clock));
        sequence[1 - side]++;
        advance(clock + (side == 0 ? 100_000 : plan.rttNanos()));
        emit(side, clock, IpWriter.ACK, timestamps(side, clock));
    }

    private void emit(int side, long at, int flags, byte[] options) {
        boolean first = flags == IpWriter.SYN;
        int size = (flags & IpWriter.SYN) != 0 ? 64240 : window[side];
        TcpHeader header = new TcpHeader(sequence[side], first ? 0 : sequence[1 - side], flags, size);
        byte[] bytes = writer[side].tcp(header, options, NO_BYTES, 0, 0);
        packets.add(Packet.ip(at, bytes, new Origin(plan.talk(), side, -1, -1, -1, false), plan.tags()));
    }

    private void advance(long to) {
        clock = Math.max(clock + 1_000, to);
    }

    /// Maximum segment size, SACK permitted, timestamps, window scale 7.
    private byte[] synOptions(int side) {
        byte[] options = new byte[20];
        options[0] = 2;
        options[1] = 4;
        IpWriter.putShort(options, 2, 1500 - writer[side].headerLength() - 20);
        options[4] = 4;
        options[5] = 2;
        System.arraycopy(timestamps(side, clock), 2, options, 6, 10);
        options[16] = 1;
        options[17] = 3;
        options[18] = 3;
        options[19] = 7;
        if (side == 0) {
            IpWriter.putInt(options, 12, 0);
        }
        return options;
    }

    private byte[] timestamps(int side, long at) {
        byte[] options = new byte[12];
        options[0] = 1;
        options[1] = 1;
        options[2] = 8;
        options[3] = 10;
        lastStamp[side] = clockBase[side] + (int) ((at - plan.openNanos()) / 1_000_000);
        IpWriter.putInt(options, 4, lastStamp[side]);
        IpWriter.putInt(options, 8, lastStamp[1 - side]);
        return options;
    }
}
