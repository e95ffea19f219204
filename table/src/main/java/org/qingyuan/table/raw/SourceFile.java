package org.qingyuan.table.raw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.table.text.Compression;

/// A file as it was when it was found.
///
/// @param name relative to the extract's folder, with `/`
record SourceFile(String name, Path path, long bytes, FileTime modified) {
    private static final int HEAD = 4;

    static SourceFile of(Path folder, Path path) throws IOException {
        String name = folder.relativize(path).toString().replace('\\', '/');
        BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
        return new SourceFile(name, path, attributes.size(), attributes.lastModifiedTime());
    }

    /// Its first bytes, up to four.
    byte[] head() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    boolean isParquet() throws IOException {
        byte[] head = head();
        return head.length == HEAD && head[0] == 'P' && head[1] == 'A' && head[2] == 'R' && head[3] == '1';
    }

    Compression compression() throws IOException {
        return Compression.of(head());
    }

    /// Ends the run where the file is not the one that was found.
    void checkUnchanged() {
        String what;
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            if (now.size() == bytes && now.lastModifiedTime().equals(modified)) {
                return;
            }
            what = bytes + " -> " + now.size();
        } catch (IOException e) {
            what = String.valueOf(e.getMessage());
        }
        throw new Failure(ErrorCode.FILE_CHANGED, Map.of("where", name, "what", what));
    }
}
