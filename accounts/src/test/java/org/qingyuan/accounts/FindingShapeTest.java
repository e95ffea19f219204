package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Subject;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// What stands in a finding beside its key.
class FindingShapeTest {
    @TempDir
    Path folder;

    private Screened screen(Bank bank) throws IOException {
        try (Session session = Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)))) {
            return Screened.of(session, folder, bank, Standard.of(Map.of()));
        }
    }

    @Test
    void aSleepingAccountIsProvedByItsRows() throws IOException {
        Finding finding = screen(new Bank()
                        .customer("C0", "id_number=X")
                        .customer("C/1%", "id_number=x", "id_expires_on=")
                        .account("A/1", "C/1%", "branch=B7", "balance=60.00")
                        .account("S", "C/1%", "parent_account_id=A/1", "balance=1.50")
                        .booking("T1", "A/1", "booked_at=2021-06-30T10:15:00")
                        .booking("T2", "S", "booked_at=2023-06-30", "code=03"))
                .findings
                .stream()
                .filter(each -> each.rule().equals("accounts.long-inactive"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.key()).isEqualTo("accounts/long-inactive/E1/A%2F1");
        assertThat(finding.subject()).isEqualTo(new Subject("customer", "C/1%"));
        assertThat(finding.start()).isEqualTo(Moment.parse("2023-06-30"));
        assertThat(finding.id())
                .isEqualTo(FindingId.of(
                        "accounts.long-inactive",
                        1,
                        finding.key(),
                        Moment.parse("2023-06-30"),
                        Moment.parse("2026-06-30"),
                        "test@1 long-inactive.balanceMax=100.00 long-inactive.period=P3Y"));
        assertThat(finding.evidence())
                .extracting(Evidence::what, Evidence::file, Evidence::row)
                .containsExactly(
                        tuple("customer-record", "customers.csv", 2L),
                        tuple("account-record", "accounts.csv", 1L),
                        tuple("sub-account-record", "accounts.csv", 2L),
                        tuple("last-movement", "transactions.csv", 2L));
        assertThat(String.valueOf(finding.fields()))
                .isEqualTo("{legalEntity=E1, customerIds=[C/1%], accounts=[{accountId=A/1, branch=B7, status=normal,"
                        + " balance=60.00, lastMovedOn=2023-06-30}], figures={balance=61.50, basis=2023-06-30,"
                        + " lastMovedOn=2023-06-30}, policy={name=test, version=1}, proposed=to-long-suspended}");
    }

    @Test
    void whatMovedSinceSaysWhen() throws IOException {
        Bank bank = new Bank();
        bank.extractedOn = LocalDate.of(2026, 7, 10);
        bank.lastActivityCounts = Standard.codes().counting();
        Screened screened = screen(bank.customer("C")
                .account("A", "C")
                .account("S", "C", "parent_account_id=A")
                .booking("T1", "S", "booked_at=2026-07-03T10:15:00")
                .account("B", "C", "last_activity_on=2026-07-05")
                .account("Q", "C", "freeze=both"));
        assertThat(screened.outcomes)
                .filteredOn(outcome -> outcome.rule().equals("accounts.long-inactive"))
                .extracting(
                        outcome -> outcome.key().substring(outcome.key().length() - 1),
                        Outcome::reason,
                        outcome -> outcome.fields().get("movedOn"))
                .containsExactly(
                        tuple("A", "moved-since", Moment.parse("2026-07-03")),
                        tuple("B", "moved-since", Moment.parse("2026-07-05")),
                        tuple("Q", "frozen", null));
    }

    @Test
    void aMovementProvesOnlyTheRuleThatSpeaksOfIt() throws IOException {
        Screened screened = screen(new Bank()
                .customer("C", "id_expires_on=2020-01-01")
                .account("A", "C")
                .booking("T", "A", "booked_at=2021-06-30T10:15:00"));
        assertThat(screened.findings)
                .filteredOn(finding ->
                        finding.evidence().stream().anyMatch(each -> each.what().equals("last-movement")))
                .extracting(Finding::rule)
                .containsExactly("accounts.long-inactive");
        assertThat(screened.findings).extracting(Finding::rule).contains("accounts.stale-identity");
    }

    @Test
    void rowsAreNamedInTheFileThatHoldsThem() throws IOException {
        Bank bank = new Bank()
                .customer("C1")
                .customer("C2", "id_expires_on=2020-01-01")
                .account("A1", "C1")
                .account("A2", "C2")
                .customer("C3", "id_expires_on=2020-01-01", "kind=person?")
                .account("A3", "C3");
        bank.write(folder);
        for (String table : List.of("customers", "accounts")) {
            split(table);
        }
        Screened screened = new Screened();
        try (Session session = Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)))) {
            screened.result = new AccountScreen(Standard.of(Map.of()), new ScreenOptions(false, true))
                    .screen(session, Screened.extract(session, folder, bank), screened);
        }
        assertThat(screened.findings)
                .filteredOn(finding -> finding.rule().equals("accounts.stale-identity"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.evidence())
                        .extracting(Evidence::what, Evidence::file, Evidence::row)
                        .containsExactly(
                                tuple("customer-record", "customers/2.csv", 1L),
                                tuple("account-record", "accounts/2.csv", 1L)));
        assertThat(screened.rejected()).containsExactly("customers/3.csv:2 kind unknown-value");
    }

    /// A file for each row instead of one for all.
    private void split(String table) throws IOException {
        Path whole = folder.resolve(table + ".csv");
        List<String> lines = Files.readAllLines(whole);
        Files.delete(whole);
        Path parts = Files.createDirectory(folder.resolve(table));
        for (int i = 1; i < lines.size(); i++) {
            Files.write(parts.resolve(i + ".csv"), List.of(lines.getFirst(), lines.get(i)));
        }
    }

    @Test
    void thoseThatStayAreProposedInTheirOrder() throws IOException {
        Finding finding = screen(new Bank()
                        .customer("C")
                        .account("oldest", "C", "account_class=I", "opened_on=2010-01-01")
                        .account("used", "C", "account_class=I")
                        .account("wage", "C", "account_class=I", "products=salary")
                        .account("frozen", "C", "account_class=I", "freeze=both")
                        .account("II", "C", "account_class=II")
                        .booking("T1", "used", "booked_at=2026-06-01"))
                .findings
                .stream()
                .filter(each -> each.rule().equals("accounts.over-count"))
                .findFirst()
                .orElseThrow();
        List<?> accounts = (List<?>) Objects.requireNonNull(finding.fields().get("accounts"));
        assertThat(accounts.stream()
                        .map(each -> (Map<?, ?>) each)
                        .map(each -> each.get("accountId") + " " + each.get("keep") + " " + each.get("keepReason") + " "
                                + each.get("untouchable")))
                .containsExactly(
                        "II null null null",
                        "frozen true untouchable true",
                        "oldest false null null",
                        "used false null null",
                        "wage false null null");
        assertThat(String.valueOf(finding.fields().get("figures"))).isEqualTo("{I=4, II=1, III=0, over={I=3}}");
    }

    @Test
    void evidenceIsSpreadOverAll() {
        assertThat(Spread.over(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9), 3)).containsExactly(1, 5, 9);
        assertThat(Spread.over(List.of(1, 2), 3)).containsExactly(1, 2);
    }
}
