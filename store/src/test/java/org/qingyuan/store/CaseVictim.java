package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;

/// A process that brings findings, does what is due, or makes a backup, and tells when it begins and when it is done.
final class CaseVictim {
    private CaseVictim() {}

    /// @param arguments address, file of the key, file of the password or `-`, then `bring ROUND`, `tick` or `backup
    /// FOLDER`
    public static void main(String[] arguments) {
        StoreAddress address = StoreAddress.parse(arguments[0], Path.of("/"));
        StoreOptions options = Made.options().withKeyFile(Path.of(arguments[1]));
        if (!arguments[2].equals("-")) {
            options = options.withPasswordFile(Path.of(arguments[2]));
        }
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, UTF_8);
        try (SqlCaseStore store = Stores.open(address, options)) {
            Work work = new Work(store);
            out.println("begins");
            switch (arguments[3]) {
                case "bring" -> work.bring(Integer.parseInt(arguments[4]));
                case "tick" -> work.tick();
                case "backup" -> store.backup(Path.of(arguments[4]));
                default -> throw new IllegalArgumentException(arguments[3]);
            }
            out.println("done");
        }
    }
}
