package org.qingyuan.report.circular;

import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;

/// A proxy: the same work read twice, of which one reading enters the totals.
///
/// @param address of the proxy
/// @param workers client addresses that were seen to mine there
/// @param handedOn work of the proxy's own sessions at its pool
/// @param byWorkers work of the workers' sessions
/// @param countsItself whether the proxy's own sessions count, because they show more than the workers' do
public record ProxyLine(
        String site,
        String address,
        String algorithm,
        long workers,
        Work handedOn,
        Work byWorkers,
        boolean countsItself) {
    /// Mean rate over a time by the shares that the proxy handed on, `null` where none can be given.
    public @Nullable Estimate rateHandedOn(double seconds) {
        return rate(handedOn, seconds);
    }

    /// Mean rate over a time by the workers' shares, `null` where none can be given.
    public @Nullable Estimate rateByWorkers(double seconds) {
        return rate(byWorkers, seconds);
    }

    private static @Nullable Estimate rate(Work work, double seconds) {
        return HashRate.applies(work, seconds) ? HashRate.of(work, seconds) : null;
    }
}
