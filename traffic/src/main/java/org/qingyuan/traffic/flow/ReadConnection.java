package org.qingyuan.traffic.flow;

import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Conversation.End;
import org.qingyuan.traffic.flow.Conversation.Gap;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Counters;
import org.qingyuan.traffic.packet.Packet;

/// A connection that is read, or that waits for its first byte because later ones came before it: two streams and who
/// reads them.
final class ReadConnection {
    /// How long a connection waits for the last acknowledgement after both sides closed.
    private static final long LINGER_NANOS = 2_000_000_000L;

    /// What all connections of a capture share.
    record Context(StreamObserver observer, Counters counters, FlowLimits limits, StreamBudget budget) {}

    /// What is to become of the connection after a packet.
    enum State {
        /// It goes on.
        ONGOING,
        /// FIN from both sides or RST.
        CLOSED,
        /// Nobody wants it, or nobody any more.
        UNWANTED,
        /// Its beginning was lost before anybody wanted it, so any later segment may be wanted.
        MISSED
    }

    private final Context context;
    private final Connection facts;
    private final long sinceNanos;
    private final TcpStream[] streams;
    private final RecentPackets recent;
    private final PacketRef last = new PacketRef();
    private @Nullable Conversation conversation;

    /// Bytes missing before the first byte of each side that was handed on, while nobody reads yet.
    private final long[] missingBefore = new long[2];

    private final Gap[] missingWhy = {Gap.LOST, Gap.LOST};
    private boolean beginningMissed;
    private boolean accepted;
    private boolean unwanted;
    private boolean stopped;
    private boolean reset;

    /// Whether the packet behind both FINs was seen, or is not to come.
    private boolean acknowledgedClose;
    private final boolean[] ended = new boolean[2];

    // the packet in hand
    private @Nullable Packet packet;
    private int packetSide;

    /// @param sinceNanos time of the first packet that comes
    ReadConnection(Context context, Connection facts, long sinceNanos) {
        this.context = context;
        this.facts = facts;
        this.sinceNanos = sinceNanos;
        recent = new RecentPackets(context.budget());
        streams = new TcpStream[] {new TcpStream(this, 0), new TcpStream(this, 1)};
    }

    Context context() {
        return context;
    }

    Connection facts() {
        return facts;
    }

    /// When reading began.
    long sinceNanos() {
        return sinceNanos;
    }

    TcpStream stream(int side) {
        return streams[side];
    }

    /// Says that the beginning was missed, so that any segment may be the first that is wanted.
    void joinInTheMiddle() {
        beginningMissed = true;
    }

    /// Says that the observer wants the packet that comes next.
    void accept() {
        accepted = true;
    }

    /// Whether the packet is a mirrored copy of one of this connection.
    boolean isCopy(Packet candidate, long timeNanos) {
        return recent.seenOrAdd(PacketSignature.whole(candidate), timeNanos);
    }

    /// Takes the next packet of the connection.
    State packet(Packet next, int side, PacketRef at) {
        packet = next;
        packetSide = side;
        acknowledgedClose |= isOver();
        remember(at);
        if (conversation != null) {
            announce(conversation, at);
        }
        boolean closing = next.has(Packet.RST) && streams[side].admitsReset(next.sequence());
        if (wantsBytes()) {
            read(next, side, at);
        }
        ended[side] |= next.has(Packet.FIN);
        if (packet != null) {
            count(next, side, at);
            packet = null;
        }
        reset |= closing;
        return state();
    }

    private void read(Packet next, int side, PacketRef at) {
        if (next.has(Packet.ACK)) {
            TcpStream other = streams[1 - side];
            other.acknowledged(next.acknowledged(), at.timeNanos);
            other.expire(at.timeNanos);
        }
        streams[side].expire(at.timeNanos);
        streams[side].segment(next, at);
    }

    private void remember(PacketRef at) {
        last.input = at.input;
        last.number = at.number;
        last.timeNanos = at.timeNanos;
    }

    private void announce(Conversation to, PacketRef at) {
        Packet announced = packet;
        if (announced != null) {
            packet = null;
            count(announced, packetSide, at);
            to.packet(packetSide, announced.ipBytes(), at);
        }
    }

    private void count(Packet counted, int side, PacketRef at) {
        facts.packets[side]++;
        facts.bytes[side] += counted.ipBytes();
        facts.lastNanos = Math.max(facts.lastNanos, at.timeNanos);
        if (facts.vlan[side] == Packet.UNTAGGED) {
            facts.vlan[side] = counted.vlan();
        }
    }

    private State state() {
        Conversation reader = conversation;
        if (reader == null) {
            return waitingState();
        }
        if (stopped && !reader.keep()) {
            return State.UNWANTED;
        }
        return reset || acknowledgedClose ? State.CLOSED : State.ONGOING;
    }

    /// Whether both sides have said their last.
    private boolean isOver() {
        return stopped ? ended[0] && ended[1] : streams[0].isFinished() && streams[1].isFinished();
    }

    private State waitingState() {
        if (unwanted || reset) {
            return State.UNWANTED;
        }
        boolean nothingHeld = streams[0].holdsNothing() && streams[1].holdsNothing();
        return beginningMissed && nothingHeld ? State.MISSED : State.ONGOING;
    }

    /// Whether bytes are still of use.
    boolean wantsBytes() {
        return !stopped && !unwanted;
    }

    /// Time has passed in the capture.
    State expire(long timeNanos) {
        streams[0].expire(timeNanos);
        streams[1].expire(timeNanos);
        acknowledgedClose |= isOver() && timeNanos - last.timeNanos > LINGER_NANOS;
        return state();
    }

    /// The next bytes of a stream; asks first whether anybody wants them.
    void bytes(int side, byte[] bytes, int offset, int length, PacketRef at) {
        if (!wantsBytes()) {
            return;
        }
        Conversation reader = conversation;
        if (reader == null) {
            reader = open(bytes, offset, length);
            if (reader == null) {
                return;
            }
        }
        if (missingBefore[side] > 0) {
            reader.gap(side, missingBefore[side], missingWhy[side], at);
            missingBefore[side] = 0;
        }
        stopped = !reader.bytes(side, bytes, offset, length, at);
    }

    private @Nullable Conversation open(byte[] bytes, int offset, int length) {
        if (!accepted && !context.observer().mayBegin(bytes, offset, length)) {
            unwanted = !beginningMissed;
            return null;
        }
        Conversation opened = context.observer().open(facts);
        if (opened == null) {
            unwanted = true;
            return null;
        }
        context.counters().count(Counter.CONNECTIONS_READ);
        conversation = opened;
        announce(opened, last);
        return opened;
    }

    /// Bytes of a stream are missing.
    void gap(int side, long missing, Gap why, PacketRef at) {
        if (!wantsBytes()) {
            return;
        }
        Conversation reader = conversation;
        if (reader != null) {
            context.counters().count(Counter.STREAM_GAPS);
            reader.gap(side, missing, why, at);
            return;
        }
        beginningMissed = true;
        missingBefore[side] += missing;
        missingWhy[side] = why;
    }

    /// Hands on what is left and says that it is over; where both sides had said their last, that is why.
    void end(End why) {
        if (wantsBytes()) {
            streams[0].finish(last);
            streams[1].finish(last);
        }
        release();
        if (conversation != null) {
            conversation.end(isOver() ? End.CLOSED : why);
        }
    }

    /// Frees what is held, without a word to the reader.
    void release() {
        streams[0].drop();
        streams[1].drop();
        recent.release();
    }
}
