package org.qingyuan.table.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class SessionTest {
    private static final long MEBIBYTE = 1L << 20;

    @TempDir
    Path folder;

    private Session open(Path... paths) throws IOException {
        return Session.open(new SessionOptions(folder, 256 * MEBIBYTE, 64 * MEBIBYTE, 2, List.of(paths)));
    }

    @Test
    void rowsOfALargeResultComeInTheOrderThatWasAskedFor() throws IOException {
        long[] last = {-1};
        long[] rows = {0};
        try (Session session = Session.open(SessionOptions.ofMachine(folder, 2, List.of()))) {
            session.execute("CREATE TEMP TABLE t AS SELECT (i * 7919) % 1000003 AS n, repeat('x', 100) AS text"
                    + " FROM range(1000003) r(i)");
            session.query(
                    "SELECT n, text FROM (FROM t WHERE n % 2 = 0 UNION ALL FROM t WHERE n % 2 = 1) ORDER BY n",
                    row -> {
                        assertThat(row.integer(0)).isEqualTo(last[0] + 1);
                        last[0]++;
                        rows[0]++;
                    });
        }
        assertThat(rows[0]).isEqualTo(1000003);
    }

    @Test
    void givesTypedValuesInTheOrderAsked() throws IOException {
        List<String> seen = new ArrayList<>();
        try (Session session = open()) {
            session.query(
                    "SELECT 7, 1.50::DECIMAL(9,2), DATE '2026-06-30', TIMESTAMP '2026-06-30 10:15:00', true, ['甲', NULL],"
                            + " NULL, ? FROM range(2)",
                    row -> seen.add(row.integer(0) + " " + row.decimal(1) + " " + row.date(2) + " " + row.timestamp(3)
                            + " " + row.flag(4) + " " + row.texts(5) + " " + row.optionalText(6) + " " + row.text(7)),
                    "it's");
        }
        assertThat(seen).hasSize(2).containsOnly("7 1.50 2026-06-30 2026-06-30T10:15 true [甲, ] null it's");
    }

    @Test
    void takesParametersOfEveryType() throws IOException {
        try (Session session = open()) {
            session.execute("CREATE TABLE t (a BIGINT, b DECIMAL(9,2), c DATE, d TIMESTAMP, e BOOLEAN, f VARCHAR)");
            long written = session.execute(
                    "INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)",
                    7L,
                    new BigDecimal("1.50"),
                    LocalDate.of(2026, 6, 30),
                    LocalDateTime.of(2026, 6, 30, 23, 59, 59),
                    true,
                    "甲");
            assertThat(written).isEqualTo(1);
            assertThat(session.count("SELECT count(*) FROM t WHERE a = 7 AND b = 1.50 AND c = DATE '2026-06-30'"
                            + " AND d = TIMESTAMP '2026-06-30 23:59:59' AND e AND f = '甲'"))
                    .isEqualTo(1);
        }
    }

    @Test
    void readsAndWritesOnlyWhatItWasGiven() throws IOException {
        Path given = Files.createDirectory(folder.resolve("given's"));
        Path other = Files.createDirectory(folder.resolve("other"));
        try (Session session = open(given)) {
            String inside = Sql.text(given.resolve("a.parquet").toString());
            String outside = Sql.text(other.resolve("a.parquet").toString());
            session.execute("COPY (SELECT 1 AS a) TO " + inside);
            assertThat(session.count("SELECT a FROM " + inside)).isEqualTo(1);
            assertThatThrownBy(() -> session.execute("COPY (SELECT 1 AS a) TO " + outside))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("disabled by configuration");
        }
    }

    @Test
    void keepsItsSettingsAndLoadsNothing() throws IOException {
        try (Session session = open()) {
            for (String statement : List.of(
                    "SET autoinstall_known_extensions = true", "SET enable_external_access = true", "LOAD httpfs")) {
                assertThatThrownBy(() -> session.execute(statement)).isInstanceOf(IllegalStateException.class);
            }
            assertThat(session.count("SELECT count(*) FROM duckdb_settings() WHERE name IN"
                            + " ('autoinstall_known_extensions', 'autoload_known_extensions', 'allow_community_extensions',"
                            + " 'enable_external_access') AND value = 'false'"))
                    .isEqualTo(4);
        }
    }

    @Test
    void spillsToAFolderThatOnlyItsOwnerReadsAndThatIsRemoved() throws IOException {
        Path own;
        try (Session session =
                Session.open(new SessionOptions(folder, 128 * MEBIBYTE, 1024 * MEBIBYTE, 1, List.of()))) {
            own = session.folder();
            assertThat(own).hasParent(folder);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
            session.execute("CREATE TABLE big AS SELECT md5(i::VARCHAR) AS a FROM range(6000000) r(i)");
            assertThat(own.resolve("spill")).isNotEmptyDirectory();
            assertThat(session.count("SELECT count(*) FROM big")).isEqualTo(6_000_000);
        }
        assertThat(own).doesNotExist();
    }

    @Test
    void namesAFullDiskAlsoWhenTheDriverLosesIt() throws IOException {
        try (Session session = Session.open(new SessionOptions(folder, 128 * MEBIBYTE, MEBIBYTE, 1, List.of()))) {
            String sorted = "SELECT md5(i::VARCHAR) AS a FROM range(6000000) r(i) ORDER BY a";
            assertFails(ErrorCode.DISK_FULL, () -> session.query(sorted, row -> {}));
            assertFails(ErrorCode.DISK_FULL, () -> session.execute("CREATE TABLE big AS " + sorted));
            assertThat(session.count("SELECT 1")).isEqualTo(1);
        }
    }

    @Test
    void namesAFileThatIsNoParquet() throws IOException {
        Path file = Files.writeString(folder.resolve("a.parquet"), "PAR1 but then nothing of the kind");
        try (Session session = open(folder)) {
            assertFails(
                    ErrorCode.FILE_UNREADABLE,
                    () -> session.query("FROM read_parquet(" + Sql.text(file.toString()) + ")", row -> {}));
        }
    }

    @Test
    void aWrongStatementIsOurMistakeAndShown() throws IOException {
        try (Session session = open()) {
            assertThatThrownBy(() -> session.execute("SELEC 1"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("SELEC 1");
            assertThatThrownBy(() -> session.query("SELECT CAST('x' AS DATE)", row -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("x");
        }
    }

    @Test
    void refusesToBeUsedWhileItsRowsAreRead() throws IOException {
        try (Session session = open()) {
            assertThatThrownBy(() -> session.query("SELECT 1", row -> session.execute("SELECT 2")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(session.count("SELECT 3")).isEqualTo(3);
        }
    }

    @Test
    void endsWhatRunsWhenCancelled() throws IOException {
        try (Session session = open()) {
            assertFails(
                    ErrorCode.INTERRUPTED,
                    () -> session.query("SELECT i FROM range(100000000) r(i)", row -> session.cancel()));
            assertFails(ErrorCode.INTERRUPTED, () -> session.execute("SELECT 1"));
        }
    }

    private interface Action {
        void run() throws IOException;
    }

    private static void assertFails(ErrorCode code, Action action) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
