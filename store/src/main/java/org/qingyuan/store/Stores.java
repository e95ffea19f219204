package org.qingyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Makes, opens and restores stores.
///
/// Every method throws [Failure]: `STORE_UNKNOWN` where none is, `STORE_EXISTS` where one must not be, `STORE_KEY`,
/// `STORE_SCHEMA` when a newer program made it, `STORE_READ_ONLY`, `STORE_CORRUPT`, `STORE_LOCKED`,
/// `STORE_UNREACHABLE`, `DISK_FULL`, `STORE_FAILED`.
public final class Stores {
    private static final byte[] NO_STEP = new byte[32];
    private static final int SALT_BYTES = 16;
    private static final int MAX_PASSWORD_BYTES = 1024;

    private Stores() {}

    /// The row that tells that a store was made whole.
    private record Made(byte[] salt, byte[] proof, boolean isSingleUser) {}

    /// Makes an empty store. A key is made too where none is; it never lies in the store's folder.
    ///
    /// @param isSingleUser whether maker and checker may be one person; cannot be changed later
    public static SqlCaseStore create(StoreAddress address, StoreOptions options, boolean isSingleUser) {
        Path keyFile = KeyFile.of(address, options);
        prepare(address, keyFile);
        Engine engine = engine(address, options);
        return closedOnFailure(engine, address, () -> {
            makeTables(engine, address);
            byte[] salt = new byte[SALT_BYTES];
            options.random().nextBytes(salt);
            Seal seal = new Seal(KeyFile.readOrMake(keyFile, options.random()), salt, options.random());
            inOne(engine, session -> {
                session.update("INSERT INTO head (id, number, hash) VALUES (1, 0, ?)", (Object) NO_STEP);
                session.update(
                        "INSERT INTO store (id, salt, proof, single_user) VALUES (1, ?, ?, ?)",
                        salt,
                        seal.proof(isSingleUser),
                        isSingleUser ? 1 : 0);
            });
            return store(engine, address, options, seal, isSingleUser);
        });
    }

    /// Opens a store. One of an older program is brought up to date.
    public static SqlCaseStore open(StoreAddress address, StoreOptions options) {
        requireFiles(address);
        Path keyFile = KeyFile.of(address, options);
        Engine engine = engine(address, options);
        return closedOnFailure(engine, address, () -> {
            Made made = required(engine, address);
            Seal seal = seal(made, keyFile, options.random());
            return store(engine, address, options, seal, made.isSingleUser);
        });
    }

    /// Proves the log of a store without its key.
    ///
    /// @throws Failure also `LOG_BROKEN`, which names the first step that does not fit
    public static LogHead proveLog(StoreAddress address, StoreOptions options) {
        requireFiles(address);
        Engine engine = engine(address, options);
        try (SqlCaseStore store = closedOnFailure(engine, address, () -> {
            Made made = required(engine, address);
            return store(engine, address, options, null, made.isSingleUser);
        })) {
            return store.proveLog();
        }
    }

    /// Makes a store from a backup, of the same engine or the other. Nothing is there when it fails.
    ///
    /// @param address where none is yet
    public static void restore(Path backup, StoreAddress address, StoreOptions options) {
        StoreAddress.Folder from =
                new StoreAddress.Folder(backup.toAbsolutePath().normalize());
        if (!Files.isRegularFile(from.database())) {
            throw new Failure(ErrorCode.STORE_UNKNOWN, Map.of("where", from.text(), "what", "cases.db"));
        }
        Path keyFile = KeyFile.of(address, options);
        try (SqliteEngine source = SqliteEngine.unchanging(from.database(), options.patience())) {
            closedOnFailure(source, from, () -> seal(required(source, from), keyFile, options.random()));
            switch (address) {
                case StoreAddress.Folder folder -> Restore.intoFolder(from, folder, keyFile, options);
                case StoreAddress.Server server -> intoServer(source, from, server, options);
            }
        }
    }

    private static void intoServer(
            SqliteEngine source, StoreAddress.Folder from, StoreAddress.Server server, StoreOptions options) {
        Engine engine = engine(server, options);
        closedOnFailure(engine, server, () -> {
            makeTables(engine, server);
            Made made = required(source, from);
            Seal seal = seal(made, KeyFile.of(server, options), options.random());
            try (SqlCaseStore target = store(engine, server, options, seal, made.isSingleUser);
                    SqlCaseStore copied = store(source, from, options, seal, made.isSingleUser)) {
                Backup.copyAttachments(copied.files().place(), target.files().place());
                copied.reading(read -> target.writing(write -> {
                    TableCopy.copy(read, write);
                    return true;
                }));
            }
            return true;
        });
    }

    /// Makes the tables, unless an attempt before got as far.
    private static void makeTables(Engine engine, StoreAddress address) throws SQLException {
        if (Schema.isMissing(engine, address.text())) {
            Schema.migrate(engine, address.text());
        } else if (made(engine).isPresent()) {
            throw new Failure(ErrorCode.STORE_EXISTS, Map.of("where", address.text(), "what", ""));
        }
    }

    private static void prepare(StoreAddress address, Path keyFile) {
        if (address instanceof StoreAddress.Folder folder) {
            if (keyFile.startsWith(folder.path())) {
                throw new Failure(ErrorCode.STORE_KEY, Map.of("where", keyFile.toString(), "what", folder.text()));
            }
            try {
                prepare(folder, keyFile);
            } catch (IOException e) {
                throw AttachmentFolder.diskFailure(e, folder.path());
            }
        }
    }

    private static void prepare(StoreAddress.Folder folder, Path keyFile) throws IOException {
        if (!Files.exists(folder.database()) && !isMissingOrEmpty(folder.path())) {
            throw new Failure(ErrorCode.STORE_EXISTS, Map.of("where", folder.text(), "what", ""));
        }
        PrivateFiles.folder(folder.path());
        PrivateFiles.close(folder.path());
        PrivateFiles.folder(folder.attachments());
        if (!Files.exists(folder.database())) {
            writeKeyReference(folder, folder.path(), keyFile);
            PrivateFiles.file(folder.database());
        }
        PrivateFiles.sync(folder.path());
    }

    static boolean isMissingOrEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// @param at where the folder lies now; it may get its name later
    static void writeKeyReference(StoreAddress.Folder folder, Path at, Path keyFile) throws IOException {
        Path told = keyFile.equals(folder.keyBeside()) ? folder.path().relativize(keyFile) : keyFile;
        Path reference = new StoreAddress.Folder(at).keyReference();
        Files.deleteIfExists(reference);
        PrivateFiles.file(reference);
        Files.writeString(reference, told + "\n", StandardOpenOption.WRITE);
        PrivateFiles.sync(reference);
    }

    private static void requireFiles(StoreAddress address) {
        if (address instanceof StoreAddress.Folder folder) {
            if (!Files.exists(folder.database())) {
                throw new Failure(ErrorCode.STORE_UNKNOWN, Map.of("where", folder.text(), "what", "cases.db"));
            }
            if (!Files.isWritable(folder.path()) || !Files.isWritable(folder.database())) {
                throw new Failure(ErrorCode.STORE_READ_ONLY, Map.of("where", folder.text(), "what", "cases.db"));
            }
        }
    }

    private static Engine engine(StoreAddress address, StoreOptions options) {
        return switch (address) {
            case StoreAddress.Folder folder -> new SqliteEngine(folder.database(), options.patience());
            case StoreAddress.Server server ->
                PostgresEngine.of(server, password(options.passwordFile()), options.patience());
        };
    }

    private static @Nullable String password(@Nullable Path file) {
        if (file == null) {
            return null;
        }
        try {
            if (Files.size(file) > MAX_PASSWORD_BYTES) {
                throw new Failure(
                        ErrorCode.FILE_UNREADABLE,
                        Map.of("where", file.toString(), "what", "> " + MAX_PASSWORD_BYTES + " B"));
            }
            return Files.readString(file).strip();
        } catch (NoSuchFileException e) {
            throw new Failure(ErrorCode.FILE_NOT_FOUND, Map.of("where", file.toString(), "what", ""), e);
        } catch (IOException e) {
            throw new Failure(
                    ErrorCode.FILE_UNREADABLE, Map.of("where", file.toString(), "what", "" + e.getMessage()), e);
        }
    }

    private static Made required(Engine engine, StoreAddress address) throws SQLException {
        Optional<Made> made = Schema.isMissing(engine, address.text()) ? Optional.empty() : made(engine);
        return made.orElseThrow(
                () -> new Failure(ErrorCode.STORE_UNKNOWN, Map.of("where", address.text(), "what", "store")));
    }

    private static Optional<Made> made(Engine engine) throws SQLException {
        Connection connection = engine.reader();
        try (Session session = new Session(connection, null)) {
            return session.first(
                    "SELECT salt, proof, single_user FROM store WHERE id = 1",
                    row -> new Made(row.getBytes(1), row.getBytes(2), row.getLong(3) == 1));
        } finally {
            engine.giveBack(connection);
        }
    }

    private static Seal seal(Made made, Path keyFile, SecureRandom random) {
        Seal seal = new Seal(KeyFile.read(keyFile), made.salt, random);
        if (!MessageDigest.isEqual(seal.proof(made.isSingleUser), made.proof)) {
            throw new Failure(ErrorCode.STORE_KEY, Map.of("where", keyFile.toString(), "what", "≠"));
        }
        return seal;
    }

    private static SqlCaseStore store(
            Engine engine, StoreAddress address, StoreOptions options, @Nullable Seal seal, boolean isSingleUser) {
        AttachmentFolder folder = null;
        if (address instanceof StoreAddress.Folder files) {
            folder = new AttachmentFolder(files.attachments(), options.random());
            folder.removeAbandoned();
        }
        return new SqlCaseStore(
                engine,
                address.text(),
                seal,
                isSingleUser,
                new SqlCaseStore.StoreParts(folder, options.maxAttachmentBytes(), options.random()));
    }

    private static void inOne(Engine engine, java.util.function.Consumer<Session> work) throws SQLException {
        Connection connection = engine.writer();
        try (Session session = new Session(connection, null)) {
            work.accept(session);
            engine.commit(connection);
        } finally {
            engine.giveBack(connection);
        }
    }

    /// Work that may hear from the database.
    @FunctionalInterface
    private interface Opening<T> {
        T run() throws SQLException;
    }

    private static <T> T closedOnFailure(Engine engine, StoreAddress address, Opening<T> work) {
        try {
            return work.run();
        } catch (SQLException e) {
            engine.close();
            throw new Failure(engine.code(e), Map.of("where", address.text(), "what", engine.what(e)), e);
        } catch (Trouble e) {
            engine.close();
            SQLException said = e.said();
            throw new Failure(engine.code(said), Map.of("where", address.text(), "what", engine.what(said)), said);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    /// Restores into a folder: under another name first, which then takes its own.
    private static final class Restore {
        static void intoFolder(StoreAddress.Folder from, StoreAddress.Folder to, Path keyFile, StoreOptions options) {
            Path unfinished = to.path().resolveSibling(to.path().getFileName() + ".partial");
            try {
                if (!isMissingOrEmpty(to.path())) {
                    throw new Failure(ErrorCode.STORE_EXISTS, Map.of("where", to.text(), "what", ""));
                }
                PrivateFiles.remove(unfinished);
                copy(from, to, unfinished, keyFile, options);
                Files.deleteIfExists(to.path());
                Files.move(unfinished, to.path(), StandardCopyOption.ATOMIC_MOVE);
                PrivateFiles.sync(to.path().getParent());
            } catch (IOException e) {
                PrivateFiles.remove(unfinished);
                throw AttachmentFolder.diskFailure(e, to.path());
            }
        }

        private static void copy(
                StoreAddress.Folder from, StoreAddress.Folder to, Path unfinished, Path keyFile, StoreOptions options)
                throws IOException {
            StoreAddress.Folder files = new StoreAddress.Folder(unfinished);
            PrivateFiles.folder(files.attachments());
            PrivateFiles.close(unfinished);
            PrivateFiles.file(files.database());
            Files.copy(from.database(), files.database(), StandardCopyOption.REPLACE_EXISTING);
            PrivateFiles.close(files.database());
            PrivateFiles.sync(files.database());
            Backup.copyAttachments(
                    new AttachmentFolder(from.attachments(), options.random()),
                    new AttachmentFolder(files.attachments(), options.random()));
            writeKeyReference(to, unfinished, keyFile);
            PrivateFiles.sync(unfinished);
        }
    }
}
