package org.qingyuan.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.AttachmentKeeper;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A file that is to be attached to a case.
///
/// @param name safe to show
record AttachmentFile(String name, AttachmentType type, byte[] content) {
    /// The most bytes of one file, 16 MiB: what a store takes for one.
    static final int MAX_BYTES = 16 << 20;

    /// @throws Failure `ATTACHMENT_REFUSED` when it is too large or of no type that may be attached; `FILE_NOT_FOUND`,
    ///     `FILE_UNREADABLE`
    static AttachmentFile read(Path file) {
        byte[] content;
        try (InputStream in = Files.newInputStream(file)) {
            content = in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return of(file, content);
    }

    private static AttachmentFile of(Path file, byte[] content) {
        if (content.length > MAX_BYTES) {
            throw refused(file, "> " + MAX_BYTES + " B");
        }
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        AttachmentType type = AttachmentType.of(content).orElseThrow(() -> refused(file, "?"));
        return new AttachmentFile(Attachment.safeName(name), type, content);
    }

    private static Failure refused(Path file, String what) {
        return new Failure(ErrorCode.ATTACHMENT_REFUSED, Map.of("where", file.toString(), "what", what));
    }

    /// Reads all of them before any is kept; one that is given twice counts once.
    ///
    /// @throws Failure as [#read], and `ATTACHMENT_REFUSED` when there are too many
    static List<Attachment> keepAll(List<Path> files, AttachmentKeeper keeper) {
        if (files.size() > Attachment.MAX_FILES) {
            throw refused(files.get(Attachment.MAX_FILES), "> " + Attachment.MAX_FILES);
        }
        // twice from the disk rather than all at once in memory
        files.forEach(AttachmentFile::read);
        List<Attachment> kept = new ArrayList<>();
        Set<String> digests = new HashSet<>();
        for (Path file : files) {
            Attachment attachment = read(file).keep(keeper);
            if (digests.add(attachment.digest())) {
                kept.add(attachment);
            }
        }
        return kept;
    }

    Attachment keep(AttachmentKeeper keeper) {
        return new Attachment(keeper.keep(content), type.word(), content.length, name);
    }
}
