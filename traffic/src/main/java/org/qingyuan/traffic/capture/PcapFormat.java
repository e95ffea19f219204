package org.qingyuan.traffic.capture;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// pcap (draft-ietf-opsawg-pcap), in the byte order of whoever wrote it:
///
/// ```
///  file    0 magic   4 major, minor   8 zone   12 accuracy   16 snap length   20 FCS, link type
///  record  0 seconds   4 fraction     8 captured length      12 length on the wire
///          16 interface  20 protocol, packet type            in the modified variant only
/// ```
final class PcapFormat {
    private static final int MICROS = 0xa1b2c3d4;
    private static final int NANOS = 0xa1b23c4d;
    private static final int MODIFIED = 0xa1b2cd34;

    private static final int FILE_HEADER = 24;
    private static final int LINK_TYPE = 20;
    private static final int FRACTION = 4;
    private static final int CAPTURED = 8;
    private static final int WIRE = 12;
    private static final int RECORD_HEADER = 16;
    private static final int MODIFIED_HEADER = 24;

    /// What is longer than this is no length but damage, so nothing after it can be found.
    private static final int MAX_SKIP = 16 << 20;

    private PcapFormat() {}

    /// A walker when the magic, read as little-endian, is one of pcap's.
    static @Nullable Walker of(RecordBuffer buffer, int magic) {
        int swapped = Integer.reverseBytes(magic);
        if (magic == MICROS || magic == NANOS || magic == MODIFIED) {
            return new Walker(buffer, magic, false);
        }
        if (swapped == MICROS || swapped == NANOS || swapped == MODIFIED) {
            return new Walker(buffer, swapped, true);
        }
        return null;
    }

    static final class Walker implements RecordFormat {
        private final RecordBuffer buffer;
        private final boolean bigEndian;
        private final int recordHeader;
        private final long fractionNanos;
        private boolean headerRead;

        private Walker(RecordBuffer buffer, int magic, boolean bigEndian) {
            this.buffer = buffer;
            this.bigEndian = bigEndian;
            recordHeader = magic == MODIFIED ? MODIFIED_HEADER : RECORD_HEADER;
            fractionNanos = magic == NANOS ? 1 : 1000;
            buffer.nanos = magic == NANOS;
        }

        @Override
        public boolean next() {
            RecordBuffer b = buffer;
            int at = b.position;
            if (!headerRead) {
                return readHeader() && next();
            }
            if (b.limit - at < recordHeader) {
                return false;
            }
            int captured = b.int32(at + CAPTURED, bigEndian);
            if (Integer.compareUnsigned(captured, CaptureReader.MAX_PACKET) > 0) {
                return oversized(captured);
            }
            int begin = at + recordHeader;
            if (captured > b.limit - begin) {
                return false;
            }
            b.timeNanos = time(at);
            int wire = b.int32(at + WIRE, bigEndian);
            b.packet(begin, captured, wire, begin + captured);
            return true;
        }

        private long time(int at) {
            long seconds = buffer.int32(at, bigEndian) & 0xffff_ffffL;
            long fraction = buffer.int32(at + FRACTION, bigEndian) & 0xffff_ffffL;
            return seconds * 1_000_000_000L + fraction * fractionNanos;
        }

        private boolean oversized(int captured) {
            if (captured < 0 || captured > MAX_SKIP) {
                buffer.stop(RejectReason.OVERSIZED_RECORD);
                return false;
            }
            buffer.timeNanos = time(buffer.position);
            buffer.reject(RejectReason.OVERSIZED_RECORD, (long) recordHeader + captured);
            return true;
        }

        private boolean readHeader() {
            if (buffer.available() < FILE_HEADER) {
                return false;
            }
            buffer.linkType = buffer.int32(buffer.position + LINK_TYPE, bigEndian) & 0xffff;
            buffer.position += FILE_HEADER;
            headerRead = true;
            return true;
        }

        @Override
        public boolean headerRead() {
            return headerRead;
        }

        @Override
        public String name() {
            return "pcap";
        }
    }
}
