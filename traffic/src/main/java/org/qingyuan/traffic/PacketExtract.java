package org.qingyuan.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.traffic.capture.CaptureReader;
import org.qingyuan.traffic.capture.DigestChannel;
import org.qingyuan.traffic.capture.PcapWriter;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.Packet;

/// Copies the packets of one session out of captures, as they lie there, into one pcap file: the proof that goes with a
/// finding. [#copyFrom] for each capture, then [#finish].
///
/// The file has the link type and the resolution of the first packet copied, is little-endian and depends on the
/// captures only. Packets of TCP only; fragments have no ports and stay behind. Not thread-safe.
public final class PacketExtract {
    private static final int ETHERNET = 1;

    private final Wanted wanted;
    private final MessageDigest writtenDigest = sha256();
    private final CountingStream out;
    private final Packet packet = new Packet();
    private @Nullable PcapWriter writer;
    private int linkType = ETHERNET;
    private boolean nanos;
    private boolean anyPacket;
    private long written;
    private long otherLinkType;
    private long rounded;

    /// What to copy: TCP packets between two endpoints in either direction.
    ///
    /// @param clientPort -1 = any, for a session that is made of many connections
    /// @param fromNanos first nanosecond since 1970 UTC
    /// @param toNanos last nanosecond, which still counts
    public record Wanted(Address client, int clientPort, Address server, int serverPort, long fromNanos, long toNanos) {
        boolean holds(Packet packet, long timeNanos) {
            return timeNanos >= fromNanos
                    && timeNanos <= toNanos
                    && packet.version() == client.version()
                    && (isToServer(packet) || isToClient(packet));
        }

        private boolean isToServer(Packet packet) {
            return packet.destinationPort() == serverPort
                    && (clientPort < 0 || packet.sourcePort() == clientPort)
                    && equal(client, packet.sourceHigh(), packet.source())
                    && equal(server, packet.destinationHigh(), packet.destination());
        }

        private boolean isToClient(Packet packet) {
            return packet.sourcePort() == serverPort
                    && (clientPort < 0 || packet.destinationPort() == clientPort)
                    && equal(server, packet.sourceHigh(), packet.source())
                    && equal(client, packet.destinationHigh(), packet.destination());
        }

        private static boolean equal(Address address, long high, long low) {
            return address.low() == low && address.high() == high;
        }
    }

    /// What was read of one capture.
    ///
    /// @param bytes of the file as it lies on disk, all of which the digest covers
    /// @param packets records, usable or not
    /// @param copied packets that were wanted and copied
    /// @param sha256 hex digits
    /// @param problem why the capture could not be walked to its end, `null` when it was
    public record Source(
            long bytes,
            long packets,
            long copied,
            String sha256,
            @Nullable RejectReason problem) {}

    /// What was written.
    ///
    /// @param otherLinkType packets that were wanted but have another link type than the first, and stay behind
    /// @param rounded packets whose times lost nanoseconds, because the first one copied had microseconds
    public record Written(long bytes, long packets, String sha256, long otherLinkType, long rounded) {}

    /// @param out buffered by the caller, who closes it
    public PacketExtract(Wanted wanted, OutputStream out) {
        this.wanted = wanted;
        this.out = new CountingStream(out, writtenDigest);
    }

    /// Copies from one capture of any kind that can be read, and reads the file to its last byte.
    ///
    /// @throws IOException when it cannot be opened, or the packets cannot be written
    public Source copyFrom(CaptureInput input) throws IOException {
        MessageDigest digest = sha256();
        DigestChannel channel = new DigestChannel(input.opener().open(), digest);
        long before = written;
        long packets = 0;
        try (CaptureReader reader = new CaptureReader(channel)) {
            do {
                while (reader.next()) {
                    packets++;
                    if (reader.rejected() == null) {
                        consider(reader);
                    }
                }
            } while (reader.fill());
            channel.drain();
            return new Source(channel.count(), packets, written - before, hex(digest), reader.problem());
        }
    }

    private void consider(CaptureReader reader) throws IOException {
        if (!anyPacket) {
            anyPacket = true;
            linkType = reader.linkType();
            nanos = reader.nanos();
        }
        int captured = reader.capturedLength();
        int offset = reader.offset();
        Decoded what = packet.decode(reader.bytes(), offset, captured, reader.wireLength(), reader.linkType());
        if (what == Decoded.TCP && wanted.holds(packet, reader.timeNanos())) {
            copy(reader, offset, captured);
        }
    }

    private void copy(CaptureReader reader, int offset, int captured) throws IOException {
        PcapWriter target = writer;
        if (target == null) {
            linkType = reader.linkType();
            nanos = reader.nanos();
            writer = target = newWriter();
        }
        if (reader.linkType() != linkType) {
            otherLinkType++;
            return;
        }
        if (!nanos && reader.timeNanos() % 1000 != 0) {
            rounded++;
        }
        target.write(reader.timeNanos(), reader.bytes(), offset, captured, reader.wireLength());
        written++;
    }

    private PcapWriter newWriter() throws IOException {
        return new PcapWriter(out, linkType, nanos, ByteOrder.LITTLE_ENDIAN);
    }

    /// Flushes what was written; where no packet was wanted that is a file without packets.
    public Written finish() throws IOException {
        if (writer == null) {
            writer = newWriter();
        }
        out.flush();
        return new Written(out.count, written, hex(writtenDigest), otherLinkType, rounded);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static final class CountingStream extends DigestOutputStream {
        private long count;

        CountingStream(OutputStream out, MessageDigest digest) {
            super(out, digest);
        }

        @Override
        public void write(int value) throws IOException {
            super.write(value);
            count++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            super.write(bytes, offset, length);
            count += length;
        }
    }
}
