package org.qingyuan.traffic.capture;

import org.qingyuan.finding.RejectReason;

/// pcapng (draft-ietf-opsawg-pcapng): blocks in sections, each section in its own byte order.
///
/// ```
///  block     0 type   4 total length   8 body ...   total length again
///  section   8 byte-order magic  12 version  16 length       interface 8 link type  10 -  12 snap length  16 options
///  enhanced  8 interface  12 time high  16 low  20 captured  24 wire  28 packet
///  old       8 interface, drops  12 time high  16 low  20 captured  24 wire  28 packet
///  simple    8 wire  12 packet
/// ```
///
/// Read: section, interface with if_tsresol and if_tsoffset, and the three packet blocks. Passed over: everything else.
final class PcapngFormat implements RecordFormat {
    static final int SECTION_HEADER = 0x0a0d0d0a;

    private static final int INTERFACE = 1;
    private static final int OLD_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;
    private static final int ORDER_MAGIC = 0x1a2b3c4d;
    private static final int SMALLEST_BLOCK = 12;
    private static final int SECTION_SIZE = 28;
    private static final int PACKET_HEADER = 28;
    private static final int SIMPLE_HEADER = 12;

    /// Blocks longer than this are damage; nothing after them can be found.
    private static final int MAX_SKIP = 64 << 20;

    private final RecordBuffer buffer;
    private final PcapngInterfaces interfaces = new PcapngInterfaces();
    private boolean bigEndian;
    private boolean headerRead;

    PcapngFormat(RecordBuffer buffer) {
        this.buffer = buffer;
    }

    @Override
    public boolean next() {
        while (buffer.problem == null && buffer.available() >= SMALLEST_BLOCK) {
            int at = buffer.position;
            int type = buffer.int32(at, bigEndian);
            if (type == SECTION_HEADER && !readOrder(at)) {
                return false;
            }
            int length = buffer.int32(at + 4, bigEndian);
            if (length < SMALLEST_BLOCK || (length & 3) != 0 || length > MAX_SKIP) {
                buffer.stop(headerRead ? RejectReason.DAMAGED_RECORD : RejectReason.NOT_A_CAPTURE);
                return false;
            }
            if (length > CaptureReader.MAX_RECORD) {
                if (passLarge(type, length)) {
                    return true;
                }
                continue;
            }
            if (length > buffer.available()) {
                return false;
            }
            if (buffer.int32(at + length - 4, bigEndian) != length) {
                buffer.stop(headerRead ? RejectReason.DAMAGED_RECORD : RejectReason.NOT_A_CAPTURE);
                return false;
            }
            if (block(type, at, length)) {
                return true;
            }
        }
        return false;
    }

    /// Reads the byte order of a new section.
    private boolean readOrder(int at) {
        int magic = buffer.int32(at + 8, false);
        if (magic == ORDER_MAGIC || magic == Integer.reverseBytes(ORDER_MAGIC)) {
            bigEndian = magic != ORDER_MAGIC;
            return true;
        }
        buffer.stop(headerRead ? RejectReason.DAMAGED_RECORD : RejectReason.NOT_A_CAPTURE);
        return false;
    }

    private boolean passLarge(int type, int length) {
        switch (type) {
            case ENHANCED_PACKET, OLD_PACKET, SIMPLE_PACKET -> {
                buffer.reject(RejectReason.OVERSIZED_RECORD, length);
                return true;
            }
            case SECTION_HEADER, INTERFACE -> buffer.stop(RejectReason.DAMAGED_RECORD);
            default -> buffer.pass(length);
        }
        return false;
    }

    /// Handles one whole block; `true` when it is a packet.
    private boolean block(int type, int at, int length) {
        switch (type) {
            case ENHANCED_PACKET -> {
                return packet(at, length, buffer.int32(at + 8, bigEndian));
            }
            case OLD_PACKET -> {
                return packet(at, length, length < PACKET_HEADER ? 0 : buffer.int16(at + 8, bigEndian));
            }
            case SIMPLE_PACKET -> {
                return simplePacket(at, length);
            }
            case INTERFACE -> interfaces.add(buffer, at, length, bigEndian);
            case SECTION_HEADER -> section(length);
            default -> {
                // names, statistics, secrets, private blocks: of no use here
            }
        }
        if (buffer.problem == null) {
            buffer.position = at + length;
        }
        return false;
    }

    private void section(int length) {
        if (length < SECTION_SIZE) {
            buffer.stop(headerRead ? RejectReason.DAMAGED_RECORD : RejectReason.NOT_A_CAPTURE);
            return;
        }
        headerRead = true;
        interfaces.clear();
    }

    private boolean packet(int at, int length, int interfaceId) {
        int room = length - PACKET_HEADER - 4;
        int captured = room < 0 ? -1 : buffer.int32(at + 20, bigEndian);
        if (captured < 0 || captured > room) {
            buffer.reject(RejectReason.DAMAGED_RECORD, length);
        } else if (!interfaces.has(interfaceId)) {
            buffer.reject(RejectReason.UNKNOWN_INTERFACE, length);
        } else if (captured > CaptureReader.MAX_PACKET) {
            buffer.reject(RejectReason.OVERSIZED_RECORD, length);
        } else {
            long ticks =
                    (long) buffer.int32(at + 12, bigEndian) << 32 | buffer.int32(at + 16, bigEndian) & 0xffff_ffffL;
            buffer.timeNanos = interfaces.timeNanos(interfaceId, ticks);
            buffer.nanos = interfaces.nanos(interfaceId);
            buffer.linkType = interfaces.linkType(interfaceId);
            buffer.packet(at + PACKET_HEADER, captured, buffer.int32(at + 24, bigEndian), at + length);
        }
        return true;
    }

    /// A block without time: it is taken to be as late as the packet before.
    private boolean simplePacket(int at, int length) {
        int room = length - SIMPLE_HEADER - 4;
        int wire = room < 0 ? -1 : buffer.int32(at + 8, bigEndian);
        if (wire < 0) {
            buffer.reject(RejectReason.DAMAGED_RECORD, length);
        } else if (!interfaces.has(0)) {
            buffer.reject(RejectReason.UNKNOWN_INTERFACE, length);
        } else {
            int captured = Math.min(wire, Math.min(room, interfaces.snapLength(0)));
            if (captured > CaptureReader.MAX_PACKET) {
                buffer.reject(RejectReason.OVERSIZED_RECORD, length);
                return true;
            }
            buffer.linkType = interfaces.linkType(0);
            buffer.nanos = interfaces.nanos(0);
            buffer.packet(at + SIMPLE_HEADER, captured, wire, at + length);
        }
        return true;
    }

    @Override
    public boolean headerRead() {
        return headerRead;
    }

    @Override
    public String name() {
        return "pcapng";
    }
}
