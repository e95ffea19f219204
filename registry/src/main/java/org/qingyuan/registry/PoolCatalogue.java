package org.qingyuan.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final PoolCatalogue BUILT_IN = new PoolCatalogue(null);

    /// What was read, or `null` for what comes with the program.
    private final @Nullable Content loaded;

    /// The rows, and the pool of each pattern.
    record Content(List<Pool> pools, Map<String, Pool> hosts, Map<Prefix, Pool> networks) {}

    private PoolCatalogue(@Nullable Content loaded) {
        this.loaded = loaded;
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
        Path name = file.getFileName();
        return new PoolCatalogue(
                read(name == null ? file.toString() : name.toString(), Files.newInputStream(file), rejects));
    }

    private static Content read(String name, InputStream in, Consumer<Reject> rejects) throws IOException {
        try (in) {
            return new PoolReader(name, in, rejects).read();
        }
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
            try {
                return read("pools.csv", ReferenceTable.open("pools.csv"), reject -> {
                    throw new IllegalStateException("built-in table: " + reject);
                });
            } catch (IOException e) {
                throw new UncheckedIOException("pools.csv", e);
            }
        }
    }
}
