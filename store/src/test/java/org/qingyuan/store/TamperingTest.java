package org.qingyuan.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.access.Place;
import org.qingyuan.access.Role;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// Whoever changes a store past the program is found out, and what was changed is named.
@ParameterizedClass
@EnumSource(EngineKind.class)
@org.jspecify.annotations.NullUnmarked
class TamperingTest {
    private final EngineKind kind;

    @TempDir
    Path folder;

    private StoreAddress address;
    private SqlCaseStore store;

    TamperingTest(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void make() {
        address = kind.address(folder);
        store = Stores.create(address, kind.options(folder), false);
        store.write(writer -> {
            writer.add(Made.campaign("c"));
            for (int i = 1; i <= 2; i++) {
                CaseFile file = Made.opened(Made.id(i), "c", new Place("320500", "org-" + i, "holder-" + i));
                writer.open(file, Made.first(Made.id(i), Map.of()));
                Step check = Made.check(file);
                writer.record(file.after(check), check);
            }
            writer.keep("run", List.of(Made.finding(1, "k", "o", true), Made.finding(2, "k", "o", true)));
            writer.put(Made.run("run", -1));
            writer.put(new Entry("e", "notice", Made.id(1), "", "sent", 1, Map.of("to", "x")));
            writer.put(new Contact("customer", "1", "张三", "", "", "", "zh"));
            return true;
        });
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void change(String sql, Object... values) throws Exception {
        try (Connection connection = kind.raw(address);
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            assertThat(statement.executeUpdate()).isPositive();
        }
    }

    private byte[] bytes(String sql) throws Exception {
        try (Connection connection = kind.raw(address);
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getBytes(1);
        }
    }

    private Failure broken() {
        return Objects.requireNonNull(catchThrowableOfType(Failure.class, () -> store.verifyLog(step -> {})));
    }

    private void assertBroken(int number) {
        Failure broken = broken();
        assertThat(broken.code()).isEqualTo(ErrorCode.LOG_BROKEN);
        assertThat("" + broken.arguments().get("what")).startsWith("#" + number + " ");
        Failure proved = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.proveLog(address, kind.options(folder))));
        assertThat(proved.arguments().get("what")).isEqualTo(broken.arguments().get("what"));
    }

    @Test
    void aSoundStoreIsFoundSound() {
        StoreCheck.Result result = store.check();
        assertThat(result.problems()).isEmpty();
        assertThat(result.isSound()).isTrue();
        assertThat(result.cases()).isEqualTo(2);
        assertThat(result.findings()).isEqualTo(2);
        assertThat(result.head()).isEqualTo(store.verifyLog(step -> {}));
    }

    @Test
    void everyChangedByteOfAStepIsFoundAndNamed() throws Exception {
        for (String column : List.of("body", "hash")) {
            byte[] before = bytes("SELECT " + column + " FROM step WHERE number = 3");
            try (Connection connection = kind.raw(address);
                    PreparedStatement statement =
                            connection.prepareStatement("UPDATE step SET " + column + " = ? WHERE number = 3")) {
                for (int i = 0; i < before.length; i++) {
                    byte[] after = before.clone();
                    after[i] ^= (byte) (1 << i % 8);
                    statement.setBytes(1, after);
                    assertThat(statement.executeUpdate()).isEqualTo(1);
                    Failure broken = broken();
                    assertThat(broken.code()).isEqualTo(ErrorCode.LOG_BROKEN);
                    assertThat("" + broken.arguments().get("what")).startsWith("#3 ");
                }
                statement.setBytes(1, before);
                statement.executeUpdate();
            }
        }
        store.verifyLog(step -> {});
    }

    @Test
    void everyChangedColumnOfAStepIsFoundAndNamed() throws Exception {
        List<String> changes = List.of(
                "case_id = '" + Made.id(1) + "', version = 7",
                "version = version + 1",
                "event = 'checl'",
                "state = 'closed'",
                "at = at + 1");
        for (String change : changes) {
            byte[] hash = bytes("SELECT hash FROM step WHERE number = 4");
            change("UPDATE step SET " + change + " WHERE number = 4 AND hash = ?", hash);
            assertBroken(4);
            change(
                    "UPDATE step SET case_id = '" + Made.id(2)
                            + "', version = 2, event = 'check', state = 'under-check', at = ? WHERE number = 4",
                    Columns.nanos(Made.NOON.plusSeconds(1)));
        }
        store.verifyLog(step -> {});
    }

    @Test
    void aStepThatWasTakenOutOrPutInIsFound() throws Exception {
        change("DELETE FROM step WHERE number = 4");
        assertBroken(4);
        change("UPDATE head SET number = 3");
        assertBroken(3);
        change("DELETE FROM step WHERE number = 2");
        assertThat("" + broken().arguments().get("what")).startsWith("#2");
    }

    @Test
    void theHeadThatWasFiledOutsideTellsWhenTheEndWasCutOffWithCare() throws Exception {
        String filed = store.verifyLog(step -> {}).hash();
        change("DELETE FROM step WHERE number = 4");
        change("UPDATE head SET number = 3, hash = (SELECT hash FROM step WHERE number = 3)");
        assertThat(store.verifyLog(step -> {}).hash()).isNotEqualTo(filed);
        assertThat(store.check().problems()).containsExactly(new StoreCheck.Problem(StoreCheck.Flaw.CASE, Made.id(2)));
    }

    @Test
    void aCaseInAnothersPlaceIsFound() throws Exception {
        byte[] other = bytes("SELECT body FROM case_file WHERE id = '" + Made.id(2) + "'");
        change("UPDATE case_file SET body = ? WHERE id = ?", other, Made.id(1));
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> store.read(reader -> reader.find(Made.id(1)))));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_CORRUPT);
        assertThat("" + failure.arguments().get("what")).contains(Made.id(1));
        assertThat(store.check().problems()).contains(new StoreCheck.Problem(StoreCheck.Flaw.CASE, Made.id(1)));
    }

    @Test
    void acaseThatWasMovedIntoAnothersSightIsNotShown() throws Exception {
        change("UPDATE case_file SET organisation = 'org-2' WHERE id = ?", Made.id(1));
        CaseQuery query = new CaseQuery(null, Set.of(), null, Made.actor(Role.ORGANISATION, "org-2"), null, 9);
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> store.read(reader -> reader.page(query))));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_CORRUPT);
        assertThat(store.check().problems()).containsExactly(new StoreCheck.Problem(StoreCheck.Flaw.CASE, Made.id(1)));
    }

    @Test
    void checkNamesEachThingThatIsWrong() throws Exception {
        String digest = store.attachments().keep(new byte[] {1, 2, 3});
        change("UPDATE case_file SET due_at = 5 WHERE id = ?", Made.id(1));
        change("UPDATE tally SET cases = 9 WHERE state = 'under-check'");
        change(
                "UPDATE placed SET digest = ? WHERE id = ?",
                new byte[32],
                java.util.HexFormat.of().parseHex(Made.finding(2, "", "", true).id()));
        change("UPDATE entry SET body = ? WHERE id = 'e'", new byte[40]);
        change("UPDATE contact SET body = ?", new byte[40]);
        change("UPDATE import_run SET body = ?", new byte[40]);
        if (address instanceof StoreAddress.Folder files) {
            Files.write(files.attachments().resolve(digest.substring(0, 2)).resolve(digest), new byte[50]);
        } else {
            change("UPDATE attachment SET body = ?", new byte[50]);
        }
        assertThat(store.check().problems())
                .extracting(StoreCheck.Problem::flaw)
                .containsExactly(
                        StoreCheck.Flaw.CASE,
                        StoreCheck.Flaw.COUNT,
                        StoreCheck.Flaw.FINDING,
                        StoreCheck.Flaw.RECORD,
                        StoreCheck.Flaw.RECORD,
                        StoreCheck.Flaw.RECORD,
                        StoreCheck.Flaw.ATTACHMENT_CHANGED);
    }

    @Test
    void nothingPersonalIsReadableInTheStore() throws Exception {
        try (Connection connection = kind.raw(address)) {
            for (String table : List.of(
                    "campaign",
                    "import_run",
                    "case_file",
                    "step",
                    "arrival",
                    "finding",
                    "placed",
                    "entry",
                    "contact")) {
                try (ResultSet rows = connection.createStatement().executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                            Object value = rows.getObject(i);
                            String text = value instanceof byte[] raw
                                    ? new String(raw, java.nio.charset.StandardCharsets.ISO_8859_1)
                                    : "" + value;
                            assertThat(text).doesNotContain("holder-", "10.0.0.1", "mining/", "content", "because");
                        }
                    }
                }
            }
        }
    }

    @Test
    void theFlagOfOneUserCannotBeSetLater() throws Exception {
        store.close();
        change("UPDATE store SET single_user = 1");
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.open(address, kind.options(folder))));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_KEY);
    }

    @Test
    void refusesAWrongKey() throws Exception {
        store.close();
        Path other = folder.resolve("other.key");
        KeyFile.readOrMake(other, new java.security.SecureRandom());
        Failure failure = Objects.requireNonNull(catchThrowableOfType(
                Failure.class, () -> Stores.open(address, kind.options(folder).withKeyFile(other))));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_KEY);
        assertThat("" + failure.arguments().get("where")).endsWith("other.key");
    }

    @Test
    void refusesTheStoreOfANewerProgram() throws Exception {
        store.close();
        change("UPDATE flyway_schema_history SET version = '2' WHERE version = '1'");
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.open(address, kind.options(folder))));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_SCHEMA);
    }

    @Test
    void isMadeOnce() {
        Failure failure = Objects.requireNonNull(
                catchThrowableOfType(Failure.class, () -> Stores.create(address, kind.options(folder), false)));
        assertThat(failure.code()).isEqualTo(ErrorCode.STORE_EXISTS);
    }
}
