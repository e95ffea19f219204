package org.qingyuan.report;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;
import org.qingyuan.report.circular.ResultSource;

/// Results as JSON lines in a file, or in anything else that can be opened twice.
public final class ResultFile implements ResultSource {
    private final String name;
    private final Opener opener;
    private String sha256 = "";

    /// Opens the lines from their beginning; called once for each reading, the reader closes the stream.
    @FunctionalInterface
    public interface Opener {
        InputStream open() throws IOException;
    }

    /// @param name for rejects; it never gets into a document
    public ResultFile(String name, Opener opener) {
        this.name = name;
        this.opener = opener;
    }

    @Override
    public void read(ResultListener listener) throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(opener.open(), digest)) {
            InputStream buffered = new BufferedInputStream(in, 1 << 16);
            ResultReader.read(buffered, name, listener);
            buffered.transferTo(OutputStream.nullOutputStream());
        }
        sha256 = HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String sha256() {
        return sha256;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
