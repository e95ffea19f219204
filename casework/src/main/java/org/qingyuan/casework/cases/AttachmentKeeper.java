package org.qingyuan.casework.cases;

/// Where files that belong to cases are kept, each once, under the SHA-256 of what it holds. It is kept before the step
/// that points to it is written; one to which no step points does no harm.
@FunctionalInterface
public interface AttachmentKeeper {
    /// Keeps it, if it is not there yet.
    ///
    /// @return its SHA-256, 64 lower-case hex digits
    String keep(byte[] content);
}
