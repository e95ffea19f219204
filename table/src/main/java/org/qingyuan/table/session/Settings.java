package org.qingyuan.table.session;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The statements that make a database harmless: no extension from outside, no path but those given, and after the last
/// of them no other setting.
final class Settings {
    private Settings() {}

    static List<String> of(SessionOptions options, Path folder) {
        return List.of(
                "SET autoinstall_known_extensions = false",
                "SET autoload_known_extensions = false",
                "SET allow_community_extensions = false",
                "SET TimeZone = 'UTC'",
                "SET threads = " + options.threads(),
                "SET memory_limit = '" + options.memoryBytes() / 1024 + "KiB'",
                "SET temp_directory = " + Sql.text(folder.resolve("spill").toString()),
                "SET max_temp_directory_size = '" + options.spillBytes() / 1024 + "KiB'",
                "SET allowed_directories = " + Sql.list(directories(options, folder)),
                "SET allowed_paths = " + Sql.list(files(options)),
                "SET enable_external_access = false",
                "SET lock_configuration = true");
    }

    private static List<Path> directories(SessionOptions options, Path folder) {
        List<Path> directories = new ArrayList<>(options.paths());
        directories.removeIf(path -> !Files.isDirectory(path));
        directories.add(folder);
        return directories;
    }

    private static List<Path> files(SessionOptions options) {
        return options.paths().stream().filter(path -> !Files.isDirectory(path)).toList();
    }
}
