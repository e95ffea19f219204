package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Turns what the file system says into an error for a person.
public final class FileFaults {
    private FileFaults() {}

    /// A file that could not be read.
    public static Failure reading(Path file, IOException fault) {
        ErrorCode code = fault instanceof NoSuchFileException ? ErrorCode.FILE_NOT_FOUND : ErrorCode.FILE_UNREADABLE;
        return failure(code, file, fault);
    }

    /// A file that could not be written.
    public static Failure writing(Path file, IOException fault) {
        return failure(ErrorCode.OUTPUT_FAILED, file, fault);
    }

    private static Failure failure(ErrorCode code, Path file, IOException fault) {
        String where = fault instanceof FileSystemException at && at.getFile() != null ? at.getFile() : file.toString();
        return new Failure(code, Map.of("where", where, "what", reason(fault)), fault);
    }

    private static String reason(IOException fault) {
        if (fault instanceof AccessDeniedException) {
            return "permission denied";
        }
        String reason = fault instanceof FileSystemException at ? at.getReason() : fault.getMessage();
        return reason == null ? fault.getClass().getSimpleName() : reason;
    }
}
