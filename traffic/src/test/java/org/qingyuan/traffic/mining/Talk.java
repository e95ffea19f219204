package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.TimeRange;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;

/// A hand-written stand-in for the flow layer: one connection after another, told line by line.
final class Talk {
    static final long SECOND = 1_000_000_000L;

    final List<Finding> findings = new ArrayList<>();
    final MiningObserver observer;
    private final PacketRef at = new PacketRef();
    private Connection connection = connection(true, 40_001);
    private Conversation conversation = NOBODY;
    private boolean reading;

    private static final Conversation NOBODY = new Conversation() {
        @Override
        public void packet(int side, int ipBytes, PacketRef at) {}

        @Override
        public boolean bytes(int side, byte[] buffer, int offset, int length, PacketRef at) {
            return false;
        }

        @Override
        public void gap(int side, long missing, Gap why, PacketRef at) {}

        @Override
        public void end(End why) {}

        @Override
        public boolean keep() {
            return false;
        }
    };

    Talk() {
        this("2021-10-12T01:00:00Z");
    }

    Talk(String start) {
        ScanParameters parameters =
                new ScanParameters(TimeRange.ALWAYS, List.of(), Duration.ofHours(1), 60, ZoneOffset.UTC);
        observer = new MiningObserver(
                parameters, ScanLimits.DEFAULT, References.builtIn(), List.of("talk.pcap"), findings::add);
        at.timeNanos = Instant.parse(start).getEpochSecond() * SECOND;
    }

    private static Connection connection(boolean handshake, int port) {
        Address client = Objects.requireNonNull(Address.parse("10.20.3.7"));
        Address server = Objects.requireNonNull(Address.parse("192.0.2.10"));
        Connection fresh = new Connection(new Address[] {client, server}, new int[] {port, 3333});
        fresh.handshake = handshake;
        return fresh;
    }

    /// A new connection whose handshake was seen.
    Talk connect() {
        return begin(true, 40_001 + findings.size());
    }

    /// A new connection from this port.
    Talk connect(int port) {
        return begin(true, port);
    }

    /// A connection joined in the middle.
    Talk joined() {
        return begin(false, 40_001);
    }

    private Talk begin(boolean handshake, int port) {
        connection = connection(handshake, port);
        connection.firstNanos = at.timeNanos;
        conversation = NOBODY;
        reading = false;
        if (handshake) {
            count(0, 60);
            count(1, 60);
            count(0, 52);
        }
        return this;
    }

    private void count(int side, int bytes) {
        at.number++;
        connection.packets[side]++;
        connection.bytes[side] += bytes;
        connection.lastNanos = at.timeNanos;
    }

    Talk after(double seconds) {
        at.timeNanos += Math.round(seconds * SECOND);
        return this;
    }

    Talk client(String text) {
        return say(0, text + "\n");
    }

    Talk server(String text) {
        return say(1, text + "\n");
    }

    Talk raw(int side, String text) {
        return say(side, text);
    }

    private Talk say(int side, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        at.number++;
        if (conversation == NOBODY && !reading) {
            if (!observer.mayBegin(bytes, 0, bytes.length)) {
                reading = connection.handshake;
                return this;
            }
            conversation = observer.open(connection);
            reading = true;
        }
        conversation.packet(side, 52 + bytes.length, at);
        connection.packets[side]++;
        connection.bytes[side] += 52 + bytes.length;
        connection.lastNanos = at.timeNanos;
        if (reading && !conversation.bytes(side, bytes, 0, bytes.length, at)) {
            reading = false;
            if (!conversation.keep()) {
                conversation = NOBODY;
                reading = true;
            }
        }
        return this;
    }

    Talk gap(int side, Conversation.Gap why) {
        conversation.gap(side, 0, why, at);
        return this;
    }

    Talk end() {
        conversation.end(Conversation.End.CLOSED);
        conversation = NOBODY;
        return this;
    }

    /// Ends everything and gives what was found.
    List<Finding> findings() {
        end();
        observer.finish();
        return findings;
    }

    Finding only() {
        List<Finding> all = findings();
        if (all.size() != 1) {
            throw new AssertionError("expected one finding: " + all);
        }
        return all.getFirst();
    }
}
