package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Every row that cannot be used is said by file, line, column and reason; the rows beside it are used.
class RejectsTest {
    @TempDir
    Path folder;

    private Screened screen(Bank bank) throws IOException {
        return screen(bank, new ScreenOptions(false, true));
    }

    private Screened screen(Bank bank, ScreenOptions options) throws IOException {
        try (Session session = Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)))) {
            return Screened.of(session, folder, bank, Standard.of(Map.of()), options);
        }
    }

    @Test
    void cellsOfCustomers() throws IOException {
        Screened screened = screen(new Bank()
                .customer("good")
                .customer("c3", "legal_entity=")
                .customer("　")
                .customer("c5", "kind=Person")
                .customer("c6", "id_type=id card")
                .customer("c7", "phone_verified_on=2020-02-30")
                .customer("c8", "phone_verified_on=2020-2-3")
                .customer("c9", "phone_verified_on=2026-07-01")
                .customer("c10", "id_expires_on=99991231")
                .customer("c11", "id_expires_on=Missing")
                .customer("c12", "registered_on=infinity")
                .customer("c13", "registered_on=2026-07-01")
                .customer("good-2", "id_expires_on=2999-12-31", "id_type=-", "registered_on=2026-06-30"));
        assertThat(screened.rejected())
                .containsExactly(
                        "customers.csv:3 legal_entity blank-value",
                        "customers.csv:4 customer_id blank-value",
                        "customers.csv:5 kind unknown-value",
                        "customers.csv:6 id_type unknown-value",
                        "customers.csv:7 phone_verified_on bad-date",
                        "customers.csv:8 phone_verified_on bad-date",
                        "customers.csv:9 phone_verified_on after-extracted-on",
                        "customers.csv:10 id_expires_on bad-date",
                        "customers.csv:11 id_expires_on bad-date",
                        "customers.csv:12 registered_on bad-date",
                        "customers.csv:13 registered_on after-extracted-on");
        assertThat(screened.result().checked().files().getFirst())
                .isEqualTo(new Checked.FileRows(CanonicalTable.CUSTOMERS, "customers.csv", 13, 11));
    }

    @Test
    void cellsOfAccounts() throws IOException {
        Screened screened = screen(new Bank()
                .customer("C")
                .account("good", "C", "balance=-0.00", "products=loan;salary", "account_class=III")
                .account("a3", "C", "account_class=1")
                .account("a4", "C", "unit_kind=other")
                .account("a5", "C", "status=")
                .account("a6", "C", "freeze=")
                .account("a7", "C", "currency=")
                .account("a8", "C", "balance=1")
                .account("a9", "C", "balance=1.000")
                .account("a10", "C", "balance=1e2")
                .account("a11", "C", "balance=+1.00")
                .account("a12", "C", "opened_on=")
                .account("a13", "C", "opened_on=2026-07-01")
                .account("a14", "C", "products=loan;")
                .account("a15", "C", "products=loan salary")
                .account("a16", "C", "balance=12345678901234567.00")
                .account("a17", "C", "closed_on=2026-07-01")
                .account("a18", "C", "last_activity_on=2026-07-01")
                .account("on-the-day", "C", "opened_on=2026-06-30", "closed_on=2026-06-30", "balance=-0.01")
                .account("a20", "C", "closed_on=2026-06-31")
                .account("a21", "C", "balance=1.0"));
        assertThat(screened.rejected())
                .containsExactly(
                        "accounts.csv:3 account_class unknown-value",
                        "accounts.csv:4 unit_kind unknown-value",
                        "accounts.csv:5 status unknown-value",
                        "accounts.csv:6 freeze unknown-value",
                        "accounts.csv:7 currency blank-value",
                        "accounts.csv:8 balance bad-amount",
                        "accounts.csv:9 balance bad-amount",
                        "accounts.csv:10 balance bad-amount",
                        "accounts.csv:11 balance bad-amount",
                        "accounts.csv:12 opened_on blank-value",
                        "accounts.csv:13 opened_on after-extracted-on",
                        "accounts.csv:14 products unknown-value",
                        "accounts.csv:15 products unknown-value",
                        "accounts.csv:16 balance bad-amount",
                        "accounts.csv:17 closed_on after-extracted-on",
                        "accounts.csv:18 last_activity_on after-extracted-on",
                        "accounts.csv:20 closed_on bad-date",
                        "accounts.csv:21 balance bad-amount");
    }

    @Test
    void cellsOfTransactions() throws IOException {
        Screened screened = screen(new Bank()
                .customer("C")
                .account("A", "C")
                .booking("t2", "A", "booked_at=2026-06-30T23:59:59")
                .booking("t3", "A", "booked_at=2026-06-30T24:00:00")
                .booking("t4", "A", "booked_at=2026-06-30 10:00:00")
                .booking("t5", "A", "booked_at=2026-07-01T00:00:00")
                .booking("t6", "A", "booked_at=2026-06-30", "direction=D")
                .booking("t7", "A", "booked_at=2026-06-30", "amount=-1.00")
                .booking("t8", "A", "booked_at=2026-06-30", "code=")
                .booking("t9", "nobody", "booked_at=2026-06-30")
                .booking("t9b", "A", "booked_at=2025-02-29")
                .booking("twice", "A", "booked_at=2026-06-01")
                .booking("twice", "A", "booked_at=2026-06-02")
                .booking("gone", "A", "booked_at=2026-06-03", "reversal_of=not-there"));
        assertThat(screened.rejected())
                .containsExactly(
                        "transactions.csv:3 booked_at bad-date",
                        "transactions.csv:4 booked_at bad-date",
                        "transactions.csv:5 booked_at after-extracted-on",
                        "transactions.csv:6 direction unknown-value",
                        "transactions.csv:7 amount bad-amount",
                        "transactions.csv:9 account_id orphan-transaction",
                        "transactions.csv:10 booked_at bad-date",
                        "transactions.csv:11 transaction_id repeated-id",
                        "transactions.csv:12 transaction_id repeated-id");
        assertThat(screened.result().counters()).containsEntry("reversals-of-unknown", 1L);
        assertThat(screened.result().unknownCodes()).containsExactly(Map.entry("/debit", 1L));
    }

    @Test
    void cellsOfExplanations() throws IOException {
        Screened screened = screen(new Bank()
                .customer("C")
                .explanation("139", "C")
                .explanation("-", "C")
                .explanation("139", "")
                .explanation("139", "C", "reason=friend")
                .explanation("139", "nobody")
                .explanation("139", "C", "registered_on=2026-07-01"));
        assertThat(screened.rejected())
                .containsExactly(
                        "explanations.csv:3 phone blank-value",
                        "explanations.csv:4 customer_id blank-value",
                        "explanations.csv:5 reason unknown-value",
                        "explanations.csv:6 customer_id orphan-explanation",
                        "explanations.csv:7 registered_on after-extracted-on");
    }

    @Test
    void transactionsAreCompleteFromTheEarliestUnlessTheBankSaysOtherwise() throws IOException {
        Bank bank = new Bank().customer("C").account("A", "C").booking("T", "A", "booked_at=2022-01-02");
        bank.transactionsFrom = null;
        assertThat(screen(bank).result().transactionsFrom()).isEqualTo(LocalDate.of(2022, 1, 2));
        assertThat(screen(bank).result().transactionsFromAssumed()).isTrue();
        assertThat(screen(bank).result().refused()).isEmpty();
    }

    @Test
    void rowsAmongEachOther() throws IOException {
        Screened screened = screen(new Bank()
                .customer("C")
                .customer("twice")
                .customer("twice", "name=李四")
                .customer("other", "legal_entity=E2")
                .account("a2", "nobody")
                .account("a3", "other")
                .account("a4", "C", "parent_account_id=nothing")
                .account("a5", "C", "parent_account_id=a6")
                .account("a6", "C", "parent_account_id=a7")
                .account("a7", "C", "parent_account_id=a6")
                .account("a8", "C")
                .account("a8", "C")
                .account("of-twice", "twice")
                .account("below", "C", "parent_account_id=a8")
                .account("of-other", "other", "legal_entity=E2", "parent_account_id=good")
                .account("good", "C")
                .account("self", "C", "parent_account_id=self"));
        assertThat(screened.rejected())
                .containsExactly(
                        "customers.csv:3 customer_id repeated-id",
                        "customers.csv:4 customer_id repeated-id",
                        "accounts.csv:2 customer_id orphan-account",
                        "accounts.csv:3 legal_entity entity-mismatch",
                        "accounts.csv:4 parent_account_id orphan-sub-account",
                        "accounts.csv:6 parent_account_id sub-account-cycle",
                        "accounts.csv:7 parent_account_id sub-account-cycle",
                        "accounts.csv:8 account_id repeated-id",
                        "accounts.csv:9 account_id repeated-id",
                        "accounts.csv:12 legal_entity entity-mismatch",
                        "accounts.csv:14 parent_account_id sub-account-cycle");
        assertThat(screened.result().counters()).containsEntry("accounts-of-rejected-customers", 1L);
    }

    @Test
    void aRowOfWhichNothingSaysWhomItSpeaksAboutStopsTheRulesThatReadIt() throws IOException {
        Bank bank = new Bank().customer("C").account("A", "C").booking("T", "", "booked_at=2026-01-01");
        Screened screened = screen(bank);
        assertThat(screened.result().refused().keySet())
                .containsExactly("accounts.long-inactive", "accounts.reawakened", "accounts.unused-since-opening");
        Screened accepted = screen(bank, new ScreenOptions(true, true));
        assertThat(accepted.result().refused()).isEmpty();
        assertThat(accepted.findings)
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.fields()).containsEntry("acceptedUnattributable", true));
    }
}
