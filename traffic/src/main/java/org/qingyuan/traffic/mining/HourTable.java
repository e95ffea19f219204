package org.qingyuan.traffic.mining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingyuan.finding.Moment;

/// What a session did in each hour (UTC) in which it had packets. Bounded: hours beyond [#MAX_HOURS] are added to the
/// last one kept.
final class HourTable {
    static final int MAX_HOURS = 8_784;
    static final long HOUR_NANOS = 3_600_000_000_000L;

    private static final class Hour {
        long accepted;
        double work;
        long bytes;
    }

    private final TreeMap<Long, Hour> hours = new TreeMap<>();
    private long lastNumber = Long.MIN_VALUE;
    private Hour last = new Hour();

    /// Number of the hour since 1970 that holds an instant.
    static long number(long timeNanos) {
        return Math.floorDiv(timeNanos, HOUR_NANOS);
    }

    void bytes(long timeNanos, long bytes) {
        at(number(timeNanos)).bytes += bytes;
    }

    /// An accepted share of the hour in which it was submitted; `weight` is `NaN` when not known.
    void accepted(long hour, double weight) {
        Hour row = at(hour);
        row.accepted++;
        if (!Double.isNaN(weight)) {
            row.work += weight;
        }
    }

    /// Adds work to shares that were counted before their weight was known.
    void work(long hour, double weight) {
        at(hour).work += weight;
    }

    private Hour at(long number) {
        if (number != lastNumber) {
            Hour found = hours.get(number);
            if (found == null) {
                found = hours.size() >= MAX_HOURS ? hours.lastEntry().getValue() : new Hour();
                if (hours.size() < MAX_HOURS) {
                    hours.put(number, found);
                }
            }
            last = found;
            lastNumber = number;
        }
        return last;
    }

    /// Rows for the finding; hashes are `null` where the scale is not known.
    List<Map<String, Object>> rows(boolean nanos, double scale) {
        List<Map<String, Object>> rows = new ArrayList<>(hours.size());
        hours.forEach((number, hour) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("hour", Moment.ofEpochNanos(number * HOUR_NANOS, nanos));
            row.put("accepted", hour.accepted);
            row.put("hashes", Double.isNaN(scale) ? null : hour.work * scale);
            row.put("bytes", hour.bytes);
            rows.add(row);
        });
        return rows;
    }
}
