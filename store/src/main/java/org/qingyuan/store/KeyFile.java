package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// The key of a store: 32 bytes as 64 hex digits or 44 characters of base64, in a file that only its owner can read.
final class KeyFile {
    private static final int BYTES = 32;
    private static final int MAX_FILE_BYTES = 256;

    private KeyFile() {}

    /// Which file holds the key: the one that was named, the one that the folder refers to, or the one beside it.
    static Path of(StoreAddress address, StoreOptions options) {
        Path named = options.keyFile();
        if (named != null) {
            return named.toAbsolutePath().normalize();
        }
        return switch (address) {
            case StoreAddress.Folder folder -> referred(folder);
            case StoreAddress.Server server -> throw unusable(server.text(), "--key-file", null);
        };
    }

    private static Path referred(StoreAddress.Folder folder) {
        Path reference = folder.keyReference();
        if (!Files.exists(reference)) {
            return folder.keyBeside();
        }
        try {
            return folder.path().resolve(Files.readString(reference).strip()).normalize();
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(reference.toString(), "" + e.getMessage(), e);
        }
    }

    /// Reads it.
    ///
    /// @throws Failure `STORE_KEY` when it is not there, others can read it, or it holds no key
    static byte[] read(Path file) {
        try {
            if (isOpenToOthers(file)) {
                throw unusable(file.toString(), "chmod 600", null);
            }
            if (Files.size(file) > MAX_FILE_BYTES) {
                throw unusable(file.toString(), "> " + MAX_FILE_BYTES + " B", null);
            }
            return decoded(file, Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            throw unusable(file.toString(), "?", e);
        } catch (IOException e) {
            throw unusable(file.toString(), "" + e.getMessage(), e);
        }
    }

    private static byte[] decoded(Path file, String text) {
        try {
            byte[] key = text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
            if (key.length == BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            // neither: said below, without what stands there
        }
        throw unusable(file.toString(), "32 B: hex | base64", null);
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return false;
        }
        Set<PosixFilePermission> others = new HashSet<>(Files.getPosixFilePermissions(file));
        others.removeAll(PrivateFiles.FILE);
        return !others.isEmpty();
    }

    /// Reads it, or makes it where there is none.
    static byte[] readOrMake(Path file, SecureRandom random) {
        if (!Files.exists(file)) {
            make(file, random);
        }
        return read(file);
    }

    private static void make(Path file, SecureRandom random) {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        try {
            PrivateFiles.file(file);
            try (FileChannel channel = FileChannel.open(file, java.nio.file.StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap((HexFormat.of().formatHex(key) + "\n").getBytes(UTF_8)));
                channel.force(true);
            }
            PrivateFiles.sync(file.getParent());
        } catch (FileAlreadyExistsException e) {
            // somebody else made it at the same time: theirs holds
        } catch (IOException e) {
            throw unusable(file.toString(), "" + e.getMessage(), e);
        }
    }

    private static Failure unusable(String where, String what, @Nullable Exception cause) {
        return new Failure(ErrorCode.STORE_KEY, Map.of("where", where, "what", what), cause);
    }
}
