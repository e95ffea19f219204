package org.qingyuan.traffic.flow;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Wants whatever begins with `{` and writes down all it hears, one line an event.
final class RecordingObserver implements StreamObserver {
    final List<String> events = new ArrayList<>();
    final List<Connection> opened = new ArrayList<>();
    final List<Long> ticks = new ArrayList<>();
    int asked;

    /// How many connections may be open at a time.
    int room = Integer.MAX_VALUE;

    /// A text after which no more bytes are wanted.
    String enough = "\0";

    /// Whether the counts matter after that.
    boolean keep = true;

    /// Events without those of packets.
    List<String> spoken() {
        return events.stream().filter(each -> !each.startsWith("packet")).toList();
    }

    /// The bytes of one side, holes as `[n]`.
    String stream(int side) {
        StringBuilder text = new StringBuilder();
        String bytes = side + ":";
        String gap = "gap " + side + " ";
        for (String event : events) {
            if (event.startsWith(bytes)) {
                text.append(event, 2, event.lastIndexOf('#'));
            } else if (event.startsWith(gap)) {
                text.append('[').append(event.split(" ")[2]).append(']');
            }
        }
        return text.toString();
    }

    @Override
    public boolean mayBegin(byte[] buffer, int offset, int length) {
        asked++;
        return buffer[offset] == '{';
    }

    @Override
    public @Nullable Conversation open(Connection connection) {
        if (opened.size() >= room) {
            events.add("full");
            return null;
        }
        opened.add(connection);
        events.add("open " + connection.packets[0] + "+" + connection.packets[1]
                + (connection.handshake ? " handshake" : ""));
        return new Recorder();
    }

    @Override
    public void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at) {
        events.add("dns " + client + " " + new String(buffer, offset, length, ISO_8859_1) + "#" + at.number);
    }

    @Override
    public void tick(long timeNanos) {
        ticks.add(timeNanos);
    }

    private final class Recorder implements Conversation {
        private boolean over;

        @Override
        public void packet(int side, int ipBytes, PacketRef at) {
            events.add("packet " + side + " " + ipBytes + "#" + at.number);
        }

        @Override
        public boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at) {
            if (length <= 0 || over) {
                throw new AssertionError("bytes after the end, or none");
            }
            String text = new String(buffer, offset, length, ISO_8859_1);
            events.add(side + ":" + text + "#" + at.number);
            over = text.contains(enough);
            return !over;
        }

        @Override
        public void gap(int side, long missing, Gap why, PacketRef at) {
            events.add("gap " + side + " " + missing + " " + why + "#" + at.number);
        }

        @Override
        public void end(End why) {
            events.add("end " + why);
        }

        @Override
        public boolean keep() {
            return keep;
        }
    }
}
