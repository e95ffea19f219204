package org.qingyuan.accounts.generate;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of rows, written as they come.
final class DelimitedFile implements Closeable {
    private static final int BLOCK = 1 << 16;

    private final OutputStream out;
    private final Charset charset;
    private final String separator;
    private final boolean quotes;
    private final StringBuilder block = new StringBuilder(BLOCK + 4096);

    /// @param quotes whether a cell that needs it stands in quotes (RFC 4180); else cells are as they are
    DelimitedFile(Path file, Charset charset, String separator, boolean quotes) throws IOException {
        this.out = Files.newOutputStream(file);
        this.charset = charset;
        this.separator = separator;
        this.quotes = quotes;
    }

    void row(String[] cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                block.append(separator);
            }
            cell(cells[i]);
        }
        block.append('\n');
        flushIfFull();
    }

    /// A line as it is, with its end.
    void line(String line) throws IOException {
        block.append(line);
        flushIfFull();
    }

    private void cell(String text) {
        if (quotes && needsQuotes(text)) {
            block.append('"').append(text.replace("\"", "\"\"")).append('"');
        } else {
            block.append(text);
        }
    }

    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    }

    private void flushIfFull() throws IOException {
        if (block.length() >= BLOCK) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.write(block.toString().getBytes(charset));
        block.setLength(0);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            flush();
        }
    }
}
