package org.qingyuan.traffic.flow;

/// Bounds on the tables of one capture.
///
/// @param maxFlows 1..[#MOST_FLOWS]
/// @param maxStreams connections read at a time
/// @param streamBytes bytes held back for one direction of a connection until a hole is filled
/// @param totalStreamBytes the same over all connections
/// @param sessionIdleNanos silence that ends a connection
public record FlowLimits(int maxFlows, int maxStreams, int streamBytes, int totalStreamBytes, long sessionIdleNanos) {
    /// What an entry's index can hold beside its tag.
    public static final int MOST_FLOWS = 1 << 22;

    public FlowLimits {
        if (maxFlows < 1 || maxFlows > MOST_FLOWS || maxStreams < 1 || streamBytes < 1 || totalStreamBytes < 1) {
            throw new IllegalArgumentException("limits out of range");
        }
    }
}
