package org.qingyuan.traffic.packet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Which packets are looked at: those with an end in one of a few networks.
public final class NetFilter {
    private static final int WIDTH = 5;

    /// version, high, low, mask high, mask low of each network.
    private final long[] nets;

    private NetFilter(long[] nets) {
        this.nets = nets;
    }

    /// A filter over CIDR texts, `10.0.0.0/8`, or single addresses.
    ///
    /// @throws IllegalArgumentException when a text is neither
    public static NetFilter of(List<String> texts) {
        long[] nets = new long[texts.size() * WIDTH];
        for (int i = 0; i < texts.size(); i++) {
            Net net = Net.parse(texts.get(i));
            if (net == null) {
                throw new IllegalArgumentException("not a network: " + texts.get(i));
            }
            net.store(nets, i * WIDTH);
        }
        return new NetFilter(nets);
    }

    /// Whether the text is a CIDR network or an address.
    public static boolean isNetwork(String text) {
        return Net.parse(text) != null;
    }

    /// Whether there is nothing to filter.
    public boolean isEmpty() {
        return nets.length == 0;
    }

    /// Whether an end of the packet lies in one of the networks, or there are none.
    public boolean admits(Packet packet) {
        return nets.length == 0
                || holds(packet.version(), packet.sourceHigh(), packet.source())
                || holds(packet.version(), packet.destinationHigh(), packet.destination());
    }

    private boolean holds(int version, long high, long low) {
        for (int i = 0; i < nets.length; i += WIDTH) {
            long difference = (high ^ nets[i + 1]) & nets[i + 3] | (low ^ nets[i + 2]) & nets[i + 4];
            if (difference == 0 && nets[i] == version) {
                return true;
            }
        }
        return false;
    }

    private record Net(Address address, int bits) {
        static @Nullable Net parse(String text) {
            int slash = text.indexOf('/');
            Address address = Address.parse(slash < 0 ? text : text.substring(0, slash));
            if (address == null) {
                return null;
            }
            int bits = slash < 0 ? address.width() : number(text.substring(slash + 1));
            return bits < 0 || bits > address.width() ? null : new Net(address, bits);
        }

        private static int number(String digits) {
            if (digits.isEmpty() || digits.length() > 3) {
                return -1;
            }
            int number = 0;
            for (int i = 0; i < digits.length(); i++) {
                int digit = digits.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    return -1;
                }
                number = number * 10 + digit;
            }
            return number;
        }

        void store(long[] nets, int at) {
            int prefix = address.version() == 4 ? bits + 96 : bits;
            nets[at] = address.version();
            nets[at + 1] = address.high();
            nets[at + 2] = address.low();
            nets[at + 3] = mask(Math.min(prefix, 64));
            nets[at + 4] = mask(Math.max(prefix - 64, 0));
        }

        private static long mask(int bits) {
            return bits == 0 ? 0 : -1L << 64 - bits;
        }
    }
}
