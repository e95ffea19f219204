package org.qingyuan.policy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;

/// Packs, each a folder `NAME/` with a folder for each version, in which `policy.yaml` lies. Immutable.
public final class Policies {
    private static final String FILE = "policy.yaml";

    /// A pack is read by people; one that is larger is something else.
    private static final long MAX_BYTES = 4L << 20;

    private static final int MAX_FILES = 1000;

    private final List<Policy> all;

    private Policies(List<Policy> all) {
        this.all = List.copyOf(all);
    }

    /// The packs that come with the program.
    ///
    /// @throws IllegalStateException when the program's own files cannot be read
    public static Policies builtIn() {
        try {
            Path home = Path.of(Policies.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return packsIn(home.resolve("org/qingyuan/policy"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return packsIn(jar.getPath("org/qingyuan/policy"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the packs of the program", e);
        }
    }

    /// One pack of the user's own.
    ///
    /// @param pack its folder, which bears its name
    /// @throws Failure when anything in it is not as it must be
    /// @throws IOException when it cannot be read
    public static Policies load(Path pack) throws IOException {
        return new Policies(versions(pack));
    }

    private static Policies packsIn(Path folder) throws IOException {
        List<Policy> all = new ArrayList<>();
        for (Path pack : folders(folder)) {
            all.addAll(versions(pack));
        }
        return new Policies(all);
    }

    private static List<Policy> versions(Path pack) throws IOException {
        List<Policy> versions = new ArrayList<>();
        for (Path version : folders(pack)) {
            versions.add(version(pack, version));
        }
        if (versions.isEmpty()) {
            throw new NoSuchFileException(pack.resolve("1").resolve(FILE).toString());
        }
        versions.sort(Comparator.comparing(Policy::from).thenComparing(Policy::version));
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i - 1).isInForce(versions.get(i).from())) {
                throw rejected(pack, RejectReason.BAD_PERIOD, versions.get(i).version());
            }
        }
        return versions;
    }

    private static Policy version(Path pack, Path version) throws IOException {
        String name = name(pack);
        String file = name + "/" + name(version) + "/" + FILE;
        Policy policy = PolicyReader.read(file, text(version.resolve(FILE), file), sha256(version));
        if (!policy.name().equals(name)) {
            throw rejected(version, RejectReason.BAD_VALUE, "name = " + policy.name());
        }
        if (!policy.version().equals(name(version))) {
            throw rejected(version, RejectReason.BAD_VALUE, "version = " + policy.version());
        }
        return policy;
    }

    private static String text(Path path, String file) throws IOException {
        if (Files.size(path) > MAX_BYTES) {
            throw rejected(path, RejectReason.BAD_VALUE, Files.size(path) + " B");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Failure(
                    ErrorCode.POLICY_REJECTED,
                    Map.of("where", file, "reject", RejectReason.BAD_ENCODING.word(), "what", "UTF-8"),
                    e);
        }
    }

    private static Failure rejected(Path where, RejectReason reason, String what) {
        return new Failure(
                ErrorCode.POLICY_REJECTED, Map.of("where", where.toString(), "reject", reason.word(), "what", what));
    }

    private static String sha256(Path folder) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
        for (Path file : entries(folder)) {
            if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
                throw rejected(file, RejectReason.BAD_STRUCTURE, name(file));
            }
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> folders(Path folder) throws IOException {
        return entries(folder).stream().filter(Files::isDirectory).toList();
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            for (Path entry : stream) {
                entries.add(entry);
                if (entries.size() > MAX_FILES) {
                    throw rejected(folder, RejectReason.BAD_STRUCTURE, "> " + MAX_FILES);
                }
            }
        }
        entries.sort(Comparator.comparing(Policies::name));
        return entries;
    }

    /// The last part of a path; folders in a jar end with a slash.
    private static String name(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString().replace("/", "");
    }

    /// Every version of every pack, by name, then by its first day.
    public List<Policy> all() {
        return all;
    }

    /// The policy that `NAME` or `NAME@VERSION` names.
    ///
    /// @param asOf picks the version where none is named
    /// @throws Failure when there is none, or none is in force that day
    public Policy find(String reference, LocalDate asOf) {
        int at = reference.indexOf('@');
        String name = at < 0 ? reference : reference.substring(0, at);
        List<Policy> versions =
                all.stream().filter(policy -> policy.name().equals(name)).toList();
        if (versions.isEmpty()) {
            throw unknown(ErrorCode.POLICY_UNKNOWN, reference, names());
        }
        return versions.stream()
                .filter(policy ->
                        at < 0 ? policy.isInForce(asOf) : policy.version().equals(reference.substring(at + 1)))
                .findFirst()
                .orElseThrow(() -> unknown(
                        at < 0 ? ErrorCode.POLICY_NOT_IN_FORCE : ErrorCode.POLICY_UNKNOWN,
                        at < 0 ? name + ", " + asOf : reference,
                        String.join(
                                ", ", versions.stream().map(Policy::reference).toList())));
    }

    private String names() {
        return String.join(", ", all.stream().map(Policy::name).distinct().toList());
    }

    private static Failure unknown(ErrorCode code, String where, String known) {
        return new Failure(code, Map.of("where", where, "what", known));
    }
}
