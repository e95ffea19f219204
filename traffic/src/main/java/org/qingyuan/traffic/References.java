package org.qingyuan.traffic;

import org.qingyuan.registry.Coins;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.registry.NetworkDifficulty;
import org.qingyuan.registry.PoolCatalogue;
import org.qingyuan.registry.Registry;

/// What a scan looks things up in: who owns addresses, and the dated reference tables.
public record References(
        Registry registry, HardwareTable hardware, PoolCatalogue pools, NetworkDifficulty networks, Coins coins) {
    /// Nobody registered, tables as they come with the program.
    public static References builtIn() {
        return new References(
                Registry.empty(),
                HardwareTable.builtIn(),
                PoolCatalogue.builtIn(),
                NetworkDifficulty.builtIn(),
                Coins.builtIn());
    }
}
