package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;

/// The files of one version of a pack, held as bytes: those of its folder by name, then those of `letters/` by name.
/// Another folder in it is refused.
final class PackFiles {
    static final String LETTERS = "letters";

    /// A pack is read by people; one that is larger is something else.
    private static final long MAX_BYTES = 4L << 20;

    private static final int MAX_FILES = 1000;

    private final String name;
    private final SequencedMap<String, byte[]> files;

    /// @param name of pack and version for messages, `cn-rural-2021/1`
    /// @param files by path below the version's folder, with `/`
    PackFiles(String name, SequencedMap<String, byte[]> files) {
        this.name = name;
        this.files = Collections.unmodifiableSequencedMap(files);
    }

    static PackFiles of(String name, Path folder) throws IOException {
        SequencedMap<String, byte[]> files = new LinkedHashMap<>();
        List<Path> entries = entries(folder);
        for (Path entry : entries) {
            if (!isLetters(entry)) {
                files.put(lastName(entry), bytes(entry));
            }
        }
        for (Path entry : entries) {
            if (isLetters(entry)) {
                for (Path letter : entries(entry)) {
                    files.put(LETTERS + "/" + lastName(letter), bytes(letter));
                }
            }
        }
        return new PackFiles(name, files);
    }

    private static boolean isLetters(Path entry) {
        return lastName(entry).equals(LETTERS) && Files.isDirectory(entry);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            throw rejected(file.toString(), RejectReason.BAD_STRUCTURE, lastName(file));
        }
        return Files.readAllBytes(file);
    }

    static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > MAX_FILES) {
                    throw rejected(folder.toString(), RejectReason.BAD_STRUCTURE, "> " + MAX_FILES);
                }
            }
        }
        entries.sort(Comparator.comparing(PackFiles::lastName));
        return entries;
    }

    /// The last part of a path; folders in a jar end with a slash.
    static String lastName(Path path) {
        Path last = path.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString().replace("/", "");
    }

    static Failure rejected(String where, RejectReason reason, String what) {
        return new Failure(ErrorCode.POLICY_REJECTED, Map.of("where", where, "reject", reason.word(), "what", what));
    }

    /// A file's name for messages, `cn-rural-2021/1/cases.yaml`.
    String label(String path) {
        return name + "/" + path;
    }

    boolean has(String path) {
        return files.containsKey(path);
    }

    /// File names in `letters/`.
    List<String> letterNames() {
        return files.keySet().stream()
                .filter(path -> path.startsWith(LETTERS + "/"))
                .map(path -> path.substring(LETTERS.length() + 1))
                .toList();
    }

    /// The text of a file, `null` when there is none.
    ///
    /// @throws Failure when it is not UTF-8
    @Nullable
    String text(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            return null;
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Failure(
                    ErrorCode.POLICY_REJECTED,
                    Map.of("where", label(path), "reject", RejectReason.BAD_ENCODING.word(), "what", "UTF-8"),
                    e);
        }
    }

    /// 64 lower-case hex digits: over the bytes of the files of the folder one after the other, then for each letter
    /// its file name, a line feed and its bytes, so that no text can move from one letter to another unseen.
    String sha256() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
        files.forEach((path, bytes) -> {
            if (path.startsWith(LETTERS + "/")) {
                digest.update((path.substring(LETTERS.length() + 1) + "\n").getBytes(UTF_8));
            }
            digest.update(bytes);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
