package org.qingyuan.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.qingyuan.accounts.extract.CanonicalTable;

/// A small bank in which every value is likely to lie on a border, and rows to speak of each other.
final class RandomBank {
    private static final LocalDate AS_OF = Bank.AS_OF;
    private static final List<LocalDate> DAYS = List.of(
            AS_OF.minusYears(3),
            AS_OF.minusYears(3).plusDays(1),
            AS_OF.minusYears(3).minusDays(1),
            AS_OF.minusYears(8),
            AS_OF.minusMonths(6),
            AS_OF.minusMonths(6).plusDays(1),
            AS_OF.minusDays(30),
            AS_OF.minusDays(31),
            AS_OF.minusDays(30).minusYears(1),
            AS_OF.minusDays(29).minusYears(1),
            AS_OF.minusDays(10),
            AS_OF.minusDays(90),
            AS_OF.minusDays(91),
            AS_OF,
            AS_OF.plusDays(1),
            LocalDate.of(2011, 1, 1));
    private static final List<String> NUMBERS = List.of(
            "110101196001010011",
            "110101600101001",
            "１１０１０１１９６００１０１００１1",
            "11010119600101001 1",
            "11010120080630001X",
            "11010120080630001x",
            "110101200807010012",
            "P1234567",
            "p1234567",
            "",
            "无",
            "－");
    private static final List<String> PHONES = List.of(
            "13900000001",
            "+86 139-0000-0001",
            "008613900000001",
            "１３９０００００００１",
            "13900000002",
            "13900000003",
            "",
            "　",
            "-",
            "139 0000 0002");

    private final Random random;
    private final double dirt;
    private final Bank bank = new Bank();
    private final int customers;

    private RandomBank(long seed, int customers, double dirt) {
        this.random = new Random(seed);
        this.customers = customers;
        this.dirt = dirt;
    }

    /// @param dirt how likely a cell of a row is bad
    static Bank of(long seed, int customers, double dirt) {
        return new RandomBank(seed, customers, dirt).build();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private boolean chance(double share) {
        return random.nextDouble() < share;
    }

    private String cell(String column, String good, String bad) {
        return column + "=" + (chance(dirt) ? bad : good);
    }

    private Bank build() {
        bank.extractedOn = AS_OF.plusDays(20);
        bank.transactionsFrom = AS_OF.minusYears(4);
        if (random.nextBoolean()) {
            bank.lastActivityCounts = Standard.codes().counting();
        }
        for (CanonicalTable table : CanonicalTable.values()) {
            bank.empty(table);
        }
        for (int i = 0; i < customers; i++) {
            customer(i);
        }
        for (int i = 0; i < customers * 3; i++) {
            account(i);
        }
        for (int i = 0; i < customers * 6; i++) {
            booking(i);
        }
        for (int i = 0; i < customers / 4; i++) {
            bank.explanation(
                    one(PHONES).isEmpty() ? "13900000001" : one(List.of("13900000001", "13900000002", "139-0000-0003")),
                    "C" + random.nextInt(customers + (chance(dirt) ? customers : 0)),
                    cell("reason", "child", "uncle"));
        }
        return bank;
    }

    private String entity(int customer) {
        return "E" + customer % 2;
    }

    private void customer(int i) {
        boolean unit = chance(0.2);
        bank.customer(
                "C" + (chance(dirt) ? random.nextInt(customers) : i),
                "legal_entity=" + entity(i),
                cell("kind", unit ? "unit" : "person", "Person"),
                cell(
                        "id_type",
                        one(List.of("resident_id", "resident_id", "household_register", "passport", "", "-")),
                        "id"),
                "id_number=" + (chance(0.5) ? one(NUMBERS) : "X" + i),
                "name=" + one(List.of("张三", "张三", "", "无", "　", "𠀀")),
                "phone=" + (chance(0.5) ? one(PHONES) : "1380000" + (1000 + i)),
                cell(
                        "phone_verified_on",
                        one(List.of("", "2020-01-01", "2020-01-01", "2021-05-05", "2026-07-05")),
                        "2020-02-30"),
                "address=" + one(List.of("某路", "某路", "", "N/A")),
                cell(
                        "id_expires_on",
                        one(List.of("", "9999-12-31", "missing", one(DAYS).toString(), "2030-01-01")),
                        "99991231"),
                cell("registered_on", one(List.of("2012-01-01", "", "2026-07-10")), "2026-08-01"));
    }

    private void account(int i) {
        int customer = random.nextInt(customers);
        boolean sub = chance(0.3) && i > 0;
        String parent = !sub ? "" : "A" + (chance(dirt) ? i + random.nextInt(5) : random.nextInt(i));
        bank.account(
                "A" + (chance(dirt / 2) ? random.nextInt(customers) : i),
                "C" + (chance(dirt / 2) ? customers * 3 : customer),
                cell("legal_entity", sub && chance(0.5) ? "E0" : entity(customer), "E9"),
                "branch=" + one(List.of("", "B1")),
                "parent_account_id=" + parent,
                cell("account_class", one(List.of("I", "I", "II", "", "-")), "IV"),
                "unit_kind=" + one(List.of("", "", "basic", "temporary")),
                cell("status", one(List.of("normal", "dormant", "long_suspended", "closed", "normal")), "open"),
                cell("freeze", chance(0.07) ? "no_debit" : "none", "yes"),
                "currency=" + (chance(0.06) ? "USD" : "CNY"),
                cell(
                        "balance",
                        one(List.of("0.00", "0.00", "0.00", "100.00", "100.01", "50.00", "-5.00", "60.00")),
                        one(List.of("1.0", "1e2", "", "1,000.00"))),
                cell("opened_on", one(DAYS).toString(), one(List.of("", "2020-1-1", "2026-09-01"))),
                "phone=" + (chance(0.3) ? one(PHONES) : ""),
                "last_activity_on=" + (chance(0.2) ? one(DAYS).toString() : ""),
                cell("products", chance(0.1) ? "salary;loan" : chance(0.2) ? "salary" : "", "loans"));
    }

    private void booking(int i) {
        LocalDate day = chance(0.4) ? AS_OF.minusDays(random.nextInt(2000)) : one(DAYS);
        String reversed = chance(0.25) && i > 0 ? "T" + random.nextInt(i + 2) : chance(0.02) ? "T-unknown" : "";
        bank.booking(
                "T" + (chance(dirt / 2) ? random.nextInt(i + 1) : i),
                "A" + random.nextInt(customers * 3 + (chance(dirt) ? 50 : 0)),
                cell("booked_at", day + (chance(0.2) ? "" : "T0" + random.nextInt(10) + ":15:00"), day + "T24:00:00"),
                "code="
                        + (chance(0.75)
                                ? one(List.of("01", "02", "08", "bank", "06"))
                                : one(List.of("09", "00-1", "", "05"))),
                cell("direction", one(List.of("debit", "credit")), "D"),
                cell("amount", one(List.of("10.00", "49999.99", "47500.00", "50000.00")), one(List.of("-1.00", "5"))),
                "channel=" + one(List.of("01", "05", "")),
                "reversal_of=" + reversed,
                "counterparty=P" + random.nextInt(9));
    }
}
