package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;

/// A line of results with what it is sorted by. In a file: four parts, each a length of four bytes and so many bytes.
record SpoolEntry(Moment start, String key, String id, byte[] line) implements Comparable<SpoolEntry> {
    /// By start, key, id.
    @Override
    public int compareTo(SpoolEntry other) {
        int order = start.compareTo(other.start);
        order = order != 0 ? order : key.compareTo(other.key);
        return order != 0 ? order : id.compareTo(other.id);
    }

    void write(DataOutputStream out) throws IOException {
        write(out, start.text().getBytes(UTF_8));
        write(out, key.getBytes(UTF_8));
        write(out, id.getBytes(UTF_8));
        write(out, line);
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    /// The next entry, `null` at the end.
    static @Nullable SpoolEntry read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException e) {
            return null;
        }
        String start = new String(in.readNBytes(length), UTF_8);
        String key = new String(part(in), UTF_8);
        String id = new String(part(in), UTF_8);
        return new SpoolEntry(Moment.parse(start), key, id, part(in));
    }

    private static byte[] part(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
