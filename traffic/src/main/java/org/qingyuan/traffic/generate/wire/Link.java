package org.qingyuan.traffic.generate.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Link layers that a capture may have, with their LINKTYPE number.
public enum Link {
    ETHERNET(1) {
        @Override
        void header(Packet packet, ByteBuffer out) {
            mac(out, 1 - packet.origin().side());
            mac(out, packet.origin().side());
            if (packet.tags().inner() >= 0) {
                out.putShort((short) 0x88a8).putShort((short) packet.tags().outer());
                out.putShort((short) 0x8100).putShort((short) packet.tags().inner());
            } else if (packet.tags().outer() >= 0) {
                out.putShort((short) 0x8100).putShort((short) packet.tags().outer());
            }
            out.putShort((short) packet.etherType());
        }
    },
    /// No header at all.
    RAW(101) {
        @Override
        void header(Packet packet, ByteBuffer out) {}
    },
    /// BSD loopback: the address family in the order of the machine that captured.
    NULL(0) {
        @Override
        void header(Packet packet, ByteBuffer out) {
            out.order(ByteOrder.LITTLE_ENDIAN).putInt(family(packet)).order(ByteOrder.BIG_ENDIAN);
        }
    },
    /// OpenBSD loopback: the address family in network order.
    LOOP(108) {
        @Override
        void header(Packet packet, ByteBuffer out) {
            out.putInt(family(packet));
        }
    },
    /// Linux cooked capture v1.
    SLL(113) {
        @Override
        void header(Packet packet, ByteBuffer out) {
            out.putShort((short) (packet.origin().side() == 0 ? 4 : 0)).putShort((short) 1);
            out.putShort((short) 6);
            mac(out, packet.origin().side());
            out.putShort((short) 0).putShort((short) packet.etherType());
        }
    },
    /// Linux cooked capture v2.
    SLL2(276) {
        @Override
        void header(Packet packet, ByteBuffer out) {
            out.putShort((short) packet.etherType()).putShort((short) 0).putInt(2);
            out.putShort((short) 1)
                    .put((byte) (packet.origin().side() == 0 ? 4 : 0))
                    .put((byte) 6);
            mac(out, packet.origin().side());
            out.putShort((short) 0);
        }
    };

    private static final int SHORTEST_FRAME = 60;

    private final int number;

    Link(int number) {
        this.number = number;
    }

    /// The LINKTYPE number in capture files.
    public int number() {
        return number;
    }

    abstract void header(Packet packet, ByteBuffer out);

    /// The whole frame. Ethernet frames from the server are padded to 60 bytes, as a receiving card shows them.
    void frame(Packet packet, ByteBuffer out) {
        out.clear();
        header(packet, out);
        out.put(packet.bytes());
        while (this == ETHERNET && packet.origin().side() == 1 && out.position() < SHORTEST_FRAME) {
            out.put((byte) 0);
        }
    }

    private static int family(Packet packet) {
        return packet.etherType() == Packet.IPV6 ? 30 : 2;
    }

    private static void mac(ByteBuffer out, int side) {
        out.putShort((short) 0x0200).putShort((short) 0x5e00).putShort((short) (0x5300 | side));
    }
}
