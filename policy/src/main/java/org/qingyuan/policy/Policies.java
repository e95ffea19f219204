package org.qingyuan.policy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;

/// Packs, each a folder `NAME/` with a folder for each version, in which `policy.yaml` lies and, where the pack
/// says how cases go, `cases.yaml`, `holidays.csv` and `letters/`. Immutable.
public final class Policies {
    private static final String FILE = "policy.yaml";

    private final List<Policy> all;

    private Policies(List<Policy> all) {
        this.all = List.copyOf(all);
    }

    /// The packs that come with the program.
    ///
    /// @throws IllegalStateException when the program's own files cannot be read
    public static Policies builtIn() {
        return inProgram(Policies::packsIn);
    }

    /// Everything that is wrong with a pack of the program; empty when nothing is.
    ///
    /// @param name without version
    /// @throws Failure when there is none of that name
    public static List<Failure> checkBuiltIn(String name) {
        return inProgram(home -> {
            for (Path pack : folders(home)) {
                if (PackFiles.lastName(pack).equals(name)) {
                    return check(pack);
                }
            }
            List<String> known = folders(home).stream().map(PackFiles::lastName).toList();
            throw unknown(ErrorCode.POLICY_UNKNOWN, name, String.join(", ", known));
        });
    }

    private interface Reading<T> {
        T of(Path folder) throws IOException;
    }

    private static <T> T inProgram(Reading<T> reading) {
        try {
            Path home = Path.of(Policies.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            if (Files.isDirectory(home)) {
                return reading.of(home.resolve("org/qingyuan/policy"));
            }
            try (FileSystem jar = FileSystems.newFileSystem(home)) {
                return reading.of(jar.getPath("org/qingyuan/policy"));
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

    /// Everything that is wrong with a pack, as far as it can be read: the first mistake of each `policy.yaml`, every
    /// one of the other files. Each is a [ErrorCode#POLICY_REJECTED] that names file, line where there is one, reason
    /// and value.
    ///
    /// @param pack its folder, which bears its name
    /// @throws IOException when it cannot be read
    public static List<Failure> check(Path pack) throws IOException {
        Problems problems = new Problems();
        try {
            versions(pack, problems);
        } catch (Failure e) {
            problems.add(e);
        }
        return problems.all();
    }

    private static Policies packsIn(Path folder) throws IOException {
        List<Policy> all = new ArrayList<>();
        for (Path pack : folders(folder)) {
            all.addAll(versions(pack));
        }
        return new Policies(all);
    }

    private static List<Policy> versions(Path pack) throws IOException {
        Problems problems = new Problems();
        List<Policy> versions = versions(pack, problems);
        problems.throwFirst();
        return versions;
    }

    private static List<Policy> versions(Path pack, Problems problems) throws IOException {
        List<Policy> versions = new ArrayList<>();
        List<Path> folders = folders(pack);
        for (Path version : folders) {
            version(pack, version, problems).ifPresent(versions::add);
        }
        if (folders.isEmpty()) {
            throw new NoSuchFileException(pack.resolve("1").resolve(FILE).toString());
        }
        versions.sort(Comparator.comparing(Policy::from).thenComparing(Policy::version));
        for (int i = 1; i < versions.size(); i++) {
            if (versions.get(i - 1).isInForce(versions.get(i).from())) {
                problems.add(
                        PackFiles.lastName(pack),
                        0,
                        RejectReason.BAD_PERIOD,
                        versions.get(i).version());
            }
        }
        return versions;
    }

    private static Optional<Policy> version(Path pack, Path folder, Problems problems) throws IOException {
        String name = PackFiles.lastName(pack);
        String version = PackFiles.lastName(folder);
        PackFiles files = PackFiles.of(name + "/" + version, folder);
        if (!files.has(FILE)) {
            throw new NoSuchFileException(folder.resolve(FILE).toString());
        }
        Problems ofCases = new Problems();
        Optional<CaseRules> cases = CasesReader.read(files, ofCases);
        Optional<Policy> policy =
                problems.read(Optional.empty(), () -> Optional.of(policy(files, name, version, cases.orElse(null))));
        ofCases.all().forEach(problems::add);
        if (ofCases.count() == 0
                && cases.isEmpty()
                && policy.isPresent()
                && !policy.get().judgesAccounts()) {
            problems.add(files.label(FILE), 0, RejectReason.BLANK_VALUE, "rules");
        }
        return policy;
    }

    private static Policy policy(PackFiles files, String name, String version, @Nullable CaseRules cases) {
        String text = Objects.requireNonNull(files.text(FILE));
        Policy policy = PolicyReader.read(files.label(FILE), text, files.sha256(), cases);
        if (!policy.name().equals(name)) {
            throw PackFiles.rejected(files.label(FILE), RejectReason.BAD_VALUE, "name = " + policy.name());
        }
        if (!policy.version().equals(version)) {
            throw PackFiles.rejected(files.label(FILE), RejectReason.BAD_VALUE, "version = " + policy.version());
        }
        return policy;
    }

    private static List<Path> folders(Path folder) throws IOException {
        return PackFiles.entries(folder).stream().filter(Files::isDirectory).toList();
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
