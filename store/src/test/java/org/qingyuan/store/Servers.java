package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server of its own for one run of the tests: a cluster in a short temporary folder, on 127.0.0.1 with a
/// free port and a random password, stopped and removed when the JVM ends.
final class Servers {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static @Nullable Servers started;

    private final Path folder;
    private final int port;
    private final String password;
    private final Path passwordFile;
    private String model = "";

    private Servers() throws Exception {
        Path binaries = binaries();
        this.folder = Files.createTempDirectory("qy");
        this.port = freePort();
        byte[] secret = new byte[16];
        new SecureRandom().nextBytes(secret);
        this.password = HexFormat.of().formatHex(secret);
        this.passwordFile = folder.resolve("password");
        Files.writeString(passwordFile, password);
        own(folder);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(binaries)));
        run(
                binaries.resolve("initdb").toString(),
                "-D",
                data(),
                "-U",
                "qy",
                "-E",
                "UTF8",
                "--locale=C",
                "-A",
                "scram-sha-256",
                "-N",
                "--pwfile=" + passwordFile);
        Files.writeString(
                Path.of(data(), "postgresql.conf"),
                "\nport = " + port + "\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '" + folder
                        + "'\nmax_connections = 60\n",
                StandardOpenOption.APPEND);
        run(binaries.resolve("pg_ctl").toString(), "-D", data(), "-l", folder + "/log", "-w", "start");
    }

    /// The newest from 15 on that Debian has installed.
    private static Path binaries() throws IOException {
        Path all = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(all)) {
            try (Stream<Path> versions = Files.list(all)) {
                return versions.filter(each -> Files.isExecutable(each.resolve("bin/initdb")))
                        .filter(each -> Integer.parseInt(each.getFileName().toString()) >= 15)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(Servers::missing)
                        .resolve("bin");
            }
        }
        throw missing();
    }

    private static AssertionError missing() {
        return new AssertionError("no PostgreSQL 15 or newer under /usr/lib/postgresql: install postgresql-15");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /// The server refuses to run as root.
    private static void own(Path folder) throws Exception {
        if (isRoot()) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.setOwner(
                            file,
                            file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
                }
            }
        }
    }

    private void run(String... command) throws Exception {
        List<String> line = new ArrayList<>();
        if (isRoot()) {
            line.addAll(List.of("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"));
        }
        line.addAll(List.of(command));
        Path said = Files.createTempFile(folder, "said", "");
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            fail(line + ": " + new String(Files.readAllBytes(said), UTF_8));
        }
    }

    private void stop(Path binaries) {
        try {
            run(binaries.resolve("pg_ctl").toString(), "-D", data(), "-m", "immediate", "-w", "stop");
        } catch (Exception | AssertionError e) {
            System.err.println(e.getMessage());
        } finally {
            PrivateFiles.remove(folder);
        }
    }

    static synchronized Servers running() {
        try {
            Servers running = started;
            if (running == null) {
                running = new Servers();
                started = running;
            }
            return running;
        } catch (Exception e) {
            throw new AssertionError("PostgreSQL does not start", e);
        }
    }

    Path passwordFile() {
        return passwordFile;
    }

    /// A new database without tables.
    StoreAddress.Server empty() {
        return named("");
    }

    /// A new database with empty tables; to copy them is faster than to make them.
    synchronized StoreAddress.Server database() {
        if (model.isEmpty()) {
            StoreAddress.Server made = empty();
            try (PostgresEngine engine = PostgresEngine.of(made, password, java.time.Duration.ofSeconds(20))) {
                Schema.migrate(engine, "model");
            }
            model = " TEMPLATE " + made.database();
        }
        return named(model);
    }

    private StoreAddress.Server named(String template) {
        String name = "s" + DATABASES.incrementAndGet();
        execute("postgres", "CREATE DATABASE " + name + template);
        return new StoreAddress.Server("127.0.0.1", port, name, "qy", Map.of());
    }

    void execute(String database, String... statements) {
        try (Connection connection = connection(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    Connection connection(String database) throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, "qy", password);
    }
}
