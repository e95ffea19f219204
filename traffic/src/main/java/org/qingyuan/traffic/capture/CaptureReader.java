package org.qingyuan.traffic.capture;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Walks the records of one capture: pcap or pcapng, plain, gzip or zstd, told by content. One reusable buffer, no
/// object per record; works on pipes, whose data it hands out as it comes.
///
/// ```
/// do {
///     while (reader.next()) {
///         // one record: a packet, or where rejected() is not null one that cannot be used
///     }
/// } while (reader.fill());
/// // problem() says whether and why the capture ended early
/// ```
///
/// Never throws for what is in the input or for a failing read; not thread-safe.
public final class CaptureReader implements Closeable {
    /// Most bytes of one packet; a larger one is rejected as `oversized-record`.
    public static final int MAX_PACKET = 262_144;

    /// Bytes asked for by one read.
    static final int BLOCK = 64 << 10;

    /// Most bytes of a record with its headers and options that is looked at, what is larger is skipped.
    static final int MAX_RECORD = MAX_PACKET + (128 << 10);

    /// Size of an array for [#into]: room for an unfinished record and some blocks behind it.
    public static final int ROOM = MAX_RECORD + 4 * BLOCK;

    private final ChannelSource raw;
    private final RecordBuffer buffer = new RecordBuffer(BLOCK + MAX_RECORD);
    private @Nullable ByteSource source;
    private Compression compression = Compression.NONE;
    private @Nullable RecordFormat format;
    private PcapFormat.@Nullable Walker pcap;
    private boolean ended;

    public CaptureReader(ReadableByteChannel channel) {
        raw = new ChannelSource(channel);
    }

    /// Moves to the next record that is wholly in the buffer; `false` when [#fill] has to be called.
    public boolean next() {
        PcapFormat.Walker records = pcap;
        if (records != null) {
            return records.next();
        }
        RecordFormat other = format;
        return other != null && other.next();
    }

    /// Reads on; waits for the first byte only.
    ///
    /// @return whether there can be more records; `false` at the end and after a problem
    public boolean fill() {
        if (ended || buffer.problem != null) {
            return stop();
        }
        try {
            return read();
        } catch (DamagedCompression e) {
            buffer.stop(e.reason(), raw.consumed());
        } catch (IOException e) {
            buffer.stop(RejectReason.UNREADABLE_FILE, raw.consumed());
        }
        return stop();
    }

    /// Reads into another array from now on; the records found in the one before stay as they are. Whoever calls this
    /// once has to go on doing so whenever [#hasRoom] says no.
    ///
    /// @param next [#ROOM] bytes
    public void into(byte[] next) {
        buffer.into(next);
    }

    /// Whether the array has room for another block and the last read gave a whole one, so that more is at hand.
    public boolean hasRoom() {
        return buffer.lastRead == BLOCK && buffer.bytes.length - buffer.limit >= BLOCK;
    }

    private boolean read() throws IOException {
        ByteSource from = source;
        if (from == null) {
            compression = Compression.of(raw.peek());
            source = from = compression.over(raw);
        }
        if (!buffer.read(from, BLOCK)) {
            atEnd();
            return stop();
        }
        if (format == null) {
            recognise();
        }
        return true;
    }

    private void recognise() {
        if (buffer.available() < 4) {
            return;
        }
        RecordFormat found = RecordFormat.recognise(buffer);
        if (found == null) {
            buffer.stop(RejectReason.NOT_A_CAPTURE, 0);
        }
        format = found;
        pcap = found instanceof PcapFormat.Walker records ? records : null;
    }

    private void atEnd() {
        if (buffer.problem != null) {
            return;
        }
        boolean headerRead = format != null && format.headerRead();
        if (buffer.total == 0) {
            buffer.stop(RejectReason.EMPTY_FILE, 0);
        } else if (format == null) {
            buffer.stop(RejectReason.NOT_A_CAPTURE, 0);
        } else if (!headerRead) {
            buffer.stop(RejectReason.CUT_FILE_HEADER, 0);
        } else if (buffer.available() > 0 || buffer.skipping()) {
            buffer.stop(RejectReason.CUT_RECORD, onDisk(buffer.offset()));
        }
    }

    private boolean stop() {
        ended = true;
        return false;
    }

    /// An offset after decompression as one in the file; where the file is compressed, how far it was read.
    private long onDisk(long offset) {
        return compression == Compression.NONE ? offset : raw.consumed();
    }

    /// The bytes in which the record lies; valid until [#fill].
    public byte[] bytes() {
        return buffer.bytes;
    }

    /// Where the packet begins in [#bytes].
    public int offset() {
        return buffer.packetOffset;
    }

    /// How many bytes of the packet were captured.
    public int capturedLength() {
        return buffer.capturedLength;
    }

    /// Length of the packet on the wire, at least the captured length.
    public int wireLength() {
        return buffer.wireLength;
    }

    /// Nanoseconds since 1970 UTC, within 0..2^62-1.
    public long timeNanos() {
        return buffer.timeNanos;
    }

    /// Whether times are finer than microseconds.
    public boolean nanos() {
        return buffer.nanos;
    }

    /// LINKTYPE number of the packet's interface.
    public int linkType() {
        return buffer.linkType;
    }

    /// Why the record cannot be used, `null` when it is a packet.
    public @Nullable RejectReason rejected() {
        return buffer.rejected;
    }

    /// `pcap`, `pcapng`, `pcap+gzip`, ...; `null` while or when it cannot be told.
    public @Nullable String format() {
        RecordFormat known = format;
        return known == null ? null : known.name() + compression.suffix();
    }

    /// Bytes read so far as the input lies on disk.
    public long bytesRead() {
        return raw.consumed();
    }

    /// Why the capture could not be read or ended early; `null` when it was read to its end.
    public @Nullable RejectReason problem() {
        return buffer.problem;
    }

    /// Byte offset in the input as it lies on disk where reading stopped; -1 when nothing is wrong.
    public long stoppedAt() {
        return buffer.problem == null ? -1 : Math.min(onDisk(buffer.stoppedAt), raw.consumed());
    }

    @Override
    public void close() throws IOException {
        ByteSource open = source;
        if (open != null) {
            open.close();
        } else {
            raw.close();
        }
    }
}
