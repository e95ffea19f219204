package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Reject;
import org.qingyuan.registry.PoolCatalogue;
import org.qingyuan.registry.Registry;
import org.qingyuan.traffic.References;

/// Loads what a scan looks things up in. A registry or catalogue with a row that cannot be used ends the run: whose a
/// miner is must not depend on which rows happened to be readable.
///
/// @param rejected the rows that cannot be used, empty when all is well
/// @param failure what they end the run with, `null` when all is well
public record ScanReferences(
        References references,
        List<Reject> rejected,
        @Nullable ErrorCode failure) {
    /// @param registry folder of the registry, `null` when nobody is registered
    /// @param pools file of the pool catalogue, `null` for the built-in one
    /// @throws org.qingyuan.finding.Failure when a file is missing or cannot be read
    public static ScanReferences load(@Nullable Path registry, @Nullable Path pools, ZoneId zone) {
        References builtIn = References.builtIn();
        List<Reject> rejected = new ArrayList<>();
        Registry loaded = registry == null ? builtIn.registry() : registry(registry, zone, rejected);
        ErrorCode failure = rejected.isEmpty() ? null : ErrorCode.REGISTRY_REJECTED;
        PoolCatalogue catalogue = builtIn.pools();
        if (pools != null && failure == null) {
            catalogue = pools(pools, rejected);
            failure = rejected.isEmpty() ? null : ErrorCode.POOLS_REJECTED;
        }
        References references =
                new References(loaded, builtIn.hardware(), catalogue, builtIn.networks(), builtIn.coins());
        return new ScanReferences(references, rejected, failure);
    }

    private static Registry registry(Path folder, ZoneId zone, List<Reject> rejected) {
        try {
            return Registry.load(folder, zone, rejected::add);
        } catch (IOException e) {
            throw FileFaults.reading(folder, e);
        }
    }

    private static PoolCatalogue pools(Path file, List<Reject> rejected) {
        try {
            return PoolCatalogue.load(file, rejected::add);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
    }

    /// File, line and column of a reject, as compilers write them.
    public static String place(Reject reject) {
        String column = reject.column() == null ? "" : ":" + reject.column();
        return reject.file() + (reject.line() > 0 ? ":" + reject.line() : "") + column;
    }
}
