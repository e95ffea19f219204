package org.qingyuan.traffic.mining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.PacketRef;

/// The account of one algorithm within a session: what was sent, what came back, how much work it stands for.
/// Weights are in the dialect's own unit (hashes where jobs carry their target, difficulty elsewhere).
final class WorkBook {
    private static final int MAX_OPEN = 4096;

    @Nullable
    String algorithm;

    long firstNanos = Long.MAX_VALUE;
    long lastNanos = Long.MIN_VALUE;
    long packets;
    long bytesToServer;
    long bytesToClient;

    long works;
    long firstWorkNanos;
    long firstScaledNanos = Long.MAX_VALUE;

    /// Nanoseconds in which its jobs were current, up to the last switch.
    long currentNanos;

    long submitted;
    long accepted;
    long stale;
    long rejected;
    long implausible;

    /// Accepted shares whose weight is known.
    long weighted;

    double hashes;
    double squares;
    double largest;
    double staleHashes;

    /// Hours of accepted shares whose weight a later job tells; bounded, what is beyond stays without weight.
    private long[] open = {};

    private int openCount;
    private double tentativeWeight = Double.NaN;

    final HourTable hours = new HourTable();
    final EvidenceTrail evidence = new EvidenceTrail();

    void packet(boolean toServer, int ipBytes, PacketRef at) {
        packets++;
        if (toServer) {
            bytesToServer += ipBytes;
        } else {
            bytesToClient += ipBytes;
        }
        seen(at.timeNanos);
        hours.bytes(at.timeNanos, ipBytes);
    }

    /// Packets counted before anybody read the connection.
    void earlier(long count, long toServer, long toClient, long timeNanos) {
        packets += count;
        bytesToServer += toServer;
        bytesToClient += toClient;
        seen(timeNanos);
        hours.bytes(timeNanos, toServer + toClient);
    }

    void seen(long timeNanos) {
        firstNanos = Math.min(firstNanos, timeNanos);
        lastNanos = Math.max(lastNanos, timeNanos);
    }

    void work(double weight, long timeNanos) {
        if (works++ == 0) {
            firstWorkNanos = timeNanos;
        }
        if (!Double.isNaN(weight)) {
            firstScaledNanos = Math.min(firstScaledNanos, timeNanos);
            largest = Math.max(largest, weight);
        }
    }

    /// An accepted share of known or, with `NaN`, unknown weight.
    void accept(double weight, long hour) {
        accepted++;
        hours.accepted(hour, weight);
        if (!Double.isNaN(weight)) {
            add(weight);
        }
    }

    /// An accepted share for a job that the capture does not show: it weighs as the jobs around it if they are equal.
    ///
    /// @param weight of the job before, `NaN` when there was none
    void acceptOpen(double weight, long hour) {
        accepted++;
        hours.accepted(hour, Double.NaN);
        tentativeWeight = weight;
        if (openCount == MAX_OPEN) {
            return;
        }
        if (openCount == open.length) {
            open = Arrays.copyOf(open, Math.max(8, 2 * openCount));
        }
        open[openCount++] = hour;
    }

    /// The next job, or the end, tells what open shares weigh; `NaN` leaves them without weight.
    void settle(double weight) {
        for (int i = 0; i < openCount && !Double.isNaN(weight); i++) {
            add(weight);
            hours.work(open[i], weight);
        }
        openCount = 0;
    }

    /// Weight of the job before the open shares.
    double openWeight() {
        return tentativeWeight;
    }

    private void add(double weight) {
        weighted++;
        hashes += weight;
        squares += weight * weight;
    }
}
