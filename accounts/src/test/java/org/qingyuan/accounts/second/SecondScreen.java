package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.Parameters;

/// Screens parsed rows by plain loops.
public final class SecondScreen {
    private final Ledger ledger;
    private final Set<String> lines = new TreeSet<>();

    /// @param tables rows by table, cells by column
    /// @param lastActivity whether the column of the last activity may be used
    public SecondScreen(
            Map<String, List<Map<String, String>>> tables,
            Parameters parameters,
            @Nullable LocalDate extractedOn,
            LocalDate transactionsFrom,
            boolean lastActivity) {
        LocalDate last = extractedOn == null ? parameters.asOf() : extractedOn;
        ledger = new Ledger(tables, parameters.placeholders(), last);
        Book book = new Book(ledger, parameters);
        new AccountRules(book, transactionsFrom, lastActivity, lines).run();
        new PeopleRules(book, lines).run();
        new PhoneRule(book, lines).run();
    }

    /// Findings as `rule/ENTITY/ID|figures`, outcomes as `rule/ENTITY/ID reason`, of every rule there is.
    public Set<String> lines() {
        return lines;
    }

    public Set<String> rejects() {
        return ledger.rejects();
    }
}
