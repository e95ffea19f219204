package org.qingyuan.estimate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a tap was listening: the union of the times that its files cover, each from its first to its last packet. A
/// gap of at most [#BRIDGED] counts as observed; a longer one is left out and stated.
///
/// @param spans what counts as observed, in order, apart from each other
/// @param gaps what was left out between them
public record ObservedWindow(List<Span> spans, List<Span> gaps) {
    /// The longest gap between two files that still counts as observed.
    public static final Duration BRIDGED = Duration.ofHours(1);

    /// A stretch of time.
    public record Span(Instant start, Instant end) {
        public Span {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(start + " is after " + end);
            }
        }

        /// Its length.
        public double seconds() {
            return ObservedWindow.seconds(start, end);
        }
    }

    /// The window of these files, in any order.
    public static ObservedWindow of(List<Span> files) {
        List<Span> spans = new ArrayList<>();
        List<Span> gaps = new ArrayList<>();
        for (Span file :
                files.stream().sorted(Comparator.comparing(Span::start)).toList()) {
            Span last = spans.isEmpty() ? null : spans.getLast();
            if (last == null) {
                spans.add(file);
            } else if (Duration.between(last.end, file.start).compareTo(BRIDGED) <= 0) {
                spans.set(spans.size() - 1, new Span(last.start, later(last.end, file.end)));
            } else {
                gaps.add(new Span(/* start= */ last.end, /* end= */ file.start));
                spans.add(file);
            }
        }
        return new ObservedWindow(List.copyOf(spans), List.copyOf(gaps));
    }

    /// All observed time; 0 when there is none.
    public double seconds() {
        return spans.stream().mapToDouble(Span::seconds).sum();
    }

    /// Seconds between two instants, nanoseconds included.
    static double seconds(Instant start, Instant end) {
        Duration duration = Duration.between(start, end);
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }
}
