package org.qingyuan.traffic.mining;

import java.util.List;
import java.util.Map;
import org.qingyuan.traffic.ObserverFactory;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanListener;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult.LearnedPool;
import org.qingyuan.traffic.flow.StreamObserver;

/// Lets scans look for mining.
///
/// @param references what findings are looked up in; shared by all scans
public record MiningObservers(References references) implements ObserverFactory {
    @Override
    public Observation make(ScanParameters parameters, ScanLimits limits, List<String> inputs, ScanListener listener) {
        MiningObserver observer = new MiningObserver(parameters, limits, references, inputs, listener::finding);
        return new Observation() {
            @Override
            public StreamObserver observer() {
                return observer;
            }

            @Override
            public int confirmed() {
                return observer.confirmed();
            }

            @Override
            public void finish() {
                observer.finish();
            }

            @Override
            public Map<String, Long> counters() {
                return observer.counters();
            }

            @Override
            public List<LearnedPool> learnedPools() {
                return observer.learnedPools();
            }
        };
    }
}
