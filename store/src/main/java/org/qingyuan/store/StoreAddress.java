package org.qingyuan.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Where a store is.
public sealed interface StoreAddress {
    /// A folder with the file `cases.db`, the folder `attachments` and a file `key` that says where the key lies.
    record Folder(Path path) implements StoreAddress {
        @Override
        public String text() {
            return path.toString();
        }

        Path database() {
            return path.resolve("cases.db");
        }

        Path attachments() {
            return path.resolve("attachments");
        }

        Path keyReference() {
            return path.resolve("key");
        }

        /// Beside the folder, so that who copies the folder does not copy the key.
        Path keyBeside() {
            return path.resolveSibling(path.getFileName() + ".key");
        }
    }

    /// A database of a PostgreSQL server.
    ///
    /// @param settings of the connection, only those of [#SETTINGS]
    record Server(String host, int port, String database, String user, Map<String, String> settings)
            implements StoreAddress {
        public Server {
            settings = Map.copyOf(settings);
        }

        @Override
        public String text() {
            return "postgresql://" + user + "@" + host + ":" + port + "/" + database;
        }
    }

    /// What an address may set. Others could load classes or write files.
    Set<String> SETTINGS = Set.of("sslmode", "sslrootcert", "connectTimeout", "socketTimeout", "ApplicationName");

    int MAX_LENGTH = 2048;
    int DEFAULT_PORT = 5432;

    /// As it is shown; holds no secret.
    String text();

    /// Reads a folder's name, `postgresql://USER@HOST:PORT/DATABASE` or
    /// `jdbc:postgresql://HOST:PORT/DATABASE?user=USER`.
    ///
    /// @param base what a relative folder is below
    /// @throws Failure `CONFIGURATION` when it is neither, names a setting outside [#SETTINGS], or holds a password
    static StoreAddress parse(String text, Path base) {
        String url = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (text.isBlank() || text.length() > MAX_LENGTH) {
            throw unusable(text, "?");
        }
        if (url.startsWith("postgresql:") || url.startsWith("postgres:")) {
            return server(text, url);
        }
        if (url.contains("://") || !url.equals(text)) {
            throw unusable(text, "postgresql://USER@HOST:PORT/DATABASE");
        }
        return folder(text, base);
    }

    private static StoreAddress folder(String text, Path base) {
        try {
            Path path = base.resolve(text).toAbsolutePath().normalize();
            if (path.getFileName() == null) {
                throw unusable(text, "/");
            }
            return new Folder(path);
        } catch (InvalidPathException e) {
            throw unusable(text.replace('\0', '?'), "?");
        }
    }

    private static StoreAddress server(String text, String url) {
        try {
            URI uri = new URI(url);
            String information = uri.getRawUserInfo() == null ? "" : uri.getUserInfo();
            if (information.contains(":")) {
                throw unusable(withoutSecret(text), "--password-file");
            }
            Map<String, String> settings = settings(text, uri.getRawQuery());
            String named = settings.remove("user");
            String user = information.isEmpty() && named != null ? named : information;
            String path = uri.getPath();
            if (uri.getHost() == null || user.isEmpty() || path == null || !path.matches("/[^/\\p{Cntrl}]{1,63}")) {
                throw unusable(withoutSecret(text), "postgresql://USER@HOST:PORT/DATABASE");
            }
            int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
            if (port < 1 || port > 65_535) {
                throw unusable(withoutSecret(text), "" + port);
            }
            return new Server(uri.getHost(), port, path.substring(1), user, settings);
        } catch (URISyntaxException e) {
            throw unusable(withoutSecret(text), "postgresql://USER@HOST:PORT/DATABASE");
        }
    }

    private static Map<String, String> settings(String text, @org.jspecify.annotations.Nullable String query) {
        Map<String, String> settings = new TreeMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(text, equals < 0 ? pair : pair.substring(0, equals));
            if (name.equals("password")) {
                throw unusable(withoutSecret(text), "--password-file");
            }
            if (equals < 0 || !SETTINGS.contains(name) && !name.equals("user")) {
                throw unusable(withoutSecret(text), name);
            }
            settings.put(name, decoded(text, pair.substring(equals + 1)));
        }
        return settings;
    }

    private static String decoded(String text, String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw unusable(withoutSecret(text), "%");
        }
    }

    /// What stands before the user's end and after the question mark is left out: there a password would be.
    private static String withoutSecret(String text) {
        int question = text.indexOf('?');
        String address = question < 0 ? text : text.substring(0, question);
        return address.replaceFirst("//.*@", "//");
    }

    private static Failure unusable(String text, String what) {
        String shown = text.length() > 200 ? text.substring(0, 200) : text;
        return new Failure(ErrorCode.CONFIGURATION, Map.of("where", "--data " + shown, "what", what));
    }
}
