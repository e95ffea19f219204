package org.qingyuan.registry;

import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// A network in CIDR notation.
///
/// @param network its first address; bits behind the prefix are 0
/// @param bits length of the prefix, 0..32 or 0..128
public record Prefix(Address network, int bits) implements Comparable<Prefix> {
    public Prefix {
        if (bits < 0 || bits > network.width() || !network.network(bits).equals(network)) {
            throw new IllegalArgumentException("not a network: " + network + "/" + bits);
        }
    }

    /// The network of this length that holds the address.
    public static Prefix around(Address address, int bits) {
        return new Prefix(address.network(bits), bits);
    }

    /// Reads `192.0.2.0/24`, `2001:db8::/32` or one address. `null` when it is none of these, when bits behind the
    /// prefix are set, or for an IPv6 form of an IPv4 address, which no packet carries.
    public static @Nullable Prefix parse(String text) {
        Prefix around = parseLoosely(text);
        return around != null && around.network.equals(address(text)) ? around : null;
    }

    /// As [#parse], but bits behind the prefix may be set and are cleared.
    static @Nullable Prefix parseLoosely(String text) {
        Address address = address(text);
        if (address == null || isMapped(address)) {
            return null;
        }
        int slash = text.indexOf('/');
        int bits = slash < 0 ? address.width() : length(text.substring(slash + 1));
        return bits < 0 || bits > address.width() ? null : around(address, bits);
    }

    private static @Nullable Address address(String text) {
        int slash = text.indexOf('/');
        return Address.parse(slash < 0 ? text : text.substring(0, slash));
    }

    private static boolean isMapped(Address address) {
        return address.version() == 6 && address.high() == 0 && address.low() >>> 32 == 0xffffL;
    }

    private static int length(String text) {
        boolean plain = text.length() >= 1
                && text.length() <= 3
                && text.chars().allMatch(c -> c >= '0' && c <= '9')
                && (text.length() == 1 || text.charAt(0) != '0');
        return plain ? Integer.parseInt(text) : -1;
    }

    /// Whether the address lies in it; an IPv4 address never lies in an IPv6 network.
    public boolean contains(Address address) {
        return address.version() == network.version() && address.network(bits).equals(network);
    }

    /// The last address in it.
    public Address last() {
        if (network.version() == 4) {
            return new Address(0, network.low() | 0xffff_ffffL >>> bits, 4);
        }
        long high = bits >= 64 ? network.high() : network.high() | -1L >>> bits;
        long low = bits == 128 ? network.low() : bits <= 64 ? -1L : network.low() | -1L >>> (bits - 64);
        return new Address(high, low, 6);
    }

    /// By first address, the wider network first: a network comes right before what lies in it.
    @Override
    public int compareTo(Prefix other) {
        int order = network.compareTo(other.network);
        return order != 0 ? order : Integer.compare(bits, other.bits);
    }

    /// `192.0.2.0/24`.
    public String text() {
        return network.text() + "/" + bits;
    }

    @Override
    public String toString() {
        return text();
    }
}
