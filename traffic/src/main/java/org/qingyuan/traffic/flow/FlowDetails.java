package org.qingyuan.traffic.flow;

import java.util.Arrays;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.packet.Packet;

/// Records beside the entries of [FlowTable], so that a flow that nobody wants to read costs nothing but its entry:
/// what was counted of a flow that may still be read, and the addresses of IPv6 flows.
///
/// ```
///  counts   0 first time   1 first number 47, input 16, nanoseconds 1   2 packets 32, 32   3 bytes   4 bytes
///           5 VLAN 32, 32  6 next sequence number 32, 32                    (by side: 0, 1)
///  IPv6     0 1 lower address   2 3 higher address   4 detail of the flow
/// ```
///
/// There are at most twice as many as flows and never more than [#MOST], which bounds their memory: where many IPv6
/// flows may all still be read, fewer than `maxFlows` fit.
final class FlowDetails {
    /// 262,144 records of 56 bytes are 14 MB.
    static final int MOST = 262_144;

    private static final int LONGS = 7;
    private static final int NUMBER = 1;
    private static final int PACKETS = 2;
    private static final int BYTES = 3;
    private static final int VLANS = 5;
    private static final int EXPECTED = 6;
    private static final int DETAIL = 4;
    private static final int FIRST_CAPACITY = 1024;

    private final int most;
    private long[] records;
    private int unused;
    private int used;
    private int free = FlowTable.NONE;

    FlowDetails(int maxFlows) {
        most = Math.max(maxFlows, Math.min(2 * maxFlows, MOST));
        records = new long[Math.min(most, FIRST_CAPACITY) * LONGS];
    }

    /// Whether that many more can be had.
    boolean available(int count) {
        return most - used >= count;
    }

    private int take() {
        used++;
        if (free != FlowTable.NONE) {
            int record = free;
            free = (int) records[record * LONGS];
            return record;
        }
        if (unused * LONGS == records.length) {
            records = Arrays.copyOf(records, Math.min(most, unused * 2) * LONGS);
        }
        return unused++;
    }

    void release(int record) {
        records[record * LONGS] = free;
        free = record;
        used--;
    }

    int addAddresses(long lowHigh, long low, long highHigh, long high) {
        int record = take();
        int at = record * LONGS;
        records[at] = lowHigh;
        records[at + 1] = low;
        records[at + 2] = highHigh;
        records[at + 3] = high;
        records[at + DETAIL] = FlowTable.NONE;
        return record;
    }

    boolean matches(int record, long lowHigh, long low, long highHigh, long high) {
        int at = record * LONGS;
        return records[at] == lowHigh
                && records[at + 1] == low
                && records[at + 2] == highHigh
                && records[at + 3] == high;
    }

    Address address(int record, boolean higher) {
        int at = record * LONGS + (higher ? 2 : 0);
        return Address.v6(records[at], records[at + 1]);
    }

    int detailOf(int record) {
        return (int) records[record * LONGS + DETAIL];
    }

    void setDetailOf(int record, int detail) {
        records[record * LONGS + DETAIL] = detail;
    }

    /// Begins to count a flow whose first packet is this one.
    int addCounts(PacketRef at, boolean nanos) {
        int record = take();
        int index = record * LONGS;
        records[index] = at.timeNanos;
        records[index + NUMBER] = at.number << 17 | (long) (at.input & 0xffff) << 1 | (nanos ? 1 : 0);
        records[index + PACKETS] = 0;
        records[index + BYTES] = 0;
        records[index + BYTES + 1] = 0;
        records[index + VLANS] = -1;
        records[index + EXPECTED] = 0;
        return record;
    }

    /// Counts what was counted before, for a flow that is read no longer but may be again.
    int addCounts(Connection from) {
        PacketRef at = new PacketRef();
        at.timeNanos = from.firstNanos;
        at.input = from.firstInput;
        at.number = from.firstNumber;
        int record = addCounts(at, from.nanos);
        int index = record * LONGS;
        records[index + PACKETS] = from.packets[0] << 32 | from.packets[1] & 0xffff_ffffL;
        records[index + BYTES] = from.bytes[0];
        records[index + BYTES + 1] = from.bytes[1];
        records[index + VLANS] = (long) from.vlan[0] << 32 | from.vlan[1] & 0xffff_ffffL;
        return record;
    }

    /// Counts one packet of a side; the first tags seen stay.
    void count(int record, int side, int ipBytes, int vlan) {
        int at = record * LONGS;
        int shift = side == 0 ? 32 : 0;
        records[at + PACKETS] += 1L << shift;
        records[at + BYTES + side] += ipBytes;
        if (vlan != Packet.UNTAGGED && (int) (records[at + VLANS] >>> shift) == Packet.UNTAGGED) {
            records[at + VLANS] = records[at + VLANS] & ~(0xffff_ffffL << shift) | (vlan & 0xffff_ffffL) << shift;
        }
    }

    /// Packets of a side so far.
    long packets(int record, int side) {
        return records[record * LONGS + PACKETS] >>> (side == 0 ? 32 : 0) & 0xffff_ffffL;
    }

    /// Sequence number of the next byte of a side.
    int expected(int record, int side) {
        return (int) (records[record * LONGS + EXPECTED] >>> (side == 0 ? 32 : 0));
    }

    void setExpected(int record, int side, int sequence) {
        int at = record * LONGS + EXPECTED;
        int shift = side == 0 ? 32 : 0;
        records[at] = records[at] & ~(0xffff_ffffL << shift) | (sequence & 0xffff_ffffL) << shift;
    }

    /// Writes what was counted into a connection that is about to be read.
    void copyTo(int record, Connection connection) {
        int at = record * LONGS;
        connection.firstNanos = records[at];
        connection.firstNumber = records[at + NUMBER] >>> 17;
        connection.firstInput = (int) (records[at + NUMBER] >>> 1) & 0xffff;
        connection.nanos = (records[at + NUMBER] & 1) != 0;
        for (int side = 0; side < 2; side++) {
            connection.packets[side] = packets(record, side);
            connection.bytes[side] = records[at + BYTES + side];
            connection.vlan[side] = (int) (records[at + VLANS] >>> (side == 0 ? 32 : 0));
        }
    }
}
