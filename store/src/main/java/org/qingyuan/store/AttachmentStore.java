package org.qingyuan.store;

import java.util.function.Consumer;

/// Files that belong to cases: photos, forms, answers. Each is kept once, under the SHA-256 of what it holds,
/// encrypted.
/// What is there is never changed or removed. Any thread may use it.
public interface AttachmentStore {
    /// The most that a store takes for one, 32 MiB; it is held in memory while it is written or read.
    int MAX_BYTES = 32 << 20;

    /// Keeps it, if it is not there yet. It outlasts a loss of power when this returns.
    ///
    /// @return its SHA-256, 64 lower-case hex digits
    /// @throws org.qingyuan.finding.Failure `CONFIGURATION` when it is larger than the store allows
    String keep(byte[] content);

    /// Whether it is there.
    boolean has(String digest);

    /// What is kept under a digest, proved by it.
    ///
    /// @throws org.qingyuan.finding.Failure `FILE_NOT_FOUND` when it is not there, `STORE_CORRUPT` when it is not what
    ///     it was
    byte[] read(String digest);

    /// All digests, sorted.
    void each(Consumer<String> listener);
}
