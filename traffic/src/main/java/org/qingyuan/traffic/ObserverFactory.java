package org.qingyuan.traffic;

import java.util.List;
import java.util.Map;
import org.qingyuan.traffic.flow.StreamObserver;

/// Makes who reads the connections of a scan. Called once a scan, from its thread, before the first packet.
@FunctionalInterface
public interface ObserverFactory {
    /// @param inputs names of the inputs by [org.qingyuan.traffic.flow.PacketRef#input]
    /// @param listener hears of findings
    Observation make(ScanParameters parameters, ScanLimits limits, List<String> inputs, ScanListener listener);

    /// An observer and what it tells beside its findings.
    interface Observation {
        StreamObserver observer();

        /// Sessions that are confirmed though not over yet; asked for a few times a second.
        int confirmed();

        /// All inputs are read and every conversation has ended. Called once, before what follows.
        void finish();

        /// Further counts by their words; none of them is in the table of the scan's own.
        Map<String, Long> counters();

        List<ScanResult.LearnedPool> learnedPools();
    }
}
