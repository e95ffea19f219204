package org.qingyuan.report.circular;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.report.circular.CircularModel.Bucket;
import org.qingyuan.report.circular.CircularModel.Step;
import org.qingyuan.report.circular.CircularModel.TimeLine;

/// What happened in each hour, over all confirmed sessions.
final class HourCount {
    /// The most buckets that a time line has before it goes on to the next wider step; a week of hours.
    static final int MAX_BUCKETS = 168;

    private static final double JOULES_PER_KWH = 3.6e6;

    private final HardwareTable hardware;
    private final ZoneId zone;
    private final TreeMap<Instant, Hour> hours = new TreeMap<>();

    HourCount(HardwareTable hardware, ZoneId zone) {
        this.hardware = hardware;
        this.zone = zone;
    }

    private static final class Hour {
        private final Map<String, Double> kwh = new TreeMap<>();
        private long accepted;
        private long bytes;

        void add(Hour more) {
            more.kwh.forEach((algorithm, energy) -> kwh.merge(algorithm, energy, Double::sum));
            accepted += more.accepted;
            bytes += more.bytes;
        }
    }

    /// Takes the hours of a session; energy is the hashes of the hour times the best value of the hardware table.
    void add(MiningSession session) {
        LocalDate day = session.start().atZone(zone).toLocalDate();
        Efficiency efficiency = session.countedWork() == null ? null : hardware.at(session.algorithm(), day);
        for (Values values : session.hours()) {
            Instant start = values.instant("hour");
            if (start != null) {
                Hour hour = hours.computeIfAbsent(start, key -> new Hour());
                hour.accepted += session.aside() ? 0 : values.count("accepted");
                hour.bytes += values.count("bytes");
                if (efficiency != null) {
                    double kwh = values.number("hashes") * efficiency.best() / JOULES_PER_KWH;
                    hour.kwh.merge(session.algorithm(), kwh, Double::sum);
                }
            }
        }
    }

    TimeLine timeLine() {
        for (Step step : Step.values()) {
            NavigableMap<Instant, Hour> buckets = grouped(step);
            if (buckets.size() <= MAX_BUCKETS || step == Step.MONTH) {
                return timeLine(step, buckets);
            }
        }
        throw new IllegalStateException("no widest step");
    }

    private NavigableMap<Instant, Hour> grouped(Step step) {
        TreeMap<Instant, Hour> buckets = new TreeMap<>();
        hours.forEach((start, hour) -> buckets.computeIfAbsent(bucketOf(start, step), key -> new Hour())
                .add(hour));
        return buckets;
    }

    private Instant bucketOf(Instant hour, Step step) {
        ZonedDateTime day = hour.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        return switch (step) {
            case HOUR -> hour;
            case DAY -> day.toInstant();
            case MONTH -> day.withDayOfMonth(1).toInstant();
        };
    }

    private static TimeLine timeLine(Step step, Map<Instant, Hour> buckets) {
        TreeSet<String> names = new TreeSet<>();
        buckets.values().forEach(hour -> names.addAll(hour.kwh.keySet()));
        List<Bucket> lines = new ArrayList<>();
        buckets.forEach((start, hour) -> lines.add(new Bucket(
                start,
                names.stream().map(name -> hour.kwh.getOrDefault(name, 0.0)).toList(),
                hour.accepted,
                hour.bytes)));
        return new TimeLine(step, List.copyOf(names), lines);
    }
}
