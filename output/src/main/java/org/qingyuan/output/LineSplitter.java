package org.qingyuan.output;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines of a stream as bytes, one at a time, at most so many bytes each; the rest of a longer one is skipped.
final class LineSplitter {
    private final InputStream in;
    private final int maxBytes;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int end;
    private byte[] line = new byte[1 << 12];
    private int length;
    private boolean oversized;
    private long number;

    LineSplitter(InputStream in, int maxBytes) {
        this.in = in;
        this.maxBytes = maxBytes;
    }

    /// Goes to the next line; `false` at the end.
    boolean next() throws IOException {
        length = 0;
        oversized = false;
        boolean any = false;
        while (at < end || fill()) {
            any = true;
            int feed = indexOfLineFeed();
            append(feed - at);
            at = feed;
            if (feed < end) {
                at++;
                break;
            }
        }
        number += any ? 1 : 0;
        return any;
    }

    /// The line without its line feed, in the first [#length] bytes; overwritten by the next.
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    boolean oversized() {
        return oversized;
    }

    /// From 1.
    long number() {
        return number;
    }

    boolean blank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(block));
        return end > 0;
    }

    private int indexOfLineFeed() {
        for (int i = at; i < end; i++) {
            if (block[i] == '\n') {
                return i;
            }
        }
        return end;
    }

    private void append(int count) {
        if (oversized || length + count > maxBytes) {
            oversized = true;
            return;
        }
        if (length + count > line.length) {
            line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
        }
        System.arraycopy(block, at, line, length, count);
        length += count;
    }
}
