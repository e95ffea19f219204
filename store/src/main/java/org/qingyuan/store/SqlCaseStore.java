package org.qingyuan.store;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Subject;

/// Cases in a database. Any thread may use it, and other processes at the same time.
///
/// A [Failure] of a write means that nothing of it was kept, but for one: when the connection to a server breaks while
/// it commits, nobody here can know. The key of a command ([CaseWriter#isFirst]) then tells.
public final class SqlCaseStore implements CaseStore {
    private static final int MAX_TRIES = 5;

    private final Engine engine;
    private final String where;
    private final @Nullable Seal seal;
    private final boolean isSingleUser;
    private final @Nullable SealedFiles attachments;
    private final SecureRandom random;

    /// @param seal `null` where nothing that is encrypted will be read
    SqlCaseStore(Engine engine, String where, @Nullable Seal seal, boolean isSingleUser, StoreParts parts) {
        this.engine = engine;
        this.where = where;
        this.seal = seal;
        this.isSingleUser = isSingleUser;
        AttachmentFolder folder = parts.folder();
        SealedFiles.Place place = folder == null ? new AttachmentTable(this) : folder;
        this.random = parts.random();
        this.attachments = seal == null ? null : new SealedFiles(place, seal, parts.maxAttachmentBytes(), where);
    }

    /// What a store has beside its database.
    ///
    /// @param folder `null` where attachments lie in the database
    record StoreParts(@Nullable AttachmentFolder folder, int maxAttachmentBytes, SecureRandom random) {}

    @Override
    public <T> T read(Function<CaseReader, T> work) {
        return reading(session -> work.apply(new SqlTransaction(session, where)));
    }

    @Override
    public <T> T write(Function<CaseWriter, T> work) {
        return writing(session -> {
            SqlTransaction transaction = new SqlTransaction(session, where).locked(engine.lock());
            T made = work.apply(transaction);
            transaction.finish();
            return made;
        });
    }

    <T> T reading(Function<Session, T> work) {
        try {
            Connection connection = engine.reader();
            try (Session session = new Session(connection, seal)) {
                return work.apply(session);
            } finally {
                engine.giveBack(connection);
            }
        } catch (SQLException e) {
            throw failure(e);
        } catch (Trouble e) {
            throw failure(e.said());
        } catch (Seal.BrokenSeal e) {
            throw corrupt(e);
        }
    }

    <T> T writing(Function<Session, T> work) {
        for (int tries = 1; ; tries++) {
            try {
                return once(work);
            } catch (Trouble e) {
                if (tries == MAX_TRIES || !engine.isWorthAnotherTry(e.said())) {
                    throw failure(e.said());
                }
            } catch (Seal.BrokenSeal e) {
                throw corrupt(e);
            }
        }
    }

    private <T> T once(Function<Session, T> work) {
        try {
            Connection connection = engine.writer();
            try (Session session = new Session(connection, seal)) {
                T made = work.apply(session);
                session.flush();
                engine.commit(connection);
                return made;
            } finally {
                engine.giveBack(connection);
            }
        } catch (SQLException e) {
            throw new Trouble(e);
        }
    }

    Failure failure(SQLException said) {
        return new Failure(engine.code(said), Map.of("where", where, "what", engine.what(said)), said);
    }

    private Failure corrupt(RuntimeException broken) {
        return new Failure(ErrorCode.STORE_CORRUPT, Map.of("where", where, "what", "" + broken.getMessage()), broken);
    }

    @Override
    public boolean isSingleUser() {
        return isSingleUser;
    }

    @Override
    public LogHead verifyLog(Consumer<LoggedStep> listener) {
        return reading(session -> new Log(session, where).verify(listener));
    }

    /// Proves the chain without reading what is encrypted.
    LogHead proveLog() {
        return reading(session -> new Log(session, where).prove());
    }

    /// Cases of a customer, an account or an address, whatever the key, the newest first. Not bounded by any scope.
    public List<CaseFile> ofSubject(Subject subject, int atMost) {
        return reading(session -> new SqlTransaction(session, where).ofSubject(subject, atMost));
    }

    /// What belongs to cases and is no text.
    public AttachmentStore attachments() {
        return files();
    }

    SealedFiles files() {
        if (attachments == null) {
            throw new IllegalStateException("no key");
        }
        return attachments;
    }

    /// Looks at everything that is kept. Reads all of it, so it takes its time; others go on meanwhile.
    public StoreCheck.Result check() {
        return reading(session -> new StoreCheck(this, session).result());
    }

    /// Copies one state of the store into a new folder, without the key. Others go on meanwhile.
    ///
    /// @throws Failure `STORE_EXISTS` when something is there
    public void backup(Path folder) {
        new Backup(this).into(folder);
    }

    Engine engine() {
        return engine;
    }

    SecureRandom random() {
        return random;
    }

    String where() {
        return where;
    }

    @Override
    public void close() {
        engine.close();
    }

    /// Attachments as rows of the database.
    private record AttachmentTable(SqlCaseStore store) implements SealedFiles.Place {
        @Override
        public boolean has(String digest) {
            return store.reading(
                            session -> session.first("SELECT 1 FROM attachment WHERE digest = ?", row -> true, (Object)
                                    HexFormat.of().parseHex(digest)))
                    .isPresent();
        }

        @Override
        public Optional<byte[]> sealed(String digest) {
            return store.reading(session ->
                    session.first("SELECT body FROM attachment WHERE digest = ?", row -> row.getBytes(1), (Object)
                            HexFormat.of().parseHex(digest)));
        }

        @Override
        public void keep(String digest, byte[] sealed) {
            store.writing(session -> session.update(
                    "INSERT INTO attachment (digest, body) VALUES (?, ?) ON CONFLICT (digest) DO NOTHING",
                    HexFormat.of().parseHex(digest),
                    sealed));
        }

        @Override
        public void each(Consumer<String> listener) {
            store.reading(session -> {
                session.each("SELECT digest FROM attachment ORDER BY digest", row -> {
                    listener.accept(HexFormat.of().formatHex(row.getBytes(1)));
                    return true;
                });
                return true;
            });
        }
    }
}
