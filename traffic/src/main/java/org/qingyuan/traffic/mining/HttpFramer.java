package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Cuts one side's bytes into HTTP/1.x messages (RFC 9112) and gives each with the JSON object of its body. After a
/// gap it waits for a segment that begins a message.
///
/// Not thread-safe; holds at most [#MAX_HEAD] bytes of a head, [#MAX_LAST] of the one before, and what
/// [JsonCondenser] holds of a body.
final class HttpFramer {
    static final int MAX_HEAD = 16_384;

    /// Most bytes of a head that is remembered.
    private static final int MAX_LAST = 1_024;

    /// Takes what was cut. Arrays are only lent.
    interface Sink {
        /// A whole message; `length` is 0 when its body holds no JSON object.
        ///
        /// @return whether to go on
        boolean message(HttpHead head, byte[] json, int offset, int length);
    }

    private enum State {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        CHUNK_END,
        TRAILER,
        UNTIL_CLOSE,
        LOST
    }

    private static final byte[] NOTHING = {};
    private static final byte[][] STARTS = {
        "HTTP/1.".getBytes(US_ASCII), "POST ".getBytes(US_ASCII), "GET ".getBytes(US_ASCII)
    };

    private final JsonCondenser body = new JsonCondenser();
    private State state = State.HEAD;
    private byte[] line = NOTHING;
    private int lineLength;
    private byte[] lastLine = NOTHING;
    private @Nullable HttpHead lastHead;
    private @Nullable HttpHead head;
    private long remaining;

    /// Whether a segment begins like an HTTP message that may carry JSON.
    static boolean begins(byte[] buffer, int offset, int length) {
        for (byte[] start : STARTS) {
            if (length >= start.length
                    && Arrays.equals(buffer, offset, offset + start.length, start, 0, start.length)) {
                return true;
            }
        }
        return false;
    }

    /// Bytes of memory held.
    int held() {
        return line.length + lastLine.length + body.held();
    }

    /// Feeds the next bytes.
    ///
    /// @return `false` as soon as the sink says so or when this is not HTTP
    boolean feed(byte[] buffer, int offset, int length, Sink sink) {
        int at = offset;
        int end = offset + length;
        if (state == State.LOST) {
            if (!begins(buffer, offset, length)) {
                return true;
            }
            state = State.HEAD;
        }
        while (at < end) {
            int next = step(buffer, at, end, sink);
            if (next < 0) {
                return false;
            }
            at = next;
        }
        return true;
    }

    /// Bytes are missing. Within a body of known length the framing survives and only the body is lost.
    void gap(long missing) {
        body.reset();
        if (state == State.BODY && missing > 0 && missing < remaining) {
            remaining -= missing;
            body.feed(new byte[] {'-'}, 0, 1);
        } else {
            state = State.LOST;
            lineLength = 0;
        }
    }

    private int step(byte[] buffer, int at, int end, Sink sink) {
        return switch (state) {
            case HEAD -> headBytes(buffer, at, end, sink);
            case BODY, CHUNK -> bodyBytes(buffer, at, end, sink);
            case CHUNK_SIZE, CHUNK_END, TRAILER -> lineBytes(buffer, at, end, sink);
            case UNTIL_CLOSE -> untilClose(buffer, at, end, sink);
            case LOST -> end;
        };
    }

    private int headBytes(byte[] buffer, int at, int end, Sink sink) {
        if (lineLength == 0 && buffer[at] == '{') {
            head = HttpHead.BARE;
            body.reset();
            state = State.UNTIL_CLOSE;
            return at;
        }
        int from = at;
        while (from < end) {
            int stop = lineEnd(buffer, from, end);
            if (!push(buffer, from, stop)) {
                return -1;
            }
            if (buffer[stop - 1] == '\n' && blankLineEnds()) {
                return beginBody(sink) ? stop : -1;
            }
            from = stop;
        }
        return end;
    }

    /// Behind the next line feed, or the end.
    private static int lineEnd(byte[] buffer, int from, int end) {
        for (int i = from; i < end; i++) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        return end;
    }

    private boolean blankLineEnds() {
        if (lineLength <= 2) {
            lineLength = 0;
            return false;
        }
        return line[lineLength - 2] == '\n' || line[lineLength - 2] == '\r' && line[lineLength - 3] == '\n';
    }

    private boolean beginBody(Sink sink) {
        HttpHead parsed = parseHead();
        lineLength = 0;
        if (parsed == null) {
            return false;
        }
        head = parsed;
        body.reset();
        if (parsed.chunked()) {
            state = State.CHUNK_SIZE;
        } else if (parsed.bodyLength() > 0) {
            state = State.BODY;
            remaining = parsed.bodyLength();
        } else if (hasNoBody(parsed)) {
            return finish(sink);
        } else {
            state = State.UNTIL_CLOSE;
        }
        return true;
    }

    /// Polls say the same again and again: the head before, when this one has the same bytes.
    private @Nullable HttpHead parseHead() {
        HttpHead known = lastHead;
        if (known != null && Arrays.equals(line, 0, lineLength, lastLine, 0, lastLine.length)) {
            return known;
        }
        HttpHead parsed = HttpHead.parse(line, lineLength);
        lastHead = lineLength <= MAX_LAST ? parsed : null;
        lastLine = lastHead == null ? NOTHING : Arrays.copyOf(line, lineLength);
        return parsed;
    }

    private static boolean hasNoBody(HttpHead head) {
        return head.request() || head.bodyLength() == 0 || head.status() < 200 || head.status() == 204;
    }

    private int bodyBytes(byte[] buffer, int at, int end, Sink sink) {
        int count = (int) Math.min(end - at, remaining);
        body.feed(buffer, at, count);
        remaining -= count;
        if (remaining == 0) {
            if (state == State.CHUNK) {
                state = State.CHUNK_END;
            } else if (!finish(sink)) {
                return -1;
            }
        }
        return at + count;
    }

    private int lineBytes(byte[] buffer, int at, int end, Sink sink) {
        int stop = lineEnd(buffer, at, end);
        if (!push(buffer, at, stop)) {
            return -1;
        }
        return buffer[stop - 1] != '\n' || line(sink) ? stop : -1;
    }

    private boolean line(Sink sink) {
        int length = lineLength;
        lineLength = 0;
        if (state == State.CHUNK_END) {
            state = State.CHUNK_SIZE;
            return true;
        }
        if (state == State.TRAILER) {
            return length > 2 || finish(sink);
        }
        long size = chunkSize(length);
        if (size > 0) {
            remaining = size;
            state = State.CHUNK;
        } else if (size == 0) {
            state = State.TRAILER;
        }
        return size >= 0;
    }

    private long chunkSize(int length) {
        long size = 0;
        int digits = 0;
        while (digits < length && digits < 9 && Character.digit(line[digits], 16) >= 0) {
            size = size << 4 | Character.digit(line[digits], 16);
            digits++;
        }
        return digits == 0 || digits == 9 ? -1 : size;
    }

    private int untilClose(byte[] buffer, int at, int end, Sink sink) {
        if (begins(buffer, at, end - at)) {
            return finish(sink) ? at : -1;
        }
        boolean bare = HttpHead.BARE.equals(head);
        for (int i = at; i < end; i++) {
            body.feed(buffer, i, 1);
            if (body.done() && bare) {
                return finish(sink) ? i + 1 : -1;
            }
            if (body.failed() && bare) {
                return -1;
            }
        }
        return end;
    }

    /// The connection is over: a body that lasts until then is whole.
    void close(Sink sink) {
        if (state == State.UNTIL_CLOSE && head != null) {
            finish(sink);
        }
        state = State.LOST;
    }

    private boolean finish(Sink sink) {
        state = State.HEAD;
        HttpHead whole = head;
        head = null;
        int length = body.done() ? body.length() : 0;
        boolean go = whole == null || sink.message(whole, body.bytes(), 0, length);
        body.reset();
        if (line.length > 4096) {
            line = NOTHING;
        }
        return go;
    }

    /// Adds to the line or head; `false` when it becomes too long.
    private boolean push(byte[] buffer, int from, int to) {
        int length = lineLength + to - from;
        if (length > MAX_HEAD) {
            return false;
        }
        if (length > line.length) {
            line = Arrays.copyOf(line, Math.max(256, Math.min(MAX_HEAD, length * 2)));
        }
        System.arraycopy(buffer, from, line, lineLength, to - from);
        lineLength = length;
        return true;
    }
}
