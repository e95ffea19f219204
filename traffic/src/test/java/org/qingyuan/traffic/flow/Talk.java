package org.qingyuan.traffic.flow;

import org.qingyuan.traffic.packet.Packet;
import org.qingyuan.traffic.packet.PacketBuilder;

/// Two hosts that talk over a [Wire] with TCP that behaves; single segments can be lost, repeated or sent by hand.
final class Talk {
    private final Wire wire;
    final String[] address;
    final int[] port;

    /// The next sequence number of each side.
    final int[] next;

    private final int[] tags;

    Talk(Wire wire) {
        this(wire, "10.0.0.1", 40000, "192.0.2.1", 3333);
    }

    Talk(Wire wire, String client, int clientPort, String server, int serverPort, int... tags) {
        this.wire = wire;
        this.tags = tags;
        address = new String[] {client, server};
        port = new int[] {clientPort, serverPort};
        next = new int[] {1000, 5000};
    }

    /// A segment of a side with these flags; nothing is counted on.
    PacketBuilder segment(int side, int flags, String payload) {
        return PacketBuilder.tcp(address[side], port[side], address[1 - side], port[1 - side])
                .seq(next[side])
                .ack((flags & Packet.ACK) != 0 ? next[1 - side] : 0)
                .flags(flags)
                .payload(payload);
    }

    private int ids;

    private void send(PacketBuilder builder) {
        wire.raw(builder.id(++ids).ethernet(tags));
    }

    Talk syn() {
        send(segment(0, Packet.SYN, ""));
        next[0]++;
        return this;
    }

    Talk synAck() {
        send(segment(1, Packet.SYN | Packet.ACK, ""));
        next[1]++;
        return this;
    }

    Talk ack(int side) {
        send(segment(side, Packet.ACK, ""));
        return this;
    }

    Talk handshake() {
        return syn().synAck().ack(0);
    }

    Talk say(int side, String text) {
        send(segment(side, Packet.ACK, text));
        return lose(side, text);
    }

    /// The side sends, but the capture does not hold it.
    Talk lose(int side, String text) {
        next[side] += text.length();
        return this;
    }

    /// Sends a text at a distance from the next sequence number, which stays.
    Talk sayAt(int side, int distance, String text) {
        send(segment(side, Packet.ACK, text).seq(next[side] + distance));
        return this;
    }

    Talk fin(int side) {
        send(segment(side, Packet.FIN | Packet.ACK, ""));
        next[side]++;
        return this;
    }

    Talk reset(int side) {
        send(segment(side, Packet.RST, ""));
        return this;
    }

    Talk custom(PacketBuilder builder) {
        send(builder);
        return this;
    }
}
