package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.qingyuan.casework.cases.CaseStore.LogHead;
import org.qingyuan.casework.cases.CaseText;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// The log: all steps of a store in the order in which they were committed, each with the SHA-256 of the one before.
///
/// hash = SHA-256 (hash before, 32 bytes || number, 8 || case id || version, 8 || event || state || at, 8 || body),
/// where numbers are big-endian and each of the others has its length in 4 bytes in front. The body is hashed as it is
/// kept, encrypted, so the chain is proved without a key.
final class Log {
    private static final String COLUMNS = "number, case_id, version, event, state, at, body, hash";
    private static final byte[] BEFORE_THE_FIRST = new byte[32];

    private final Session session;
    private final String where;

    Log(Session session, String where) {
        this.session = session;
        this.where = where;
    }

    /// A row of the log.
    private record Link(
            long number, String caseId, long version, String event, String state, long at, byte[] body, byte[] hash) {
        static Link of(ResultSet row) throws SQLException {
            return new Link(
                    row.getLong(1),
                    row.getString(2),
                    row.getLong(3),
                    row.getString(4),
                    row.getString(5),
                    row.getLong(6),
                    row.getBytes(7),
                    row.getBytes(8));
        }

        byte[] hashAfter(byte[] before) {
            MessageDigest sum = sha256();
            sum.update(before);
            number(sum, number);
            text(sum, caseId.getBytes(UTF_8));
            number(sum, version);
            text(sum, event.getBytes(UTF_8));
            text(sum, state.getBytes(UTF_8));
            number(sum, at);
            text(sum, body);
            return sum.digest();
        }

        private static void number(MessageDigest sum, long number) {
            sum.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        }

        private static void text(MessageDigest sum, byte[] text) {
            sum.update(ByteBuffer.allocate(Integer.BYTES).putInt(text.length).array());
            sum.update(text);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The end of the log.
    ///
    /// @param lock what keeps other writers out
    LogHead head(String lock) {
        return session.first(
                        "SELECT number, hash FROM head WHERE id = 1" + lock,
                        row -> new LogHead(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2))))
                .orElseThrow(() -> new Failure(ErrorCode.STORE_UNKNOWN, Map.of("where", where, "what", "head")));
    }

    /// Adds a step after the end that is known, and gives the new end.
    LogHead append(LogHead end, Step step) {
        Link link = new Link(
                end.number() + 1,
                step.caseId(),
                step.version(),
                step.event().word(),
                step.state().word(),
                Columns.nanos(step.at()),
                session.seal().seal(place(step.caseId(), step.version()), CaseText.write(step)),
                BEFORE_THE_FIRST);
        byte[] hash = link.hashAfter(HexFormat.of().parseHex(end.hash()));
        session.later(
                link.caseId,
                "INSERT INTO step (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                link.number,
                link.caseId,
                link.version,
                link.event,
                link.state,
                link.at,
                link.body,
                hash);
        return new LogHead(link.number, HexFormat.of().formatHex(hash));
    }

    void keepHead(LogHead end) {
        session.update(
                "UPDATE head SET number = ?, hash = ? WHERE id = 1",
                end.number(),
                HexFormat.of().parseHex(end.hash()));
    }

    private static String place(String caseId, long version) {
        return "step/" + caseId + "/" + version;
    }

    java.util.List<LoggedStep> steps(String caseId) {
        return session.all(
                "SELECT " + COLUMNS + " FROM step WHERE case_id = ? ORDER BY version",
                row -> logged(Link.of(row)),
                caseId);
    }

    private LoggedStep logged(Link link) {
        Step step = CaseText.step(session.seal().open(place(link.caseId, link.version), link.body));
        if (!step.caseId().equals(link.caseId) || step.version() != link.version) {
            throw new Seal.BrokenSeal(place(link.caseId, link.version));
        }
        return new LoggedStep(link.number, step, HexFormat.of().formatHex(link.hash));
    }

    /// Proves every hash, and that the log ends where it is said to. Each step is given as soon as its hash is proved.
    LogHead verify(Consumer<LoggedStep> listener) {
        return walk(link -> listener.accept(logged(link)));
    }

    /// The same without reading the steps, so without a key.
    LogHead prove() {
        return walk(link -> {});
    }

    private LogHead walk(Consumer<Link> listener) {
        LogHead said = head("");
        long[] number = {0};
        byte[][] hash = {BEFORE_THE_FIRST};
        session.each("SELECT " + COLUMNS + " FROM step ORDER BY number", row -> {
            Link link = Link.of(row);
            number[0]++;
            if (link.number != number[0]) {
                throw broken(number[0], "");
            }
            hash[0] = link.hashAfter(hash[0]);
            if (!Arrays.equals(hash[0], link.hash)) {
                throw broken(link.number, link.caseId);
            }
            listener.accept(link);
            return true;
        });
        LogHead found = new LogHead(number[0], HexFormat.of().formatHex(hash[0]));
        if (!found.equals(said)) {
            throw broken(Math.min(found.number(), said.number()) + (found.number() == said.number() ? 0 : 1), "head");
        }
        return found;
    }

    private Failure broken(long number, String what) {
        return new Failure(ErrorCode.LOG_BROKEN, Map.of("where", where, "what", ("#" + number + " " + what).strip()));
    }
}
