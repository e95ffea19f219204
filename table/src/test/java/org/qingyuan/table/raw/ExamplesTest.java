package org.qingyuan.table.raw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.MappingReader;

/// The worked examples of mapping files, with the data they read.
class ExamplesTest {
    private static final TableShape CUSTOMERS = new TableShape(
            "customers",
            List.of("legal_entity", "customer_id", "kind", "id_type", "id_number", "name", "phone"),
            List.of("phone_verified_on", "address", "id_expires_on", "registered_on"));
    private static final TableShape ACCOUNTS = new TableShape(
            "accounts",
            List.of("legal_entity", "account_id", "parent_account_id", "customer_id", "account_class", "unit_kind"),
            List.of(
                    "status",
                    "freeze",
                    "currency",
                    "balance",
                    "opened_on",
                    "branch",
                    "closed_on",
                    "last_activity_on",
                    "products"));
    private static final TableShape TRANSACTIONS = new TableShape(
            "transactions",
            List.of("transaction_id", "account_id", "booked_at", "code", "direction", "amount"),
            List.of("channel", "reversal_of"));

    @TempDir
    Path temporary;

    private static Path examples() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/examples"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder.resolve("docs/examples/mapping");
    }

    private static Mapping mapping(Path folder) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (TableShape shape : List.of(CUSTOMERS, ACCOUNTS, TRANSACTIONS)) {
            columns.put(shape.name(), shape.columns());
        }
        return new MappingReader(columns).read(folder.resolve("mapping.yaml"));
    }

    @Test
    void readsAWarehousesUnloadInGb18030WithEscapes() throws IOException {
        Path folder = examples().resolve("escape-gb18030");
        Mapping mapping = mapping(folder);
        assertThat(mapping.facts().extractedOn()).isEqualTo(LocalDate.of(2026, 6, 30));
        assertThat(mapping.facts().transactionsFrom()).isEqualTo(LocalDate.of(2023, 1, 1));
        assertThat(mapping.facts().accountsComplete()).isTrue();
        assertThat(mapping.facts().lastActivityCounts()).containsExactly("01", "02", "03");
        try (Reading reading = Reading.of(temporary, folder, mapping, CUSTOMERS, ACCOUNTS, TRANSACTIONS)) {
            assertThat(reading.tables().values()).allSatisfy(table -> {
                assertThat(table.faults()).isEmpty();
                assertThat(table.rejected()).isZero();
            });
            assertThat(reading.rows("raw_customers", CUSTOMERS.columns()))
                    .containsExactly(
                            "1@1 0001|C00000001|person|resident_id|110101199003078515|张三丰|13800000001|2019-03-01"
                                    + "|北京市东城区东华门街道１号|9999-12-31|2015-01-01",
                            "2@2 0001|C00000002|person|resident_id|11010119900307889X|王𠮷|13800000002||北京市|西城区"
                                    + "|2025-01-01|2016-02-29",
                            "3@3 0001|C00000003|person|passport|E12345678|俅畖||||missing|2017-06-30",
                            "4@4 0001|C00000004|unit|uscc|91350211M000100Y43|清源测试有限公司|||厦门市|9999-12-31"
                                    + "|2018-01-01");
            assertThat(reading.rows("raw_accounts", ACCOUNTS.columns()))
                    .containsExactly(
                            "1@1 0001|6217000000000000001||C00000001|I||normal|none|CNY|-123.45|2015-01-01|0101|||loan;wealth",
                            "2@2 0001|6217000000000000002||C00000002|I||dormant|none|CNY|0.05|2016-02-29|0101||2020-01-01|",
                            "3@3 0001|6217000000000000003|6217000000000000001|C00000001|||normal|both|USD|1000.00"
                                    + "|2019-01-01|0102|||",
                            "4@4 0001|3500000000000000004||C00000004||basic|long_suspended|none|CNY|0.00|2018-01-01|0102"
                                    + "|2026-01-01||pension");
            assertThat(reading.rows("raw_transactions", TRANSACTIONS.columns()))
                    .containsExactly(
                            "1@1 T000000001|6217000000000000001|2026-01-05T10:15:00|02|debit|100.00|01|",
                            "2@2 T000000002|6217000000000000001|2026-03-21|08|credit|0.17||",
                            "3@3 T000000003|6217000000000000002|2026-06-30T23:59:59|01|credit|500.00|06|T000000001");
        }
    }

    @Test
    void readsAReportToolsExportWithBarsAndFen() throws IOException {
        Path folder = examples().resolve("bars-fen");
        try (Reading reading = Reading.of(temporary, folder, mapping(folder), CUSTOMERS, ACCOUNTS, TRANSACTIONS)) {
            assertThat(reading.tables()).containsOnlyKeys("customers", "accounts");
            assertThat(reading.table("accounts").files().getFirst().format()).isEqualTo("csv.gz");
            assertThat(reading.table("accounts").columns()).containsEntry("branch", ColumnType.ABSENT);
            assertThat(reading.rows("raw_customers", CUSTOMERS.columns()))
                    .containsExactly(
                            "1@2 0001|C1|person|resident_id|110101199003078515|李四|+86 138-0000-0003|2019-03-01"
                                    + "|上海市|黄浦区 @ 1号|2099-12-31|2015-01-01",
                            "2@3 0001|C2|person|resident_id||王五|13800000004|||missing|2016-02-29",
                            "3@4 0001|C3|unit|uscc|91350211M000100Y43|清源@测试|||厦门市|9999-12-31|2018-01-01");
            assertThat(reading.rows("raw_accounts", ACCOUNTS.columns()))
                    .containsExactly(
                            "1@2 0001|6217000000000000011||C1|I||normal|none|CNY|12345.67|2015-01-01|~|~|~"
                                    + "|social_security;loan",
                            "2@3 0001|6217000000000000012||C2|II||dormant|none|CNY|-0.05|2016-02-29|~|~|~|",
                            "3@4 0001|3500000000000000013||C3|||long_suspended|none|CNY|0.00|2018-01-01|~|~|~|");
        }
    }
}
