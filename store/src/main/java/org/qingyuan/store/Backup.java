package org.qingyuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// A copy of a store as a folder that is itself a store: `cases.db` and `attachments`. The same from both engines, so
/// it
/// can be opened where it lies once the key is named. The database is copied first: an attachment is there before a
/// step names it, so what is copied after lacks none.
final class Backup {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SqlCaseStore store;

    Backup(SqlCaseStore store) {
        this.store = store;
    }

    void into(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (Files.exists(whole)) {
            throw new Failure(ErrorCode.STORE_EXISTS, Map.of("where", whole.toString(), "what", ""));
        }
        Path unfinished = whole.resolveSibling(whole.getFileName() + ".partial");
        try {
            PrivateFiles.remove(unfinished);
            PrivateFiles.folder(unfinished);
            StoreAddress.Folder target = new StoreAddress.Folder(unfinished);
            copyDatabase(target.database());
            copyAttachments(target);
            PrivateFiles.sync(unfinished);
            Files.move(unfinished, whole, StandardCopyOption.ATOMIC_MOVE);
            PrivateFiles.sync(whole.getParent());
        } catch (IOException e) {
            PrivateFiles.remove(unfinished);
            throw AttachmentFolder.diskFailure(e, whole);
        } catch (RuntimeException e) {
            PrivateFiles.remove(unfinished);
            throw e;
        }
    }

    private void copyDatabase(Path file) throws IOException {
        PrivateFiles.file(file);
        switch (store.engine()) {
            case SqliteEngine sqlite -> vacuum(sqlite, file);
            case PostgresEngine postgres -> copyTables(file);
        }
        PrivateFiles.sync(file);
    }

    private void vacuum(SqliteEngine sqlite, Path file) {
        try {
            sqlite.copyInto(file);
        } catch (SQLException e) {
            throw store.failure(e);
        }
    }

    private void copyTables(Path file) {
        try (SqliteEngine copy = new SqliteEngine(file, PATIENCE)) {
            Schema.migrate(copy, file.toString());
            store.reading(from -> intoOne(copy, from));
            settle(copy);
        } catch (Trouble e) {
            throw store.failure(e.said());
        }
    }

    private static void settle(SqliteEngine copy) {
        try {
            copy.close();
            copy.settle();
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    private static boolean intoOne(Engine copy, Session from) {
        try {
            Connection connection = copy.writer();
            try (Session to = new Session(connection, null)) {
                TableCopy.copy(from, to);
                copy.commit(connection);
                return true;
            } finally {
                copy.giveBack(connection);
            }
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    private void copyAttachments(StoreAddress.Folder target) throws IOException {
        PrivateFiles.folder(target.attachments());
        copyAttachments(store.files().place(), new AttachmentFolder(target.attachments(), store.random()));
    }

    /// Copies what is there, sealed as it is.
    static void copyAttachments(SealedFiles.Place from, SealedFiles.Place to) {
        java.util.List<String> digests = new java.util.ArrayList<>();
        from.each(digests::add);
        for (String digest : digests) {
            Optional<byte[]> sealed = from.sealed(digest);
            if (sealed.isPresent() && SealedFiles.isDigest(digest) && !to.has(digest)) {
                to.keep(digest, sealed.get());
            }
        }
    }
}
