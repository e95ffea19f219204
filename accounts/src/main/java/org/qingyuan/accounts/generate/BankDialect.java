package org.qingyuan.accounts.generate;

import java.math.BigDecimal;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;

/// The habits of a core system that is not in the canonical layout: no header, no quotes, dates without hyphens,
/// amounts
/// in fen with the sign apart, codes for words. `mapping.yaml` beside the files says all of it.
final class BankDialect {
    static final String MAPPING = "mapping.yaml";

    private static final Map<String, String> STATUS =
            Map.of("normal", "0", "dormant", "1", "long_suspended", "2", "closed", "9");
    private static final Map<String, String> FREEZE =
            Map.of("none", "0", "no_debit", "1", "no_credit", "2", "both", "3");
    private static final Map<String, String> KIND = Map.of("person", "1", "unit", "2");
    private static final Map<String, String> DIRECTION = Map.of("debit", "D", "credit", "C");

    private final String separator;

    BankDialect(String separator) {
        this.separator = separator;
    }

    /// Name of the file of a table.
    static String file(CanonicalTable table) {
        return switch (table) {
            case CUSTOMERS -> "PTY_CUST.dat";
            case ACCOUNTS -> "AGT_ACCT.dat";
            case TRANSACTIONS -> "EVT_TRAN.dat";
            case EXPLANATIONS -> "PTY_PHONE_NOTE.dat";
        };
    }

    /// The row as the bank writes it, in the order of the mapping.
    String[] cells(Row row) {
        return switch (row.table()) {
            case CUSTOMERS -> customer(row);
            case ACCOUNTS -> account(row);
            case TRANSACTIONS -> transaction(row);
            case EXPLANATIONS ->
                new String[] {
                    text(row.get("phone")), row.get("customer_id"), row.get("reason"), date(row.get("registered_on"))
                };
        };
    }

    private String[] customer(Row row) {
        String expires = row.get("id_expires_on");
        return new String[] {
            row.get("legal_entity"),
            row.get("customer_id"),
            KIND.getOrDefault(row.get("kind"), row.get("kind")),
            row.get("id_type"),
            text(row.get("id_number")),
            text(row.get("name")),
            text(row.get("phone")),
            date(row.get("phone_verified_on")),
            text(row.get("address")),
            expires.equals("missing") ? "00000000" : expires.isEmpty() ? "99991231" : date(expires),
            date(row.get("registered_on"))
        };
    }

    private static String[] account(Row row) {
        String balance = row.get("balance");
        boolean isNegative = balance.startsWith("-");
        String closed = date(row.get("closed_on"));
        return new String[] {
            row.get("legal_entity"),
            row.get("branch"),
            row.get("account_id"),
            row.get("parent_account_id"),
            row.get("customer_id"),
            row.get("account_class"),
            row.get("unit_kind"),
            STATUS.getOrDefault(row.get("status"), row.get("status")),
            FREEZE.getOrDefault(row.get("freeze"), row.get("freeze")),
            row.get("currency"),
            fen(isNegative ? balance.substring(1) : balance),
            isNegative ? "D" : "C",
            date(row.get("opened_on")),
            closed.isEmpty() ? "99991231" : closed,
            row.get("phone"),
            date(row.get("last_activity_on")),
            row.get("products").replace(';', '/')
        };
    }

    private static String[] transaction(Row row) {
        String booked = row.get("booked_at");
        int time = booked.indexOf('T');
        return new String[] {
            row.get("transaction_id"),
            row.get("account_id"),
            date(time < 0 ? booked : booked.substring(0, time)),
            time < 0 ? "" : booked.substring(time + 1).replace(":", ""),
            row.get("code"),
            DIRECTION.getOrDefault(row.get("direction"), row.get("direction")),
            fen(row.get("amount")),
            row.get("channel"),
            row.get("reversal_of"),
            row.get("counterparty")
        };
    }

    private static String date(String iso) {
        return iso.replace("-", "");
    }

    /// Hundredths; an amount that is wrong on purpose stays wrong.
    private static String fen(String yuan) {
        BigDecimal amount = new BigDecimal(yuan);
        return amount.scale() == 2 ? amount.unscaledValue().toString() : yuan;
    }

    /// Without quotes a text cannot hold what stands between fields.
    private String text(String text) {
        return text.contains(separator) ? text.replace(separator, " ") : text;
    }
}
