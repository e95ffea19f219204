package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.accounts.extract.CanonicalTable;

/// Customers who have nothing to do with anybody outside: their rows, and what must become of them. What it makes is
/// in order (no rule names it) until something is set otherwise.
final class Group {
    final Days days;
    final RandomGenerator random;
    final List<Row> rows = new ArrayList<>();
    final List<Truth> truth = new ArrayList<>();
    private final Serials serials;
    private final String plant;
    private final Federation federation;
    private String legalEntity;

    Group(Days days, RandomGenerator random, Serials serials, Federation federation, String plant) {
        this.days = days;
        this.random = random;
        this.serials = serials;
        this.federation = federation;
        this.plant = plant;
        this.legalEntity = federation.legalEntity(random.nextInt(federation.size()));
    }

    /// What follows belongs to another legal entity of the federation.
    Group elsewhere() {
        legalEntity = federation.after(legalEntity);
        return this;
    }

    /// A grown-up with a resident number, own verified phone and everything on file.
    Row person() {
        long serial = serials.customer++;
        return customer(serial)
                .set("kind", "person")
                .set("id_type", "resident_id")
                .set("id_number", Numbers.resident(serial))
                .set("name", Names.person(random))
                .set(
                        "id_expires_on",
                        days.asOf().plusDays(400 + random.nextInt(3000)).toString());
    }

    /// A unit with its credit code; its documents do not expire.
    Row unit() {
        long serial = serials.customer++;
        return customer(serial)
                .set("kind", "unit")
                .set("id_type", "uscc")
                .set("id_number", Numbers.unit(serial))
                .set("name", Names.unit(random));
    }

    private Row customer(long serial) {
        LocalDate registered = days.yearsAgo(7).minusDays(random.nextInt(2000));
        return add(new Row(CanonicalTable.CUSTOMERS))
                .set("legal_entity", legalEntity)
                .set("customer_id", Numbers.customer(serial))
                .set("phone", Numbers.phone(serial))
                .set(
                        "phone_verified_on",
                        registered.plusDays(random.nextInt(500)).toString())
                .set("address", Names.address(random))
                .set("registered_on", registered.toString());
    }

    /// An account that is open and has money; a person's is of class I, a unit's is a basic one. It has not moved yet.
    Row account(Row customer) {
        boolean person = customer.get("kind").equals("person");
        return add(new Row(CanonicalTable.ACCOUNTS))
                .set("legal_entity", customer.get("legal_entity"))
                .set("branch", federation.branch(customer.get("legal_entity"), random))
                .set("account_id", Numbers.account(serials.account++))
                .set("customer_id", customer.get("customer_id"))
                .set("account_class", person ? "I" : "")
                .set("unit_kind", person ? "" : "basic")
                .set("status", "normal")
                .set("freeze", "none")
                .set("currency", "CNY")
                .set("balance", Digits.yuan(20_000 + random.nextLong(9_000_000)))
                .set(
                        "opened_on",
                        days.yearsAgo(6).minusDays(random.nextInt(300)).toString())
                .set("last_activity_on", days.ago(9).toString());
    }

    /// An account of the class that is used: it moved some hundred days ago.
    Row used(Row customer, String accountClass) {
        Row account = account(customer).set("account_class", accountClass);
        moved(account, days.ago(60 + random.nextInt(240)));
        return account;
    }

    /// An account below another, of the same holder, with nothing on it.
    Row sub(Row parent) {
        Row sub = add(parent.copy())
                .set("account_id", Numbers.account(serials.account++))
                .set("parent_account_id", parent.get("account_id"))
                .set("account_class", "")
                .set("balance", "0.00")
                .set("products", "");
        return sub;
    }

    /// The holder pays by card on that day.
    Row moved(Row account, LocalDate day) {
        return booked(account, day, "04", "debit");
    }

    /// A transaction of some code on that day, at an hour of daylight.
    Row booked(Row account, LocalDate day, String code, String direction) {
        String time = "T" + Digits.padded(8 + random.nextInt(12), 2) + ":" + Digits.padded(random.nextInt(60), 2) + ":"
                + Digits.padded(random.nextInt(60), 2);
        return add(new Row(CanonicalTable.TRANSACTIONS))
                .set("transaction_id", Numbers.transaction(serials.transaction++))
                .set("account_id", account.get("account_id"))
                .set("booked_at", day + time)
                .set("code", code)
                .set("direction", direction)
                .set("amount", Digits.yuan(100 + random.nextLong(500_000)))
                .set("channel", "01");
    }

    /// The row that takes another back, on that day.
    Row reversal(Row transaction, LocalDate day) {
        Row reversal = booked(transaction, day, transaction.get("code"), opposite(transaction.get("direction")));
        return reversal.set("amount", transaction.get("amount")).set("reversal_of", transaction.get("transaction_id"));
    }

    private static String opposite(String direction) {
        return direction.equals("debit") ? "credit" : "debit";
    }

    /// Why somebody's account bears that phone.
    Row explained(String phone, Row customer, String reason) {
        return add(new Row(CanonicalTable.EXPLANATIONS))
                .set("phone", phone)
                .set("customer_id", customer.get("customer_id"))
                .set("reason", reason)
                .set("registered_on", days.yearsAgo(1).toString());
    }

    /// A phone that nobody else has.
    String anotherPhone() {
        return Numbers.phone(Numbers.MAX_SERIAL + serials.customer);
    }

    Row add(Row row) {
        rows.add(row);
        return row;
    }

    /// The rule names the subject: a customer by its record, an account by its row.
    void finding(String rule, Row subject) {
        say(rule, subject, "finding", null);
    }

    void excluded(String rule, Row subject, String reason) {
        say(rule, subject, "excluded", reason);
    }

    /// A rejected row touches the subject.
    void undecided(String rule, Row subject) {
        say(rule, subject, "undecided", "touched-by-reject");
    }

    /// The rule says nothing of the subject, by a hair.
    void none(String rule, Row subject) {
        say(rule, subject, "none", null);
    }

    private void say(String rule, Row subject, String outcome, @org.jspecify.annotations.Nullable String reason) {
        String id = subject.get(subject.table() == CanonicalTable.ACCOUNTS ? "account_id" : "customer_id");
        truth.add(new Truth(plant, rule, subject.get("legal_entity"), id, outcome, reason));
    }

    /// The next number of each kind.
    static final class Serials {
        long customer = 1;
        long account = 1;
        long transaction = 1;
    }
}
