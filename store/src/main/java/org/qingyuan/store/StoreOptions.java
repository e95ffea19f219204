package org.qingyuan.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a store is opened.
///
/// @param keyFile where the key lies; `null` = where a folder's `key` says, else beside the folder as `FOLDER.key`. A
///     server has none beside it and needs one named
/// @param passwordFile the password of a server, one line; `null` = none is sent
/// @param patience how long a writer waits for another one
/// @param maxAttachmentBytes the largest attachment, at most [AttachmentStore#MAX_BYTES]
/// @param random for keys and nonces
public record StoreOptions(
        @Nullable Path keyFile,
        @Nullable Path passwordFile,
        Duration patience,
        int maxAttachmentBytes,
        SecureRandom random) {
    /// A photo of a telephone has 3 to 12 MB.
    public static final int DEFAULT_ATTACHMENT_BYTES = 16 << 20;

    public StoreOptions {
        if (maxAttachmentBytes < 1 || maxAttachmentBytes > AttachmentStore.MAX_BYTES) {
            throw new IllegalArgumentException("maxAttachmentBytes " + maxAttachmentBytes);
        }
    }

    /// Ten seconds of patience, and keys where they are by themselves.
    public static StoreOptions of(SecureRandom random) {
        return new StoreOptions(null, null, Duration.ofSeconds(10), DEFAULT_ATTACHMENT_BYTES, random);
    }

    public StoreOptions withKeyFile(Path file) {
        return new StoreOptions(file, passwordFile, patience, maxAttachmentBytes, random);
    }

    public StoreOptions withPasswordFile(Path file) {
        return new StoreOptions(keyFile, file, patience, maxAttachmentBytes, random);
    }

    public StoreOptions withPatience(Duration longest) {
        return new StoreOptions(keyFile, passwordFile, longest, maxAttachmentBytes, random);
    }
}
