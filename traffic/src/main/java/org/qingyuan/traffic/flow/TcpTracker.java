package org.qingyuan.traffic.flow;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.flow.Conversation.End;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Packet;

/// The life of TCP connections: which begin, which are read, which end. A flow is at any time one of
///
/// - undecided: its packets are counted, and its first bytes will be shown to the observer; where its beginning was
///   missed (MIDDLE) every segment is;
/// - read (READING): a [ReadConnection] takes its packets;
/// - refused (REFUSED): nobody wants it, or it is over; its packets cost a look-up.
final class TcpTracker {
    private static final int NONE = FlowTable.NONE;

    private final FlowTable table;
    private final FlowDetails details;
    private final ReadConnection.Context context;
    private @Nullable ReadConnection[] readers = new ReadConnection[16];
    private int[] readerEntries = new int[16];
    private int[] freeReaders = new int[16];
    private int freeCount;
    private int readerCount;

    TcpTracker(FlowTable table, ReadConnection.Context context) {
        this.table = table;
        this.details = table.details();
        this.context = context;
        for (int i = 0; i < 16; i++) {
            freeReaders[freeCount++] = 15 - i;
        }
    }

    /// The reader of an entry that is read.
    ReadConnection reader(int entry) {
        ReadConnection reader = readers[table.detail(entry)];
        if (reader == null) {
            throw new IllegalStateException("no reader");
        }
        return reader;
    }

    /// Begins the flow looked for last.
    ///
    /// @return its entry
    int begin(Packet packet, PacketRef at, boolean nanos) {
        while (!table.hasRoom()) {
            shedOldest();
        }
        int entry = table.insert();
        start(entry, packet, at, nanos);
        return entry;
    }

    private void shedOldest() {
        context.counters().count(Counter.FLOWS_SHED);
        removeOldest(End.SHED);
    }

    /// Ends whatever goes on in the entry unused for the longest time and takes it out.
    private void removeOldest(End why) {
        finish(table.oldest(), why);
        table.removeOldest();
    }

    /// Begins a connection in an entry that has no detail.
    private void start(int entry, Packet packet, PacketRef at, boolean nanos) {
        context.counters().count(Counter.CONNECTIONS);
        while (!details.available(1)) {
            shedOldest();
        }
        int counts = details.addCounts(at, nanos);
        boolean syn = packet.has(Packet.SYN);
        boolean answer = syn && packet.has(Packet.ACK);
        boolean firstIsHigh = table.fromHigh() != answer;
        int flags = firstIsHigh ? FlowTable.HIGH_FIRST : 0;
        if (syn) {
            int sender = answer ? 1 : 0;
            flags |= FlowTable.HANDSHAKE | FlowTable.EXPECTED << sender;
            details.setExpected(counts, sender, packet.sequence() + 1);
            if (answer) {
                flags |= FlowTable.EXPECTED;
                details.setExpected(counts, 0, packet.acknowledged());
            }
        } else {
            flags |= FlowTable.MIDDLE;
        }
        table.setFlags(entry, flags);
        table.setDetail(entry, counts);
    }

    private void restart(int entry, End why, Packet packet, PacketRef at, boolean nanos) {
        finish(entry, why);
        start(entry, packet, at, nanos);
    }

    /// Ends what goes on in the entry; it has no detail afterwards.
    private void finish(int entry, End why) {
        int flags = table.flags(entry);
        int detail = table.detail(entry);
        if ((flags & FlowTable.READING) != 0) {
            reader(entry).end(why);
            freeReader(detail);
        } else if (detail != NONE) {
            details.release(detail);
        }
        table.setFlags(entry, flags & ~FlowTable.READING | FlowTable.REFUSED);
        table.setDetail(entry, NONE);
    }

    /// Takes a packet of an entry that is in the table and not new.
    void packet(int entry, Packet packet, PacketRef at, boolean nanos) {
        if (at.timeNanos - table.last(entry) > context.limits().sessionIdleNanos()) {
            restart(entry, End.IDLE, packet, at, nanos);
        } else if (packet.has(Packet.SYN) && beginsAnother(entry, packet)) {
            restart(entry, End.REUSED, packet, at, nanos);
        }
        follow(entry, packet, at);
    }

    /// Takes a packet into the connection of its entry, which may just have begun.
    void follow(int entry, Packet packet, PacketRef at) {
        int flags = table.flags(entry);
        if ((flags & FlowTable.REFUSED) != 0) {
            return;
        }
        int side = table.fromHigh() == ((flags & FlowTable.HIGH_FIRST) != 0) ? 0 : 1;
        if ((flags & FlowTable.READING) != 0) {
            read(entry, packet, side, at);
            return;
        }
        if (packet.payloadLength() > 0 || packet.missing() > 0) {
            ask(entry, packet, side, at);
        } else {
            learn(entry, packet, side);
            details.count(table.detail(entry), side, packet.ipBytes(), packet.vlan());
        }
    }

    /// Whether a SYN on a known flow is no repetition, so that a new connection begins.
    private boolean beginsAnother(int entry, Packet packet) {
        int flags = table.flags(entry);
        int side = table.fromHigh() == ((flags & FlowTable.HIGH_FIRST) != 0) ? 0 : 1;
        int first = packet.sequence() + 1;
        if ((flags & FlowTable.REFUSED) != 0) {
            return true;
        }
        if ((flags & FlowTable.READING) != 0) {
            TcpStream stream = reader(entry).stream(side);
            return stream.isKnown() && !stream.beganWith(packet.sequence());
        }
        if ((flags & FlowTable.HANDSHAKE) == 0) {
            return true;
        }
        if ((flags & FlowTable.EXPECTED << side) == 0) {
            // the answer, or the other SYN of a simultaneous open
            return details.packets(table.detail(entry), side) > 0;
        }
        return details.expected(table.detail(entry), side) != first;
    }

    /// Learns where a side begins from a packet without payload.
    private void learn(int entry, Packet packet, int side) {
        int flags = table.flags(entry);
        if ((flags & FlowTable.HANDSHAKE) == 0) {
            return;
        }
        int counts = table.detail(entry);
        int known = FlowTable.EXPECTED << side;
        int otherKnown = FlowTable.EXPECTED << 1 - side;
        if (packet.has(Packet.SYN)) {
            if ((flags & known) == 0) {
                details.setExpected(counts, side, packet.sequence() + 1);
                table.setFlags(entry, flags | known);
            }
        } else if (packet.has(Packet.ACK) && (flags & known) != 0 && (flags & otherKnown) == 0) {
            // the answer to the SYN was not captured: the acknowledgement tells its number
            details.setExpected(counts, 1 - side, packet.acknowledged());
            table.setFlags(entry, flags | otherKnown);
        }
    }

    /// A payload on an undecided flow: shows it to the observer when it is the first in order.
    private void ask(int entry, Packet packet, int side, PacketRef at) {
        int flags = table.flags(entry);
        int counts = table.detail(entry);
        boolean middle = (flags & FlowTable.MIDDLE) != 0;
        boolean known = (flags & FlowTable.EXPECTED << side) != 0;
        int sequence = packet.sequence() + (packet.has(Packet.SYN) ? 1 : 0);
        int ahead = middle || !known ? 0 : sequence - details.expected(counts, side);
        int end = ahead + packet.payloadLength() + packet.missing();
        boolean repeated = ahead < 0 && end <= 0;
        if (repeated || ahead == 0 && !mayBegin(packet)) {
            details.count(counts, side, packet.ipBytes(), packet.vlan());
            if (!repeated && !middle) {
                decline(entry, packet);
            }
            return;
        }
        ReadConnection reader = startReading(entry, flags, at);
        if (reader == null) {
            return;
        }
        expect(reader, packet, side, sequence, counts, flags);
        if (ahead == 0) {
            reader.accept();
        }
        details.release(counts);
        read(entry, packet, side, at);
    }

    private boolean mayBegin(Packet packet) {
        return packet.payloadLength() > 0
                && context.observer().mayBegin(packet.bytes(), packet.payload(), packet.payloadLength());
    }

    /// The first bytes are not wanted, or were cut off so that nobody can tell.
    private void decline(int entry, Packet packet) {
        int flags = table.flags(entry);
        if (packet.payloadLength() == 0) {
            table.setFlags(entry, flags | FlowTable.MIDDLE);
            return;
        }
        details.release(table.detail(entry));
        table.setDetail(entry, NONE);
        table.setFlags(entry, flags | FlowTable.REFUSED);
    }

    /// Gives the entry a reader; `null` when there are too many.
    private @Nullable ReadConnection startReading(int entry, int flags, PacketRef at) {
        int counts = table.detail(entry);
        if (readerCount == context.limits().maxStreams()) {
            context.counters().count(Counter.STREAMS_SHED);
            details.release(counts);
            table.setDetail(entry, NONE);
            table.setFlags(entry, flags | FlowTable.REFUSED);
            return null;
        }
        boolean firstIsHigh = (flags & FlowTable.HIGH_FIRST) != 0;
        Address[] addresses = {table.address(entry, firstIsHigh), table.address(entry, !firstIsHigh)};
        int[] ports = {table.port(entry, firstIsHigh), table.port(entry, !firstIsHigh)};
        Connection facts = new Connection(addresses, ports);
        details.copyTo(counts, facts);
        facts.handshake = (flags & FlowTable.HANDSHAKE) != 0;
        facts.lastNanos = Math.max(facts.firstNanos, table.last(entry));
        ReadConnection reader = new ReadConnection(context, facts, at.timeNanos);
        table.setDetail(entry, keep(reader, entry));
        table.setFlags(entry, flags | FlowTable.READING);
        return reader;
    }

    /// Tells a new reader where its streams begin.
    private void expect(ReadConnection reader, Packet packet, int side, int sequence, int counts, int flags) {
        if ((flags & FlowTable.MIDDLE) != 0) {
            reader.joinInTheMiddle();
            reader.stream(side).expect(sequence, false);
            if (packet.has(Packet.ACK)) {
                reader.stream(1 - side).expect(packet.acknowledged(), false);
            }
            return;
        }
        for (int each = 0; each < 2; each++) {
            if ((flags & FlowTable.EXPECTED << each) != 0) {
                reader.stream(each).expect(details.expected(counts, each), true);
            }
        }
    }

    private void read(int entry, Packet packet, int side, PacketRef at) {
        ReadConnection reader = reader(entry);
        settle(entry, reader, reader.packet(packet, side, at));
    }

    private void settle(int entry, ReadConnection reader, ReadConnection.State state) {
        switch (state) {
            case ONGOING -> {}
            case CLOSED -> finish(entry, End.CLOSED);
            case UNWANTED -> {
                reader.release();
                freeReader(table.detail(entry));
                table.setDetail(entry, NONE);
                table.setFlags(entry, table.flags(entry) & ~FlowTable.READING | FlowTable.REFUSED);
            }
            case MISSED -> {
                if (details.available(1)) {
                    reader.release();
                    freeReader(table.detail(entry));
                    table.setDetail(entry, details.addCounts(reader.facts()));
                    table.setFlags(entry, table.flags(entry) & ~FlowTable.READING | FlowTable.MIDDLE);
                }
            }
        }
    }

    private int keep(ReadConnection reader, int entry) {
        if (freeCount == 0) {
            int size = readers.length;
            readers = Arrays.copyOf(readers, size * 2);
            readerEntries = Arrays.copyOf(readerEntries, size * 2);
            freeReaders = Arrays.copyOf(freeReaders, size * 2);
            for (int i = size * 2 - 1; i >= size; i--) {
                freeReaders[freeCount++] = i;
            }
        }
        int number = freeReaders[--freeCount];
        readers[number] = reader;
        readerEntries[number] = entry;
        readerCount++;
        return number;
    }

    private void freeReader(int number) {
        readers[number] = null;
        freeReaders[freeCount++] = number;
        readerCount--;
    }

    /// Time has passed: ends connections that were silent for too long and looks at holes.
    void sweep(long timeNanos) {
        for (int entry = table.oldest();
                entry != NONE
                        && timeNanos - table.last(entry) > context.limits().sessionIdleNanos();
                entry = table.oldest()) {
            removeOldest(End.IDLE);
        }
        for (int number = 0; number < readers.length && readerCount > 0; number++) {
            ReadConnection reader = readers[number];
            if (reader != null) {
                settle(readerEntries[number], reader, reader.expire(timeNanos));
            }
        }
    }

    /// The input is over: ends all that are read, the longest idle first.
    void endInput() {
        for (int entry : table.all(each -> (table.flags(each) & FlowTable.READING) != 0)) {
            finish(entry, End.INPUT_END);
        }
    }
}
