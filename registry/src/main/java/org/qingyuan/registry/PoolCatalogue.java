package org.qingyuan.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Reject;

/// Known pools by host name and address (`pools.csv`, or a file of the same shape). It gives a conversation that was
/// recognised by its content the name of its pool; nobody is found by it. Immutable.
public final class PoolCatalogue {
    private static final PoolCatalogue BUILT_IN = new PoolCatalogue(null, null);

    /// What was read, or `null` for what comes with the program.
    private final @Nullable Content loaded;

    /// The rows, and the pool of each pattern.
    record Content(List<Pool> pools, Map<String, Pool> hosts, Map<Prefix, Pool> networks) {}

    private final @Nullable Source source;

    /// Where a catalogue comes from.
    ///
    /// @param file its name without folders
    /// @param sha256 of its bytes, hexadecimal
    public record Source(String file, String sha256) {}

    private PoolCatalogue(@Nullable Content loaded, @Nullable Source source) {
        this.loaded = loaded;
        this.source = source;
    }

    /// The catalogue that comes with the program; read with the first question.
    public static PoolCatalogue builtIn() {
        return BUILT_IN;
    }

    private Content content() {
        return loaded != null ? loaded : BuiltIn.CONTENT;
    }

    /// Reads a catalogue: `name,patterns,coin,last_confirmed,source`, patterns separated by spaces. A row that cannot
    /// be used, or whose pattern another row has, is told to `rejects` and left out.
    public static PoolCatalogue load(Path file, Consumer<Reject> rejects) throws IOException {
        Path last = file.getFileName();
        String name = last == null ? file.toString() : last.toString();
        MessageDigest digest = sha256();
        Content content;
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            content = read(name, in, rejects);
        }
        return new PoolCatalogue(content, new Source(name, HexFormat.of().formatHex(digest.digest())));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The file that it was read from, `null` for the catalogue that comes with the program.
    public @Nullable Source source() {
        return source;
    }

    private static Content read(String name, InputStream in, Consumer<Reject> rejects) throws IOException {
        return new PoolReader(name, in, rejects).read();
    }

    /// The pool of a host name in any case, by its longest pattern; `null` when no pattern matches.
    public @Nullable Pool byHost(String host) {
        String name = normal(host);
        if (name.length() > HostPattern.MAX_LENGTH || name.indexOf('*') >= 0) {
            return null;
        }
        Map<String, Pool> hosts = content().hosts();
        Pool exact = hosts.get(name);
        for (int dot = name.indexOf('.'); exact == null && dot >= 0; dot = name.indexOf('.', dot + 1)) {
            exact = dot == 0 ? null : hosts.get("*" + name.substring(dot));
        }
        return exact;
    }

    private static String normal(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /// The pool of an address, by its longest network; `null` when none holds it.
    public @Nullable Pool byAddress(Address address) {
        Map<Prefix, Pool> networks = content().networks();
        if (networks.isEmpty()) {
            return null;
        }
        Pool pool = null;
        for (int bits = address.width(); pool == null && bits >= 0; bits--) {
            pool = networks.get(Prefix.around(address, bits));
        }
        return pool;
    }

    /// All pools in the order of the file.
    public List<Pool> pools() {
        return content().pools();
    }

    private static final class BuiltIn {
        private static final Content CONTENT = load();

        private static Content load() {
            try (InputStream in = ReferenceTable.open("pools.csv")) {
                return read("pools.csv", in, reject -> {
                    throw new IllegalStateException("built-in table: " + reject);
                });
            } catch (IOException e) {
                throw new UncheckedIOException("pools.csv", e);
            }
        }
    }
}
