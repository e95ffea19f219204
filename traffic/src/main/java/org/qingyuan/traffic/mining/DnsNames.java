package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Names that DNS answers in the capture gave to addresses (RFC 1035): the name that was asked for, whatever aliases
/// lay between. Bounded: the address learned longest ago leaves. Damaged messages teach nothing.
final class DnsNames {
    static final int MAX_NAMES = 8_192;

    private static final int TYPE_A = 1;
    private static final int TYPE_AAAA = 28;
    private static final int MAX_RECORDS = 64;
    private static final int MAX_NAME = 253;

    private final Map<Address, String> names = new LinkedHashMap<>(64, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Address, String> eldest) {
            return size() > MAX_NAMES;
        }
    };

    /// The name of the answer in hand, in lower case.
    private final byte[] text = new byte[MAX_NAME + 1];

    private int textLength;

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
        int at = readName(bytes, offset + 12, end);
        if (at < 0 || at + 4 > end) {
            return;
        }
        records(bytes, at + 4, end, u16(bytes, offset + 6));
    }

    private void records(byte[] bytes, int from, int end, int count) {
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
                name(Address.v4(int32(bytes, at)));
            } else if (type == TYPE_AAAA && size == 16) {
                name(Address.v6(int64(bytes, at), int64(bytes, at + 8)));
            }
            at += size;
        }
    }

    /// Gives an address the name read last, unless it has it already, as most have.
    private void name(Address address) {
        String known = names.get(address);
        if (known == null || !isRead(known)) {
            names.put(address, new String(text, 0, textLength, ISO_8859_1));
        }
    }

    private boolean isRead(String name) {
        if (name.length() != textLength) {
            return false;
        }
        for (int i = 0; i < textLength; i++) {
            if (name.charAt(i) != (text[i] & 0xff)) {
                return false;
            }
        }
        return true;
    }

    /// Reads an uncompressed name into [#text]; the index behind it, or -1.
    private int readName(byte[] bytes, int from, int end) {
        textLength = 0;
        int at = from;
        while (at < end) {
            int size = bytes[at++] & 0xff;
            if (size == 0) {
                return at;
            }
            if (size > 63 || at + size > end || textLength + size > MAX_NAME || !readLabel(bytes, at, size)) {
                return -1;
            }
            at += size;
        }
        return -1;
    }

    private boolean readLabel(byte[] bytes, int from, int size) {
        if (textLength > 0) {
            text[textLength++] = '.';
        }
        for (int i = 0; i < size; i++) {
            byte c = bytes[from + i];
            if (c <= ' ' || c == '.' || c == 127) {
                return false;
            }
            text[textLength++] = (byte) (c >= 'A' && c <= 'Z' ? c + 32 : c);
        }
        return true;
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
