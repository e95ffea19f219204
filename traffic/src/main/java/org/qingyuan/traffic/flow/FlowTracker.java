package org.qingyuan.traffic.flow;

import java.util.Arrays;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Counters;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;

/// Takes the IP packets of one capture in their order: leaves out mirrored copies, counts coverage, hands DNS answers
/// to the observer, and follows TCP connections (see [TcpTracker]). Allocates nothing for a packet that belongs to no
/// connection being read. Not thread-safe.
public final class FlowTracker {
    /// How often in capture time idle connections and holes are looked for.
    private static final long SWEEP_NANOS = 10_000_000_000L;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int DNS = 53;
    private static final int ADDRESSES = 256;

    private final StreamObserver observer;
    private final Counters counters;
    private final CoverageTable coverage;
    private final AddressRows addressRows;
    private final FlowTable table;
    private final TcpTracker tcp;
    private final Address[] addresses = new Address[ADDRESSES];

    private int coverageEpoch;
    private long dayBegin = 1;
    private long dayEnd;
    private int day;
    private boolean begun;
    private long previousNanos;
    private long sweptNanos;

    /// @param seed spreads keys in the flow table; results do not depend on it
    public FlowTracker(
            FlowLimits limits, StreamObserver observer, Counters counters, CoverageTable coverage, long seed) {
        this.observer = observer;
        this.counters = counters;
        this.coverage = coverage;
        addressRows = new AddressRows(coverage);
        coverageEpoch = coverage.epoch();
        table = new FlowTable(limits.maxFlows(), seed);
        StreamBudget budget = new StreamBudget(limits.totalStreamBytes());
        tcp = new TcpTracker(table, new ReadConnection.Context(observer, counters, limits, budget));
        Address none = Address.v4(0);
        Arrays.fill(addresses, none);
    }

    /// Flows in the table now.
    public int flows() {
        return table.size();
    }

    /// Tells the time of the packet that comes next. Time has passed when two packets in a row say so: a single wrong
    /// time stamp ends nothing.
    public void clock(long timeNanos) {
        long now = Math.min(previousNanos, timeNanos);
        previousNanos = timeNanos;
        if (!begun || sweptNanos - now > 6 * SWEEP_NANOS) {
            begun = true;
            sweptNanos = now = timeNanos;
        }
        if (now - sweptNanos >= SWEEP_NANOS) {
            sweptNanos = now;
            tcp.sweep(now);
            observer.tick(now);
        }
    }

    /// Takes an IP packet.
    ///
    /// @param what [Decoded#TCP], [Decoded#UDP] or [Decoded#OTHER_IP]
    /// @param copyAge what the [MirrorMemory] of its input says of it
    /// @param nanos whether the capture's times are finer than microseconds
    public void packet(Packet packet, Decoded what, int copyAge, PacketRef at, boolean nanos) {
        if (what == Decoded.TCP) {
            tcp(packet, copyAge, at, nanos);
        } else {
            other(packet, what, copyAge, at);
        }
    }

    private void tcp(Packet packet, int copyAge, PacketRef at, boolean nanos) {
        int entry = table.find(packet);
        if (isCopy(packet, entry, copyAge, at.timeNanos)) {
            counters.count(Counter.MIRRORED);
            return;
        }
        counters.count(Counter.PACKETS_USED);
        if (entry == FlowTable.NONE) {
            entry = tcp.begin(packet, at, nanos);
            cover(entry, packet, at.timeNanos);
            tcp.follow(entry, packet, at);
        } else {
            table.touch(entry);
            cover(entry, packet, at.timeNanos);
            tcp.packet(entry, packet, at, nanos);
        }
        table.setLast(entry, at.timeNanos);
    }

    /// A connection that is read has a memory of its own, which nothing else can push out and which looks at every
    /// byte. It begins with the connection's reading, so what came before is looked for in the common one.
    private boolean isCopy(Packet packet, int entry, int age, long timeNanos) {
        if (entry == FlowTable.NONE || (table.flags(entry) & FlowTable.READING) == 0) {
            return age != MirrorMemory.UNSEEN;
        }
        ReadConnection reader = tcp.reader(entry);
        long reading = Math.max(0, timeNanos - reader.sinceNanos());
        boolean before = age != MirrorMemory.UNSEEN && age >= MirrorMemory.spanUnits(reading);
        return reader.isCopy(packet, timeNanos) || before;
    }

    private void other(Packet packet, Decoded what, int copyAge, PacketRef at) {
        if (copyAge != MirrorMemory.UNSEEN) {
            counters.count(Counter.MIRRORED);
            return;
        }
        cover(packet, at.timeNanos);
        if (what == Decoded.OTHER_IP) {
            counters.count(packet.counter());
            return;
        }
        counters.count(Counter.PACKETS_USED);
        if (packet.sourcePort() == DNS && packet.payloadLength() > 0) {
            observer.dnsAnswer(destination(packet), packet.bytes(), packet.payload(), packet.payloadLength(), at);
        }
    }

    /// The destination as an object; the last of each kind are kept to be used again.
    private Address destination(Packet packet) {
        long high = packet.destinationHigh();
        long low = packet.destination();
        int slot = (int) (low ^ low >>> 32 ^ high ^ high >>> 8) & ADDRESSES - 1;
        Address known = addresses[slot];
        if (known.low() == low && known.high() == high && known.version() == packet.version()) {
            return known;
        }
        Address address = packet.version() == 4 ? Address.v4((int) low) : Address.v6(high, low);
        addresses[slot] = address;
        return address;
    }

    /// Counts the packet of a flow, which keeps the numbers of its rows: those of the day of its last packet.
    private void cover(int entry, Packet packet, long timeNanos) {
        int rows = table.rows(entry);
        if (rows == FlowTable.NO_ROWS || !isToday(timeNanos) || !isToday(table.last(entry))) {
            today(timeNanos);
            rows = resolve(packet, timeNanos);
            if (table.fromHigh()) {
                rows = rows << 16 | rows >>> 16;
            }
            table.setRows(entry, rows);
        }
        int low = rows >>> 16;
        int high = rows & 0xffff;
        if (table.fromHigh()) {
            coverage.count(high, low, packet.ipBytes());
        } else {
            coverage.count(low, high, packet.ipBytes());
        }
    }

    private void cover(Packet packet, long timeNanos) {
        today(timeNanos);
        int rows = resolve(packet, timeNanos);
        coverage.count(rows >>> 16, rows & 0xffff, packet.ipBytes());
    }

    /// Rows of source and destination. Either may make rows wider, then the other is looked up again.
    private int resolve(Packet packet, long timeNanos) {
        int source;
        int destination;
        int epoch;
        do {
            epoch = coverage.epoch();
            source = addressRows.row(packet.version(), packet.sourceHigh(), packet.source(), day, timeNanos);
            destination =
                    addressRows.row(packet.version(), packet.destinationHigh(), packet.destination(), day, timeNanos);
        } while (epoch != coverage.epoch());
        if (epoch != coverageEpoch) {
            coverageEpoch = epoch;
            table.forgetRows();
        }
        return source << 16 | destination;
    }

    /// Whether the time lies in the day of the packet before.
    private boolean isToday(long timeNanos) {
        return timeNanos >= dayBegin && timeNanos < dayEnd;
    }

    private void today(long timeNanos) {
        if (!isToday(timeNanos)) {
            day = (int) Math.floorDiv(timeNanos, DAY_NANOS);
            dayBegin = day * DAY_NANOS;
            dayEnd = dayBegin + DAY_NANOS;
        }
    }

    /// All inputs are read: ends what still goes on.
    public void finish() {
        tcp.endInput();
        observer.tick(previousNanos);
    }
}
