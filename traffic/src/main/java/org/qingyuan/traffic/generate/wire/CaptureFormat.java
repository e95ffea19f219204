package org.qingyuan.traffic.generate.wire;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.qingyuan.traffic.capture.PcapWriter;
import org.qingyuan.traffic.capture.PcapngWriter;

/// How a capture is written down.
///
/// @param nanos nine digits of the second instead of six
/// @param order of the file's integers
public record CaptureFormat(Container container, ByteOrder order, boolean nanos, Compression compression, Link link) {
    /// The plain form: pcap, little-endian, microseconds, Ethernet.
    public static final CaptureFormat PCAP =
            new CaptureFormat(Container.PCAP, ByteOrder.LITTLE_ENDIAN, false, Compression.NONE, Link.ETHERNET);

    public static final CaptureFormat PCAPNG =
            new CaptureFormat(Container.PCAPNG, ByteOrder.LITTLE_ENDIAN, false, Compression.NONE, Link.ETHERNET);

    /// The file format.
    public enum Container {
        PCAP,
        PCAPNG
    }

    /// What is wrapped around the file.
    public enum Compression {
        NONE(""),
        GZIP(".gz"),
        ZSTD(".zst");

        private final String suffix;

        Compression(String suffix) {
            this.suffix = suffix;
        }

        OutputStream wrap(OutputStream out) throws IOException {
            return switch (this) {
                case NONE -> out;
                case GZIP -> new GZIPOutputStream(out, 1 << 16);
                case ZSTD -> new ZstdOutputStream(out);
            };
        }
    }

    private static final int LARGEST_FRAME = 1 << 17;

    public CaptureFormat over(Link other) {
        return new CaptureFormat(container, order, nanos, compression, other);
    }

    public CaptureFormat compressed(Compression other) {
        return new CaptureFormat(container, order, nanos, other, link);
    }

    /// Suffix of file names, `.pcapng.gz`.
    public String suffix() {
        return (container == Container.PCAP ? ".pcap" : ".pcapng") + compression.suffix;
    }

    /// Writes packets, which are in order of time, to a file that is made or replaced.
    public void write(Path file, Iterable<Packet> packets) throws IOException {
        try (OutputStream out = new BufferedOutputStream(compression.wrap(Files.newOutputStream(file)), 1 << 18)) {
            write(out, packets);
        }
    }

    /// Writes packets to a stream, which the caller closes; compression is the caller's too.
    public void write(OutputStream out, Iterable<Packet> packets) throws IOException {
        Sink sink = sink(out);
        ByteBuffer frame = ByteBuffer.allocate(LARGEST_FRAME);
        for (Packet packet : packets) {
            link.frame(packet, frame);
            int header = frame.position() - packet.bytes().length;
            int captured = (int) Math.min(frame.position(), Math.max(header, 0) + (long) packet.snap());
            sink.write(packet.timeNanos(), frame.array(), captured, frame.position());
        }
    }

    private Sink sink(OutputStream out) throws IOException {
        return switch (container) {
            case PCAP -> {
                PcapWriter writer = new PcapWriter(out, link.number(), nanos, order);
                yield (time, bytes, captured, length) -> writer.write(time, bytes, 0, captured, length);
            }
            case PCAPNG -> {
                PcapngWriter writer = new PcapngWriter(out, order);
                int channel = writer.channel(link.number(), 0, PcapngWriter.decimal(nanos ? 9 : 6));
                yield (time, bytes, captured, length) -> writer.packet(channel, time, bytes, captured, length);
            }
        };
    }

    private interface Sink {
        void write(long time, byte[] bytes, int captured, int length) throws IOException;
    }
}
