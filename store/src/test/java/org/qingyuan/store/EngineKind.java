package org.qingyuan.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Each engine, for tests that hold for both.
enum EngineKind {
    SQLITE {
        @Override
        StoreAddress address(Path folder) {
            return new StoreAddress.Folder(folder.resolve("data"));
        }

        @Override
        StoreOptions options(Path folder) {
            return Made.options();
        }

        @Override
        Connection raw(StoreAddress address) throws SQLException {
            return DriverManager.getConnection("jdbc:sqlite:" + ((StoreAddress.Folder) address).database());
        }
    },
    POSTGRES {
        @Override
        StoreAddress address(Path folder) {
            return Servers.running().database();
        }

        @Override
        StoreOptions options(Path folder) {
            return Made.options()
                    .withKeyFile(folder.resolve("key.hex"))
                    .withPasswordFile(Servers.running().passwordFile());
        }

        @Override
        Connection raw(StoreAddress address) throws SQLException {
            return Servers.running().connection(((StoreAddress.Server) address).database());
        }
    };

    /// Where a store can be made.
    abstract StoreAddress address(Path folder);

    abstract StoreOptions options(Path folder);

    /// Past the store, as somebody else would.
    abstract Connection raw(StoreAddress address) throws SQLException;
}
