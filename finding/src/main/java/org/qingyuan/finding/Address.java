package org.qingyuan.finding;

import org.jspecify.annotations.Nullable;

/// An IPv4 or IPv6 address as 128 bits; an IPv4 address sits in the low 32 bits.
///
/// @param high the upper 64 bits, 0 for IPv4
/// @param low the lower 64 bits
/// @param version 4 or 6
public record Address(long high, long low, int version) implements Comparable<Address> {
    public Address {
        if (version != 4 && version != 6) {
            throw new IllegalArgumentException("IP version " + version);
        }
        if (version == 4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("an IPv4 address has 32 bits");
        }
    }

    /// An IPv4 address from its 32 bits in network order.
    public static Address v4(int bits) {
        return new Address(0, bits & 0xffff_ffffL, 4);
    }

    /// An IPv6 address from its two halves in network order.
    public static Address v6(long high, long low) {
        return new Address(high, low, 6);
    }

    /// Number of bits: 32 or 128.
    public int width() {
        return version == 4 ? 32 : 128;
    }

    /// The address with all but the first `bits` bits cleared; `bits` within 0..width.
    public Address network(int bits) {
        if (version == 4) {
            return new Address(0, bits == 0 ? 0 : low & (0xffff_ffffL << (32 - bits)) & 0xffff_ffffL, 4);
        }
        long upper = bits >= 64 ? high : bits == 0 ? 0 : high & (-1L << (64 - bits));
        long lower = bits <= 64 ? 0 : bits == 128 ? low : low & (-1L << (128 - bits));
        return new Address(upper, lower, 6);
    }

    /// Written out, as [#hashCode], because a look-up by address is frequent before everything is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Address address
                && low == address.low
                && high == address.high
                && version == address.version;
    }

    @Override
    public int hashCode() {
        return (Long.hashCode(high) * 31 + Long.hashCode(low)) * 31 + version;
    }

    /// Numeric order, IPv4 before IPv6.
    @Override
    public int compareTo(Address other) {
        if (version != other.version) {
            return Integer.compare(version, other.version);
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    /// Dotted quad, or IPv6 as RFC 5952 writes it.
    public String text() {
        return version == 4 ? dottedQuad() : canonicalV6();
    }

    @Override
    public String toString() {
        return text();
    }

    private String dottedQuad() {
        return (low >>> 24 & 255) + "." + (low >>> 16 & 255) + "." + (low >>> 8 & 255) + "." + (low & 255);
    }

    private int group(int index) {
        long half = index < 4 ? high : low;
        return (int) (half >>> (48 - 16 * (index & 3))) & 0xffff;
    }

    private String canonicalV6() {
        if (high == 0 && low >>> 32 == 0xffffL) {
            return "::ffff:" + new Address(0, low & 0xffff_ffffL, 4).dottedQuad();
        }
        int start = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int run = zeroRun(i);
            if (run > length) {
                start = i;
                length = run;
            }
        }
        StringBuilder text = new StringBuilder(39);
        for (int i = 0; i < 8; i++) {
            if (i == start) {
                text.append("::");
                i += length - 1;
                continue;
            }
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
                text.append(':');
            }
            text.append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int zeroRun(int from) {
        int run = 0;
        while (from + run < 8 && group(from + run) == 0) {
            run++;
        }
        return run;
    }

    /// Reads a dotted quad or an IPv6 address (with `::`, with an embedded quad); `null` when it is neither.
    public static @Nullable Address parse(String text) {
        return text.indexOf(':') >= 0 ? parseV6(text) : parseV4(text);
    }

    private static @Nullable Address parseV4(String text) {
        long bits = quad(text);
        return bits < 0 ? null : new Address(0, bits, 4);
    }

    /// The 32 bits of a dotted quad, or -1.
    private static long quad(String text) {
        long bits = 0;
        int part = 0;
        int digits = 0;
        int parts = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && digits > 0 && parts < 4) {
                bits = bits << 8 | part;
                part = 0;
                digits = 0;
                parts++;
            } else if (c >= '0' && c <= '9' && digits < 3 && (digits == 0 || part > 0)) {
                part = part * 10 + (c - '0');
                digits++;
                if (part > 255) {
                    return -1;
                }
            } else {
                return -1;
            }
        }
        return parts == 4 && digits > 0 ? bits << 8 | part : -1;
    }

    private static @Nullable Address parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        int[] head = groups(gap < 0 ? text : text.substring(0, gap));
        int[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
        if (head == null || tail == null) {
            return null;
        }
        int known = head.length + tail.length;
        if (gap < 0 ? known != 8 : known > 7) {
            return null;
        }
        long[] halves = new long[2];
        for (int i = 0; i < 8; i++) {
            int value = i < head.length ? head[i] : i >= 8 - tail.length ? tail[i - (8 - tail.length)] : 0;
            halves[i / 4] = halves[i / 4] << 16 | value;
        }
        return new Address(halves[0], halves[1], 6);
    }

    private static int @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new int[0];
        }
        String[] parts = text.split(":", -1);
        if (parts.length > 8) {
            return null;
        }
        boolean embedded = parts[parts.length - 1].indexOf('.') >= 0;
        int[] groups = new int[parts.length + (embedded ? 1 : 0)];
        for (int i = 0; i < parts.length; i++) {
            if (embedded && i == parts.length - 1) {
                long bits = quad(parts[i]);
                if (bits < 0) {
                    return null;
                }
                groups[i] = (int) (bits >>> 16);
                groups[i + 1] = (int) (bits & 0xffff);
            } else if (!isGroup(parts[i])) {
                return null;
            } else {
                groups[i] = Integer.parseInt(parts[i], 16);
            }
        }
        return groups;
    }

    private static boolean isGroup(String part) {
        return !part.isEmpty()
                && part.length() <= 4
                && part.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F');
    }
}
