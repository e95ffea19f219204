package org.qingyuan.traffic.flow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Who was seen on which day: packets and bytes of each network, a registered prefix or else the /24 or /64 of the
/// address, for each UTC day. At most [#MOST_ROWS] rows; when there would be more, all become wider: /16 and /48, /8
/// and /32, then all of IPv4 and IPv6 with the registered prefixes among them, at last months instead of days.
///
/// Rows are named by numbers that hold until [#epoch] changes.
public final class CoverageTable {
    /// The number 65,535 stands for no row.
    public static final int MOST_ROWS = 65_535;

    private static final int[] V4_BITS = {24, 16, 8, 0, 0};
    private static final int[] V6_BITS = {64, 48, 32, 0, 0};
    private static final int WIDEST = 3;
    private static final int MONTHS = 4;
    private static final int LONGS = 4;
    private static final int FROM = 0;
    private static final int TO = 1;
    private static final int BYTES = 2;
    private static final int DAY = 3;
    private static final byte V4 = 4;
    private static final byte V6 = 6;
    private static final byte REGISTERED = 0;
    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final int mostRows;
    private final @Nullable NetworkNamer namer;
    private final Map<String, Integer> nameIds = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private int level;
    private int epoch;
    private long merged;
    private int count;

    /// packets from, packets to, bytes, day of each row.
    private long[] rows = new long[256 * LONGS];

    /// What the row speaks of: an IPv4 network, the upper half of an IPv6 network, the number of a registered name.
    private long[] networks = new long[256];

    private byte[] kinds = new byte[256];
    private int[] slots = new int[512];

    /// One row of the result.
    ///
    /// @param day the first of the month where days were merged
    /// @param bytes IP total lengths of packets from or to the network, those within it once
    public record Row(String network, LocalDate day, long packetsFrom, long packetsTo, long bytes) {}

    public CoverageTable(@Nullable NetworkNamer namer) {
        this(namer, MOST_ROWS);
    }

    CoverageTable(@Nullable NetworkNamer namer, int mostRows) {
        this.namer = namer;
        this.mostRows = mostRows;
    }

    /// Changes when rows are renumbered.
    int epoch() {
        return epoch;
    }

    /// How many rows were merged into wider ones.
    public long merged() {
        return merged;
    }

    /// Whether the row speaks of the day, which must be as [#day] gives it.
    boolean isOf(int row, int day) {
        return rows[row * LONGS + DAY] == day;
    }

    /// The day as rows keep it: itself, or the first of its month where days were merged.
    int day(int epochDay) {
        if (level < MONTHS) {
            return epochDay;
        }
        return (int) LocalDate.ofEpochDay(epochDay).withDayOfMonth(1).toEpochDay();
    }

    /// Counts one packet between two rows.
    void count(int source, int destination, int bytes) {
        int from = source * LONGS;
        int to = destination * LONGS;
        rows[from + FROM]++;
        rows[from + BYTES] += bytes;
        rows[to + TO]++;
        rows[to + BYTES] += from == to ? 0 : bytes;
    }

    /// The row of an address on a day, which may make one; then all others may be renumbered.
    int row(int version, long high, long low, int epochDay, long timeNanos) {
        String name = namer == null || level >= WIDEST ? null : registered(namer, version, high, low, timeNanos);
        if (name != null) {
            return row(REGISTERED, nameIds.computeIfAbsent(name, this::addName), day(epochDay));
        }
        long network = version == 4 ? low & mask(V4_BITS[level] + 32) : high & mask(V6_BITS[level]);
        return row(version == 4 ? V4 : V6, network, day(epochDay));
    }

    private static @Nullable String registered(NetworkNamer from, int version, long high, long low, long timeNanos) {
        Address address = version == 4 ? Address.v4((int) low) : Address.v6(high, low);
        return from.prefixAt(address, Instant.ofEpochSecond(0, timeNanos));
    }

    private int addName(String name) {
        names.add(name);
        return names.size() - 1;
    }

    private static long mask(int bits) {
        return bits == 0 ? 0 : -1L << 64 - bits;
    }

    private int row(byte kind, long network, int day) {
        int found = find(kind, network, day);
        if (found >= 0) {
            return found;
        }
        if (count == mostRows) {
            widen();
            return rowAfterWidening(kind, network, day);
        }
        return add(kind, network, day);
    }

    private int rowAfterWidening(byte kind, long network, int day) {
        byte wideKind = wideKind(kind, network);
        return row(wideKind, wideNetwork(wideKind, kind, network), day(day));
    }

    private int slot(byte kind, long network, int day) {
        long hash = (network ^ network >>> 29 ^ (long) kind << 56 ^ (long) day << 35) * MIX;
        return (int) (hash >>> 33) & slots.length - 1;
    }

    private int find(byte kind, long network, int day) {
        int slot = slot(kind, network, day);
        for (int row = slots[slot]; row != 0; row = slots[slot]) {
            if (networks[row - 1] == network && kinds[row - 1] == kind && isOf(row - 1, day)) {
                return row - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return -1;
    }

    private int add(byte kind, long network, int day) {
        if (count == networks.length) {
            grow();
        }
        int row = count++;
        networks[row] = network;
        kinds[row] = kind;
        Arrays.fill(rows, row * LONGS, row * LONGS + DAY, 0);
        rows[row * LONGS + DAY] = day;
        place(row);
        return row;
    }

    private void place(int row) {
        int slot = slot(kinds[row], networks[row], (int) rows[row * LONGS + DAY]);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = row + 1;
    }

    private void grow() {
        int size = count * 2;
        rows = Arrays.copyOf(rows, size * LONGS);
        networks = Arrays.copyOf(networks, size);
        kinds = Arrays.copyOf(kinds, size);
        slots = new int[size * 2];
        for (int row = 0; row < count; row++) {
            place(row);
        }
    }

    /// Makes rows wider until at least half of the room is free, or nothing is left to widen.
    private void widen() {
        int before = count;
        while (level < MONTHS && count > mostRows / 2) {
            level++;
            rebuild();
        }
        if (count == mostRows) {
            throw new IllegalStateException("more months than rows");
        }
        merged += before - count;
        epoch++;
    }

    private void rebuild() {
        int oldCount = count;
        count = 0;
        Arrays.fill(slots, 0);
        long[] old = new long[LONGS];
        for (int row = 0; row < oldCount; row++) {
            System.arraycopy(rows, row * LONGS, old, 0, LONGS);
            byte kind = wideKind(kinds[row], networks[row]);
            long network = wideNetwork(kind, kinds[row], networks[row]);
            int day = day((int) old[DAY]);
            int found = find(kind, network, day);
            int target = (found >= 0 ? found : add(kind, network, day)) * LONGS;
            rows[target + FROM] += old[FROM];
            rows[target + TO] += old[TO];
            rows[target + BYTES] += old[BYTES];
        }
    }

    private byte wideKind(byte kind, long network) {
        if (kind != REGISTERED || level < WIDEST) {
            return kind;
        }
        return names.get((int) network).indexOf(':') >= 0 ? V6 : V4;
    }

    private long wideNetwork(byte kind, byte oldKind, long network) {
        if (kind != oldKind) {
            return 0;
        }
        return switch (kind) {
            case V4 -> network & mask(V4_BITS[level] + 32);
            case V6 -> network & mask(V6_BITS[level]);
            default -> network;
        };
    }

    /// All rows, by the network's text and then by day.
    public List<Row> toRows() {
        List<Row> result = new ArrayList<>(count);
        for (int row = 0; row < count; row++) {
            int at = row * LONGS;
            LocalDate day = LocalDate.ofEpochDay(rows[at + DAY]);
            result.add(new Row(name(row), day, rows[at + FROM], rows[at + TO], rows[at + BYTES]));
        }
        result.sort(CoverageTable::compare);
        return result;
    }

    private static int compare(Row one, Row other) {
        int order = one.network().compareTo(other.network());
        return order != 0 ? order : one.day().compareTo(other.day());
    }

    private String name(int row) {
        long network = networks[row];
        return switch (kinds[row]) {
            case V4 -> Address.v4((int) network).text() + "/" + V4_BITS[level];
            case V6 -> Address.v6(network, 0).text() + "/" + V6_BITS[level];
            default -> names.get((int) network);
        };
    }
}
