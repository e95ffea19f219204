package org.qingyuan.traffic.flow;

import org.qingyuan.traffic.flow.Conversation.Gap;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Packet;

/// One direction of a connection that is read: puts segments in order and says where some are missing. Sequence
/// numbers are compared modulo 2^32 (RFC 9293 section 3.4).
///
/// A hole is reported when the other side has acknowledged what follows it, when what is held back reaches its bound,
/// or after [#PATIENCE_NANOS] in which the other side acknowledged nothing.
final class TcpStream {
    static final long PATIENCE_NANOS = 5_000_000_000L;

    /// A segment farther away than this belongs to something else, unless more follow it.
    private static final int MOST_AWAY = 16 << 20;

    private static final int MOST_ACKNOWLEDGED = 1 << 30;

    private final ReadConnection connection;
    private final int side;
    private final HeldSegments held;

    private boolean known;
    private int next;
    private boolean beginningKnown;
    private int beginning;
    private boolean acknowledged;
    private int acknowledgedUpTo;
    private long acknowledgedNanos = Long.MIN_VALUE;
    private long holeNanos;
    private boolean ending;
    private int end;
    private boolean strayed;
    private int strayNext;

    TcpStream(ReadConnection connection, int side) {
        this.connection = connection;
        this.side = side;
        held = new HeldSegments(connection.context().budget());
    }

    /// Tells the number of the next byte.
    ///
    /// @param first whether it is the stream's first, the one after the SYN
    void expect(int sequence, boolean first) {
        known = true;
        next = sequence;
        beginningKnown = first;
        beginning = sequence;
    }

    boolean isKnown() {
        return known;
    }

    /// Whether the SYN with this number began the stream.
    boolean beganWith(int synSequence) {
        return beginningKnown && beginning == synSequence + 1;
    }

    /// Whether a reset with this number is to be believed: it lies where the stream is, or just ahead.
    boolean admitsReset(int sequence) {
        int ahead = sequence - next;
        return !known || ahead >= 0 && ahead <= 1 << 20;
    }

    /// Whether all up to the FIN was handed on.
    boolean isFinished() {
        return ending && known && next - end >= 0;
    }

    /// Takes a segment.
    void segment(Packet packet, PacketRef at) {
        int sequence = packet.sequence() + (packet.has(Packet.SYN) ? 1 : 0);
        int length = packet.payloadLength() + packet.missing();
        boolean last = packet.has(Packet.FIN);
        if (!known && (length > 0 || last)) {
            known = true;
            next = sequence;
        }
        if (last && !ending && isNear(sequence + length)) {
            ending = true;
            end = sequence + length;
        }
        if (length > 0) {
            data(packet, sequence, at);
        }
    }

    private void data(Packet packet, int sequence, PacketRef at) {
        int ahead = sequence - next;
        if (ahead == 0 && held.isEmpty()) {
            deliver(packet.bytes(), packet.payload(), packet.payloadLength(), packet.missing(), 0, at);
        } else if (!isNear(sequence)) {
            astray(packet, sequence, at);
        } else if (ahead > 0) {
            hold(packet, sequence, at);
        } else if (ahead + packet.payloadLength() + packet.missing() > 0) {
            deliver(packet.bytes(), packet.payload(), packet.payloadLength(), packet.missing(), -ahead, at);
            advance();
        }
    }

    private boolean isNear(int sequence) {
        return Math.abs((long) (sequence - next)) <= MOST_AWAY;
    }

    /// A segment far away is left unless it goes on where another one ended or the other side is there too.
    private void astray(Packet packet, int sequence, PacketRef at) {
        boolean followed = strayed && sequence == strayNext;
        boolean wanted = acknowledged && Math.abs((long) (sequence - acknowledgedUpTo)) <= MOST_AWAY;
        strayed = true;
        strayNext = sequence + packet.payloadLength() + packet.missing();
        if (followed || wanted && sequence - next > 0) {
            goOn(Gap.LOST);
            connection.gap(side, Math.max(0, sequence - next), Gap.LOST, at);
            strayed = false;
            next = sequence;
            deliver(packet.bytes(), packet.payload(), packet.payloadLength(), packet.missing(), 0, at);
        }
    }

    private void hold(Packet packet, int sequence, PacketRef at) {
        int cost = packet.payloadLength() + HeldSegments.OVERHEAD;
        if (held.cost() + cost > connection.context().limits().streamBytes()
                || !connection.context().budget().hasRoom(cost)) {
            goOn(Gap.SHED);
            skipTo(sequence, Gap.SHED, at);
            int old = next - sequence;
            if (old < packet.payloadLength() + packet.missing()) {
                deliver(packet.bytes(), packet.payload(), packet.payloadLength(), packet.missing(), old, at);
            }
            return;
        }
        if (held.isEmpty()) {
            holeNanos = at.timeNanos;
        }
        held.add(sequence, packet.bytes(), packet.payload(), packet.payloadLength(), packet.missing(), at);
        advance();
    }

    /// The other side has everything before this number.
    void acknowledged(int number, long timeNanos) {
        acknowledgedNanos = timeNanos;
        int upTo = ending && number - end > 0 ? end : number;
        int ahead = upTo - next;
        if (!known || ahead <= 0 || ahead > MOST_ACKNOWLEDGED) {
            return;
        }
        if (!acknowledged || upTo - acknowledgedUpTo > 0) {
            acknowledged = true;
            acknowledgedUpTo = upTo;
            advance();
        }
    }

    /// Hands on what is in order now, over holes that the other side has acknowledged.
    private void advance() {
        while (!held.isEmpty() && connection.wantsBytes()) {
            HeldSegments.Segment first = held.first();
            if (first.sequence() - next > 0) {
                if (!acknowledged || acknowledgedUpTo - next <= 0) {
                    return;
                }
                boolean whole = acknowledgedUpTo - first.sequence() >= 0;
                skipTo(whole ? first.sequence() : acknowledgedUpTo, Gap.LOST, first.at());
            } else {
                deliverFirst();
            }
        }
    }

    private void deliverFirst() {
        HeldSegments.Segment first = held.removeFirst();
        holeNanos = first.at().timeNanos;
        int old = next - first.sequence();
        if (next - first.end() < 0) {
            deliver(first.bytes(), 0, first.bytes().length, first.missing(), old, first.at());
        }
    }

    /// Hands on all that is held, whatever is missing between.
    private void goOn(Gap why) {
        while (!held.isEmpty() && connection.wantsBytes()) {
            skipTo(held.first().sequence(), why, held.first().at());
            deliverFirst();
        }
        held.clear();
    }

    private void skipTo(int sequence, Gap why, PacketRef at) {
        int lost = sequence - next;
        if (lost > 0) {
            next = sequence;
            if (why == Gap.SHED) {
                connection.context().counters().add(Counter.BYTES_SHED, lost);
            }
            connection.gap(side, lost, why, at);
        }
    }

    /// Hands on a segment but for its first `old` bytes; there is at least one more.
    private void deliver(byte[] bytes, int offset, int captured, int missing, int old, PacketRef at) {
        next += captured + missing - old;
        int length = captured - old;
        if (length > 0) {
            connection.bytes(side, bytes, offset + old, length, at);
        }
        int lost = Math.min(missing, captured + missing - old);
        if (lost > 0) {
            connection.gap(side, lost, Gap.SNAPPED, at);
        }
    }

    /// Goes on after a hole that was not filled for long, unless the other side shows that it waits too.
    void expire(long timeNanos) {
        if (!held.isEmpty() && timeNanos - holeNanos > PATIENCE_NANOS && acknowledgedNanos < holeNanos) {
            goOn(Gap.LOST);
        }
    }

    /// Hands on what is left at the end of the connection.
    void finish(PacketRef at) {
        goOn(Gap.LOST);
        int lost = acknowledged ? acknowledgedUpTo - next : 0;
        // a FIN that was not captured takes one number
        if (lost > (ending ? 0 : 1)) {
            skipTo(acknowledgedUpTo, Gap.LOST, at);
        }
    }

    /// Frees what is held.
    void drop() {
        held.clear();
    }

    boolean holdsNothing() {
        return held.isEmpty();
    }
}
