package org.qingyuan.traffic.mining;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Names that DNS answers in the capture gave to addresses (RFC 1035): the name that was asked for, whatever aliases
/// lay
/// between. Bounded: the address learned longest ago leaves. Damaged messages teach nothing.
final class DnsNames {
    static final int MAX_NAMES = 8_192;

    private static final int TYPE_A = 1;
    private static final int TYPE_AAAA = 28;
    private static final int MAX_RECORDS = 64;

    private final Map<Address, String> names = new LinkedHashMap<>(64, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, String> eldest) {
            return size() > MAX_NAMES;
        }
    };

    @Nullable
    String of(Address address) {
        return names.get(address);
    }

    /// Reads one answer.
    void learn(byte[] bytes, int offset, int length) {
        int end = offset + length;
        if (length < 12 || (bytes[offset + 2] & 0x80) == 0 || u16(bytes, offset + 4) != 1) {
            return;
        }
        StringBuilder name = new StringBuilder(64);
        int at = readName(bytes, offset + 12, end, name);
        if (at < 0 || at + 4 > end) {
            return;
        }
        records(bytes, at + 4, end, u16(bytes, offset + 6), name.toString());
    }

    private void records(byte[] bytes, int from, int end, int count, String name) {
        int at = from;
        for (int i = 0; i < count && i < MAX_RECORDS; i++) {
            at = skipName(bytes, at, end);
            if (at < 0 || at + 10 > end) {
                return;
            }
            int type = u16(bytes, at);
            int size = u16(bytes, at + 8);
            at += 10;
            if (at + size > end) {
                return;
            }
            if (type == TYPE_A && size == 4) {
                names.put(Address.v4(int32(bytes, at)), name);
            } else if (type == TYPE_AAAA && size == 16) {
                names.put(Address.v6(int64(bytes, at), int64(bytes, at + 8)), name);
            }
            at += size;
        }
    }

    /// Reads an uncompressed name; the index behind it, or -1.
    private static int readName(byte[] bytes, int from, int end, StringBuilder name) {
        int at = from;
        while (at < end) {
            int size = bytes[at++] & 0xff;
            if (size == 0) {
                return at;
            }
            if (size > 63 || at + size > end || name.length() + size > 253) {
                return -1;
            }
            if (!name.isEmpty()) {
                name.append('.');
            }
            for (int i = 0; i < size; i++) {
                int c = bytes[at + i];
                if (c <= ' ' || c == '.' || c == 127) {
                    return -1;
                }
                name.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c));
            }
            at += size;
        }
        return -1;
    }

    private static int skipName(byte[] bytes, int from, int end) {
        int at = from;
        while (at < end) {
            int size = bytes[at] & 0xff;
            if (size == 0) {
                return at + 1;
            }
            if (size >= 0xc0) {
                return at + 2;
            }
            at += size + 1;
        }
        return -1;
    }

    private static int u16(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
    }

    private static int int32(byte[] bytes, int at) {
        return u16(bytes, at) << 16 | u16(bytes, at + 2);
    }

    private static long int64(byte[] bytes, int at) {
        return (long) int32(bytes, at) << 32 | int32(bytes, at + 4) & 0xffff_ffffL;
    }
}
