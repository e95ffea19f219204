package org.qingyuan.traffic;

import java.util.LinkedHashMap;
import java.util.Map;

/// Fixed bounds a file; what goes beyond is shed and counted. Together they keep all tables of one file within
/// 40 MB, however long it is.
///
/// @param maxFlows flows at a time; the longest idle leaves first, counted as `flows-shed`
/// @param maxStreams connections read at a time, counted as `streams-shed`
/// @param streamBytes bytes held back for one stream until a hole is filled, or for one unfinished message
/// @param totalStreamBytes the same over all streams of the file
public record ScanLimits(int maxFlows, int maxStreams, int streamBytes, int totalStreamBytes) {
    public static final ScanLimits DEFAULT = new ScanLimits(262_144, 4_096, 65_536, 8 << 20);

    /// For the run line.
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maxFlows", maxFlows);
        map.put("maxStreams", maxStreams);
        map.put("streamBytes", streamBytes);
        map.put("totalStreamBytes", totalStreamBytes);
        return map;
    }
}
