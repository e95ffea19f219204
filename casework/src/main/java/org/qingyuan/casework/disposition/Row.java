package org.qingyuan.casework.disposition;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.casework.cases.Entry;

/// One account of a batch.
///
/// @param id of its entry, which begins with that of the batch
/// @param caseVersion of the case once it was proposed
/// @param account the customer's number where a measure is about a customer without account
/// @param action word of the measure
/// @param amount the balance of the extract
/// @param note why it was left out or failed, blank else
public record Row(
        String id,
        String batch,
        String caseId,
        long caseVersion,
        State state,
        String legalEntity,
        String branch,
        String account,
        String action,
        BigDecimal amount,
        String note) {
    /// Kind of its entries.
    public static final String KIND = "batch-row";

    /// How far it is.
    public enum State {
        PROPOSED,
        APPROVED,
        /// Handed over to be carried out.
        LISTED,
        DONE,
        FAILED,
        LEFT_OUT;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    Entry entry() {
        return new Entry(id, KIND, caseId, batch, state.word(), 1, fields());
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("caseVersion", Long.toString(caseVersion));
        fields.put("legalEntity", legalEntity);
        fields.put("branch", branch);
        fields.put("account", account);
        fields.put("action", action);
        fields.put("amount", amount.toPlainString());
        fields.put("note", note);
        return fields;
    }

    static Row of(Entry entry) {
        return new Row(
                entry.id(),
                entry.group(),
                entry.caseId(),
                Long.parseLong(entry.field("caseVersion")),
                State.valueOf(entry.state().toUpperCase(Locale.ROOT).replace('-', '_')),
                entry.field("legalEntity"),
                entry.field("branch"),
                entry.field("account"),
                entry.field("action"),
                new BigDecimal(entry.field("amount")),
                entry.field("note"));
    }
}
