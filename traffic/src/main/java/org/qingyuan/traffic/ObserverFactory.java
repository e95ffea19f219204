package org.qingyuan.traffic;

import java.util.List;
import org.qingyuan.traffic.flow.StreamObserver;
import org.qingyuan.traffic.packet.Counters;

/// Makes who reads the connections of a scan. Called once a scan, from its thread, before the first packet.
@FunctionalInterface
public interface ObserverFactory {
    /// @param inputs names of the inputs by [org.qingyuan.traffic.flow.PacketRef#input]
    /// @param listener hears of findings
    /// @param counters of the scan; the observer counts what it does by its own names
    Observation make(ScanParameters parameters, List<String> inputs, ScanListener listener, Counters counters);

    /// An observer and what it tells beside its findings.
    interface Observation {
        StreamObserver observer();

        /// Sessions that are confirmed though not over yet; asked for a few times a second.
        int confirmed();

        /// Asked for once, after the last packet.
        List<ScanResult.LearnedPool> learnedPools();
    }
}
