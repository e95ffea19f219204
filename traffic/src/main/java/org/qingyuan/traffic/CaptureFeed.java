package org.qingyuan.traffic;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.CapturedPacket.Fate;
import org.qingyuan.traffic.capture.CaptureReader;
import org.qingyuan.traffic.flow.MirrorMemory;
import org.qingyuan.traffic.packet.Decoded;
import org.qingyuan.traffic.packet.NetFilter;

/// Reads one capture ahead in a thread of its own: walks the records, decodes packets, and looks for mirrored copies,
/// so that a second core does about half of the work. Packets come out in the order of the capture. Opened and closed
/// by the thread that takes the batches.
final class CaptureFeed implements AutoCloseable {
    /// Batches that go round; some 3 MB in all.
    private static final int BATCHES = 4;

    private static final int WAIT_MILLIS = 100;

    /// What is looked at at all.
    ///
    /// @param fromNanos the first instant, inclusive
    /// @param toNanos the end, exclusive
    record Sight(long fromNanos, long toNanos, NetFilter nets) {}

    private final CaptureReader reader;
    private final Sight sight;
    private final MirrorMemory mirrors = new MirrorMemory();
    private final BlockingQueue<PacketBatch> empty = new ArrayBlockingQueue<>(BATCHES);
    private final BlockingQueue<PacketBatch> full = new ArrayBlockingQueue<>(BATCHES);
    private final Thread thread = new Thread(this::run, "capture");
    private volatile boolean stopped;
    private volatile @Nullable Throwable failure;

    CaptureFeed(CaptureReader reader, Sight sight) {
        this.reader = reader;
        this.sight = sight;
        for (int i = 0; i < BATCHES; i++) {
            empty.add(new PacketBatch());
        }
        thread.setDaemon(true);
        thread.start();
    }

    /// The next batch; `null` when none came within a tenth of a second.
    ///
    /// @throws InterruptedException when the thread was told to stop
    @Nullable
    PacketBatch next() throws InterruptedException {
        PacketBatch batch = full.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        if (batch == null && !thread.isAlive() && full.isEmpty()) {
            throw new IllegalStateException("reading failed", failure);
        }
        return batch;
    }

    /// Gives a batch back.
    void release(PacketBatch batch) {
        empty.add(batch);
    }

    /// Ends reading and waits for its thread; afterwards the reader is this thread's again.
    @Override
    public void close() {
        stopped = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            thread.interrupt();
            try {
                thread.join(WAIT_MILLIS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            boolean more = true;
            while (more && !stopped) {
                PacketBatch batch = empty.take();
                more = read(batch);
                full.add(batch);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            failure = e;
        }
    }

    /// Fills a batch with what is at hand, waiting for the first block only.
    private boolean read(PacketBatch batch) {
        batch.clear();
        reader.into(batch.bytes);
        boolean more;
        do {
            more = reader.fill();
            records(batch);
        } while (more && reader.hasRoom());
        batch.bytesRead = reader.bytesRead();
        batch.last = !more;
        return more;
    }

    private void records(PacketBatch batch) {
        while (reader.next()) {
            CapturedPacket record = batch.add();
            record.unusable = reader.rejected();
            record.fate = record.unusable == null ? fate(record) : Fate.UNUSABLE;
        }
    }

    private Fate fate(CapturedPacket record) {
        long time = reader.timeNanos();
        record.timeNanos = time;
        record.nanos = reader.nanos();
        record.captured = reader.capturedLength();
        record.wire = reader.wireLength();
        if (time < sight.fromNanos || time >= sight.toNanos) {
            return Fate.OUTSIDE_WINDOW;
        }
        int link = reader.linkType();
        record.linkType = link;
        Decoded what = record.packet.decode(reader.bytes(), reader.offset(), record.captured, record.wire, link);
        return switch (what) {
            case TCP -> ip(record, what, Fate.TCP);
            case UDP -> ip(record, what, Fate.UDP);
            case OTHER_IP -> ip(record, what, Fate.OTHER_IP);
            case NOT_IP -> Fate.NOT_IP;
            case REJECTED -> Fate.REJECTED;
        };
    }

    private Fate ip(CapturedPacket record, Decoded what, Fate fate) {
        if (!sight.nets.admits(record.packet)) {
            return Fate.OUTSIDE_NET;
        }
        record.copyAge = mirrors.ageOfCopy(record.packet, what, record.timeNanos);
        return fate;
    }
}
