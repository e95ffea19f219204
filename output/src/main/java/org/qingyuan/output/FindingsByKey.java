package org.qingyuan.output;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qingyuan.finding.Finding;

/// Gives the findings of a file of results so that those of one key come together, as far as memory allows; those of
/// one
/// key in the order of the file. The same file always comes in the same order. What is larger than
/// [KeyedSlice#FULL_BYTES]
/// is first parted into temporary files by hashes of the keys: one reading and one writing in a row, whatever the size.
public final class FindingsByKey {
    private static final int BUFFER = 1 << 15;
    private static final int MAX_PARTS = 256;

    private final Listener listener;
    private final int fullBytes;
    private final KeyedSlice slice;
    private long rejected;

    /// Takes the findings.
    @FunctionalInterface
    public interface Listener {
        /// @param line as [ResultJson] writes it, without line feed
        void finding(Finding finding, byte[] line);
    }

    private FindingsByKey(int fullBytes, Listener listener) {
        this.fullBytes = fullBytes;
        this.slice = new KeyedSlice(fullBytes);
        this.listener = listener;
    }

    /// Whether the file is so large that it needs a folder.
    public static boolean needsFolder(Path file) throws IOException {
        return Files.size(file) > KeyedSlice.FULL_BYTES;
    }

    /// @param folder for temporary files, which are removed; not used where the file needs none
    /// @return how many lines could not be used
    public static long read(Path file, Path folder, Listener listener) throws IOException {
        return read(file, folder, KeyedSlice.FULL_BYTES, listener);
    }

    /// @param fullBytes so many bytes of lines are in memory at once
    static long read(Path file, Path folder, int fullBytes, Listener listener) throws IOException {
        FindingsByKey reading = new FindingsByKey(fullBytes, listener);
        if (Files.size(file) > fullBytes) {
            reading.readParted(file, folder);
        } else {
            reading.part(file, List.of());
            reading.giveSlice();
        }
        return reading.rejected;
    }

    private void readParted(Path file, Path folder) throws IOException {
        List<Path> parts = new ArrayList<>();
        long count = Math.min(MAX_PARTS, Files.size(file) / (fullBytes / 2 + 1) + 1);
        for (int i = 0; i < count; i++) {
            parts.add(folder.resolve("part-" + i));
        }
        writeParts(file, parts);
        for (Path part : parts) {
            part(part, List.of());
            giveSlice();
            Files.delete(part);
        }
    }

    private void writeParts(Path file, List<Path> parts) throws IOException {
        List<OutputStream> open = new ArrayList<>();
        try {
            for (Path part : parts) {
                open.add(new BufferedOutputStream(Files.newOutputStream(part), BUFFER));
            }
            part(file, open);
        } finally {
            for (OutputStream part : open) {
                part.close();
            }
        }
    }

    /// Sends each finding of a file into its part, or into the slice where there are no parts.
    private void part(Path file, List<OutputStream> parts) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            LineSplitter lines = new LineSplitter(in, ResultReader.MAX_LINE_BYTES);
            while (lines.next()) {
                int hash = lines.oversized() ? -1 : KeyedSlice.hash(lines.bytes(), lines.length());
                if (hash >= 0) {
                    send(lines.bytes(), lines.length(), hash, parts);
                } else if (lines.oversized()) {
                    rejected++;
                } else if (!lines.blank()) {
                    sendOther(lines, parts);
                }
            }
        }
    }

    /// What is not written as it would be here is read, and written so.
    private void sendOther(LineSplitter lines, List<OutputStream> parts) throws IOException {
        try {
            RecordParser.Parsed parsed = RecordParser.parse(JsonTree.parse(lines.bytes(), 0, lines.length()));
            if (parsed instanceof RecordParser.Parsed.OfFinding of) {
                byte[] line = ResultJson.line(of.finding());
                send(line, line.length - 1, KeyedSlice.hash(line, line.length - 1), parts);
            }
        } catch (BadRecord e) {
            rejected++;
        }
    }

    private void send(byte[] line, int length, int hash, List<OutputStream> parts) throws IOException {
        if (parts.isEmpty()) {
            if (!slice.fits(length + 1)) {
                giveSlice();
            }
            slice.add(line, length, hash);
        } else {
            OutputStream part = parts.get(hash % parts.size());
            part.write(line, 0, length);
            part.write('\n');
        }
    }

    private void giveSlice() {
        slice.give(this::give);
    }

    private void give(byte[] bytes, int from, int length) {
        try {
            if (RecordParser.parse(JsonTree.parse(bytes, from, length)) instanceof RecordParser.Parsed.OfFinding of) {
                byte[] line = ResultJson.line(of.finding());
                listener.finding(of.finding(), Arrays.copyOf(line, line.length - 1));
            }
        } catch (BadRecord e) {
            rejected++;
        }
    }
}
