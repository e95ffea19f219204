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
    private final List<Pool> pools;
    private final Map<String, Pool> hosts;
    private final Map<Prefix, Pool> networks;

    PoolCatalogue(List<Pool> pools, Map<String, Pool> hosts, Map<Prefix, Pool> networks) {
        this.pools = List.copyOf(pools);
        this.hosts = Map.copyOf(hosts);
        this.networks = Map.copyOf(networks);
    }

    /// The catalogue that comes with the program; read when first asked for.
    public static PoolCatalogue builtIn() {
        return BuiltIn.CATALOGUE;
    }

    /// Reads a catalogue: `name,patterns,coin,last_confirmed,source`, patterns separated by spaces. A row that cannot
    /// be used, or whose pattern another row has, is told to `rejects` and left out.
    public static PoolCatalogue load(Path file, Consumer<Reject> rejects) throws IOException {
        Path name = file.getFileName();
        return read(name == null ? file.toString() : name.toString(), Files.newInputStream(file), rejects);
    }

    private static PoolCatalogue read(String name, InputStream in, Consumer<Reject> rejects) throws IOException {
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
        return pools;
    }

    private static final class BuiltIn {
        private static final PoolCatalogue CATALOGUE = load();

        private static PoolCatalogue load() {
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
