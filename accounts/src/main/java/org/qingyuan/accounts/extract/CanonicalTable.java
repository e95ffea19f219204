package org.qingyuan.accounts.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingyuan.table.raw.TableShape;

/// The tables of an extract with their columns in the canonical order.
public enum CanonicalTable {
    CUSTOMERS(
            List.of(
                    "legal_entity",
                    "customer_id",
                    "kind",
                    "id_type",
                    "id_number",
                    "name",
                    "phone",
                    "phone_verified_on",
                    "address",
                    "id_expires_on",
                    "registered_on"),
            Set.of("phone_verified_on", "registered_on")),
    ACCOUNTS(
            List.of(
                    "legal_entity",
                    "branch",
                    "account_id",
                    "parent_account_id",
                    "customer_id",
                    "account_class",
                    "unit_kind",
                    "status",
                    "freeze",
                    "currency",
                    "balance",
                    "opened_on",
                    "closed_on",
                    "phone",
                    "last_activity_on",
                    "products"),
            Set.of("branch", "closed_on", "phone", "last_activity_on")),
    TRANSACTIONS(
            List.of(
                    "transaction_id",
                    "account_id",
                    "booked_at",
                    "code",
                    "direction",
                    "amount",
                    "channel",
                    "reversal_of",
                    "counterparty"),
            Set.of("channel", "reversal_of", "counterparty")),
    EXPLANATIONS(List.of("phone", "customer_id", "reason", "registered_on"), Set.of("registered_on"));

    private final List<String> columns;
    private final Set<String> optional;

    CanonicalTable(List<String> columns, Set<String> optional) {
        this.columns = columns;
        this.optional = optional;
    }

    /// The file's base name and the word in messages: `customers`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The number by which statements name the table, from 0.
    @SuppressWarnings("EnumOrdinal") // never stored: it lives as long as the session's tables
    int number() {
        return ordinal();
    }

    /// The table of a number.
    @SuppressWarnings("EnumOrdinal")
    static CanonicalTable of(int number) {
        return values()[number];
    }

    /// The table as the reader of extracts is asked for it.
    public TableShape shape() {
        return new TableShape(
                word(),
                columns.stream().filter(column -> !optional.contains(column)).toList(),
                columns.stream().filter(optional::contains).toList());
    }

    /// Canonical names in canonical order.
    public List<String> columns() {
        return columns;
    }

    /// Columns that a source may lack altogether; their cells are then not known.
    public Set<String> optional() {
        return optional;
    }

    /// Whether an extract may lack the table: transactions and explanations.
    public boolean mayBeAbsent() {
        return this == TRANSACTIONS || this == EXPLANATIONS;
    }
}
