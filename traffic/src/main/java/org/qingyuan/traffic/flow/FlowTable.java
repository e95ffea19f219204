package org.qingyuan.traffic.flow;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.packet.Packet;

/// The TCP flows in hand, without an object for any: open addressing over primitive arrays that grow as needed, and
/// the exact order of use. An entry is named by its index, which stays until it leaves.
///
/// ```
///  slot    tag | index + 1                                32 bits, two slots an entry
///  entry   0 addresses, lower endpoint first (IPv6: hash)
///          1 ports | IPv6 | flags | detail                ports 32, IPv6 1, flags 7, detail 24
///          2 time of the last packet
///          3 coverage rows of lower and higher endpoint | number of the last use       16, 16, 32
/// ```
///
/// One cache line holds what a packet of a known flow needs.
///
/// An IPv6 entry keeps its addresses in a record of [FlowDetails], which also holds its detail. Not thread-safe.
final class FlowTable {
    static final int NONE = -1;

    // flags of an entry
    /// Side 0 is the higher endpoint.
    static final int HIGH_FIRST = 1;
    /// The SYN was seen.
    static final int HANDSHAKE = 2;
    /// Nobody wants to read it, or it is over.
    static final int REFUSED = 4;
    /// It is read; its detail is the number of the reader.
    static final int READING = 8;
    /// The next sequence number of side 0 is known; shifted by the side.
    static final int EXPECTED = 16;
    /// Its beginning was missed, so every segment may be the first that is read.
    static final int MIDDLE = 64;

    /// No coverage rows are known.
    static final int NO_ROWS = -1;

    private static final int LONGS = 4;
    private static final int PORTS = 1;
    private static final int LAST = 2;
    private static final int ROWS = 3;
    private static final int FLAG_SHIFT = 24;
    private static final long FLAGS_MASK = 0x7fL << FLAG_SHIFT;
    private static final long DETAIL_MASK = 0xffffff;
    private static final long USE_MASK = 0xffff_ffffL;
    private static final int FIRST_CAPACITY = 1024;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final int maxFlows;
    private final int indexBits;
    private final int indexMask;
    private final long seed;
    private final FlowDetails details;

    private long[] entries;
    private int[] slots;
    private int slotMask;
    private int size;
    private int unused;
    private int free = NONE;
    private int use;
    private final UseOrder order = new UseOrder();
    private final UseOrder.Truth truth = this::lastUse;

    // the key looked for last
    private boolean fromHigh;
    private boolean v6;
    private long key;
    private long portsKey;
    private int hash;
    private long lowHigh;
    private long low;
    private long highHigh;
    private long high;

    /// @param seed spreads keys, so that nobody can prepare addresses that share a slot; results do not depend on it
    FlowTable(int maxFlows, long seed) {
        this.maxFlows = maxFlows;
        this.seed = seed;
        indexBits = 32 - Integer.numberOfLeadingZeros(maxFlows);
        indexMask = (1 << indexBits) - 1;
        details = new FlowDetails(maxFlows);
        int capacity = Math.min(maxFlows, FIRST_CAPACITY);
        entries = new long[capacity * LONGS];
        slots = new int[Integer.highestOneBit(capacity) * 4];
        slotMask = slots.length - 1;
    }

    FlowDetails details() {
        return details;
    }

    int size() {
        return size;
    }

    /// The entry of the packet's flow, or [#NONE]. The key stays in hand for [#insert] and [#fromHigh].
    int find(Packet packet) {
        v6 = packet.version() == 6;
        if (v6) {
            takeKeyV6(packet);
        } else {
            takeKeyV4(packet);
        }
        int slot = hash & slotMask;
        while (true) {
            int value = slots[slot];
            if (value == 0) {
                return NONE;
            }
            if ((value ^ hash) >>> indexBits == 0 && matches((value & indexMask) - 1)) {
                return (value & indexMask) - 1;
            }
            slot = slot + 1 & slotMask;
        }
    }

    private void takeKeyV4(Packet packet) {
        long from = packet.source() << 16 | packet.sourcePort();
        long to = packet.destination() << 16 | packet.destinationPort();
        long smaller = Math.min(from, to);
        long larger = Math.max(from, to);
        fromHigh = from > to;
        key = smaller >>> 16 << 32 | larger >>> 16;
        portsKey = (smaller & 0xffff) << 17 | (larger & 0xffff) << 1;
        hash = spread(key, portsKey);
    }

    private void takeKeyV6(Packet packet) {
        int order = Long.compareUnsigned(packet.sourceHigh(), packet.destinationHigh());
        order = order != 0 ? order : Long.compareUnsigned(packet.source(), packet.destination());
        fromHigh = order > 0 || order == 0 && packet.sourcePort() > packet.destinationPort();
        lowHigh = fromHigh ? packet.destinationHigh() : packet.sourceHigh();
        low = fromHigh ? packet.destination() : packet.source();
        highHigh = fromHigh ? packet.sourceHigh() : packet.destinationHigh();
        high = fromHigh ? packet.source() : packet.destination();
        long lowPort = fromHigh ? packet.destinationPort() : packet.sourcePort();
        long highPort = fromHigh ? packet.sourcePort() : packet.destinationPort();
        portsKey = lowPort << 17 | highPort << 1 | 1;
        key = fold(fold(fold(lowHigh ^ seed) ^ low) ^ highHigh) ^ high;
        hash = spread(key, portsKey);
    }

    private int spread(long addresses, long ports) {
        long mixed = fold((addresses ^ seed) + ports * MIX);
        return (int) (mixed >>> 32 ^ mixed);
    }

    private static long fold(long value) {
        long product = value * MIX;
        return product ^ Math.unsignedMultiplyHigh(value, MIX);
    }

    private boolean matches(int entry) {
        int at = entry * LONGS;
        if (entries[at] != key || entries[at + PORTS] >>> 31 != portsKey) {
            return false;
        }
        return !v6 || details.matches((int) (entries[at + PORTS] & DETAIL_MASK), lowHigh, low, highHigh, high);
    }

    /// Whether the packet looked for last was sent by the higher endpoint.
    boolean fromHigh() {
        return fromHigh;
    }

    /// Whether another flow like the one looked for last can come in.
    boolean hasRoom() {
        return size < maxFlows && details.available(v6 ? 2 : 1);
    }

    /// Adds the flow looked for last as the newest, without detail. There must be room and it must not be there.
    int insert() {
        if (free == NONE && unused * LONGS == entries.length) {
            grow();
        }
        int entry = free == NONE ? unused++ : free;
        if (entry == free) {
            free = (int) entries[entry * LONGS];
        }
        int at = entry * LONGS;
        entries[at] = key;
        entries[at + PORTS] = portsKey << 31 | (v6 ? details.addAddresses(lowHigh, low, highHigh, high) : DETAIL_MASK);
        entries[at + LAST] = 0;
        entries[at + ROWS] = (long) NO_ROWS << 32;
        place(entry, hash);
        touch(entry);
        order.add(entry, lastUse(entry));
        size++;
        return entry;
    }

    private void place(int entry, int entryHash) {
        int slot = entryHash & slotMask;
        while (slots[slot] != 0) {
            slot = slot + 1 & slotMask;
        }
        slots[slot] = entryHash >>> indexBits << indexBits | entry + 1;
    }

    private void grow() {
        int capacity = Math.min(maxFlows, unused * 2);
        entries = Arrays.copyOf(entries, capacity * LONGS);
        int wanted = Integer.highestOneBit(capacity) * (Integer.bitCount(capacity) == 1 ? 2 : 4);
        if (wanted > slots.length) {
            slots = new int[wanted];
            slotMask = wanted - 1;
            for (int entry = 0; entry < unused; entry++) {
                place(entry, hashOf(entry));
            }
        }
    }

    /// Takes out the entry that [#oldest] gave. Its detail must be free already.
    void removeOldest() {
        int entry = order.oldest(truth);
        int at = entry * LONGS;
        vacate(slotOf(entry));
        if (isV6(entry)) {
            details.release((int) (entries[at + PORTS] & DETAIL_MASK));
        }
        order.removeOldest();
        entries[at] = free;
        free = entry;
        size--;
    }

    private int hashOf(int entry) {
        return spread(entries[entry * LONGS], entries[entry * LONGS + PORTS] >>> 31);
    }

    private int slotOf(int entry) {
        int slot = hashOf(entry) & slotMask;
        while ((slots[slot] & indexMask) != entry + 1) {
            slot = slot + 1 & slotMask;
        }
        return slot;
    }

    /// Empties a slot and moves those behind it forward that would not be found over the hole.
    private void vacate(int emptied) {
        int hole = emptied;
        int slot = hole;
        while (true) {
            slot = slot + 1 & slotMask;
            int value = slots[slot];
            if (value == 0) {
                slots[hole] = 0;
                return;
            }
            int home = hashOf((value & indexMask) - 1) & slotMask;
            if ((slot - home & slotMask) >= (slot - hole & slotMask)) {
                slots[hole] = value;
                hole = slot;
            }
        }
    }

    /// Makes the entry the one used last.
    void touch(int entry) {
        if (use == -1) {
            renumber();
        }
        int at = entry * LONGS + ROWS;
        entries[at] = entries[at] & ~USE_MASK | ++use & USE_MASK;
    }

    /// The next use gets the number after this one; for tests.
    void useNumber(int number) {
        use = number;
    }

    private long lastUse(int entry) {
        return entries[entry * LONGS + ROWS] & USE_MASK;
    }

    /// After 2^32 uses numbers begin anew, in the same order.
    private void renumber() {
        int[] entriesByUse = all(entry -> true);
        order.clear();
        use = 0;
        for (int entry : entriesByUse) {
            int at = entry * LONGS + ROWS;
            entries[at] = entries[at] & ~USE_MASK | ++use & USE_MASK;
            order.add(entry, use);
        }
    }

    /// The entry that was not used for the longest time, or [#NONE].
    int oldest() {
        return order.oldest(truth);
    }

    /// The entries that are wanted, the longest unused first.
    int[] all(IntPredicate wanted) {
        return order.all(truth, wanted);
    }

    int flags(int entry) {
        return (int) (entries[entry * LONGS + PORTS] >>> FLAG_SHIFT) & 0x7f;
    }

    void setFlags(int entry, int flags) {
        int at = entry * LONGS + PORTS;
        entries[at] = entries[at] & ~FLAGS_MASK | (long) flags << FLAG_SHIFT;
    }

    /// What belongs to the entry beside its key: a record of [FlowDetails] or the number of a reader; [#NONE].
    int detail(int entry) {
        long ports = entries[entry * LONGS + PORTS];
        int detail = (int) (ports & DETAIL_MASK);
        if ((ports >>> 31 & 1) != 0) {
            return details.detailOf(detail);
        }
        return detail == DETAIL_MASK ? NONE : detail;
    }

    void setDetail(int entry, int detail) {
        int at = entry * LONGS + PORTS;
        if (isV6(entry)) {
            details.setDetailOf((int) (entries[at] & DETAIL_MASK), detail);
        } else {
            entries[at] = entries[at] & ~DETAIL_MASK | detail & DETAIL_MASK;
        }
    }

    long last(int entry) {
        return entries[entry * LONGS + LAST];
    }

    void setLast(int entry, long timeNanos) {
        entries[entry * LONGS + LAST] = timeNanos;
    }

    /// Coverage rows: the lower endpoint's in the upper half, the higher endpoint's in the lower half.
    int rows(int entry) {
        return (int) (entries[entry * LONGS + ROWS] >>> 32);
    }

    void setRows(int entry, int rows) {
        int at = entry * LONGS + ROWS;
        entries[at] = entries[at] & USE_MASK | (long) rows << 32;
    }

    /// Forgets the coverage rows of all entries.
    void forgetRows() {
        for (int entry = 0; entry < unused; entry++) {
            setRows(entry, NO_ROWS);
        }
    }

    boolean isV6(int entry) {
        return (entries[entry * LONGS + PORTS] >>> 31 & 1) != 0;
    }

    /// Address of the lower or the higher endpoint.
    Address address(int entry, boolean higher) {
        int at = entry * LONGS;
        if (isV6(entry)) {
            return details.address((int) (entries[at + PORTS] & DETAIL_MASK), higher);
        }
        return Address.v4((int) (higher ? entries[at] : entries[at] >>> 32));
    }

    /// Port of the lower or the higher endpoint.
    int port(int entry, boolean higher) {
        long ports = entries[entry * LONGS + PORTS];
        return (int) (higher ? ports >>> 32 : ports >>> 48) & 0xffff;
    }
}
