package org.qingyuan.output;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Merges sorted runs on disk and sorted entries in memory. Equal entries come in the order of their sources.
final class SpoolMerge {
    private static final int BUFFER = 1 << 14;

    /// Who takes the merged entries.
    interface Sink {
        void accept(SpoolEntry entry) throws IOException;
    }

    private interface Source {
        @Nullable
        SpoolEntry next() throws IOException;
    }

    /// The entry at which a source stands; `number` keeps equal ones in order.
    private record Head(SpoolEntry entry, int number, Source source) implements Comparable<Head> {
        @Override
        public int compareTo(Head other) {
            int order = entry.compareTo(other.entry);
            return order != 0 ? order : Integer.compare(number, other.number);
        }
    }

    private SpoolMerge() {}

    static void merge(List<Path> runs, List<SpoolEntry> sorted, Sink sink) throws IOException {
        List<DataInputStream> open = new ArrayList<>();
        try {
            List<Source> sources = new ArrayList<>();
            for (Path run : runs) {
                DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(run), BUFFER));
                open.add(in);
                sources.add(() -> SpoolEntry.read(in));
            }
            Iterator<SpoolEntry> held = sorted.iterator();
            sources.add(() -> held.hasNext() ? held.next() : null);
            merge(sources, sink);
        } finally {
            for (DataInputStream in : open) {
                in.close();
            }
        }
    }

    private static void merge(List<Source> sources, Sink sink) throws IOException {
        PriorityQueue<Head> heads = new PriorityQueue<>();
        for (int i = 0; i < sources.size(); i++) {
            advance(heads, i, sources.get(i));
        }
        for (Head first = heads.poll(); first != null; first = heads.poll()) {
            sink.accept(first.entry());
            advance(heads, first.number(), first.source());
        }
    }

    private static void advance(PriorityQueue<Head> heads, int number, Source source) throws IOException {
        SpoolEntry next = source.next();
        if (next != null) {
            heads.add(new Head(next, number, source));
        }
    }
}
