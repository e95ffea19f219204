package org.qingyuan.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Where a command speaks: data goes to standard output, all else to standard error, both in UTF-8.
final class Console {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final PrintStream err;
    private final boolean isQuiet;

    Console(Environment environment, boolean isQuiet) {
        this.out = new BufferedOutputStream(new StandardOutput(environment.out()), BUFFER);
        this.err = new PrintStream(environment.err(), true, StandardCharsets.UTF_8);
        this.isQuiet = isQuiet;
    }

    /// Standard output for data; closing it flushes and leaves it open. A reader that went away ends the command by a
    /// [ClosedPipe].
    OutputStream out() {
        return out;
    }

    /// A line of data.
    void print(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    void print(List<String> lines) throws IOException {
        for (String line : lines) {
            print(line);
        }
    }

    void flush() throws IOException {
        out.flush();
    }

    /// A line for the person, unless all is to be quiet.
    void note(String line) {
        if (!isQuiet) {
            err.println(line);
        }
    }

    /// A line that the person must see.
    void warn(String line) {
        err.println(line);
    }

    PrintStream err() {
        return err;
    }

    /// The reader of our output went away.
    static final class ClosedPipe extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedPipe(IOException cause) {
            super(cause);
        }
    }

    /// Standard output as it is: it is never closed, and tells a reader that went away from a full disk.
    private static final class StandardOutput extends OutputStream {
        private final OutputStream stream;

        StandardOutput(OutputStream stream) {
            this.stream = stream;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                stream.write(bytes, offset, length);
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                stream.flush();
            } catch (IOException e) {
                throw told(e);
            }
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        private static IOException told(IOException e) {
            String message = e.getMessage();
            return message != null && message.contains("Broken pipe") ? new ClosedPipe(e) : e;
        }
    }
}
