package org.qingyuan.accounts.second;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Set;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.accounts.second.Moves.Move;

/// The rules that give one line an account.
final class AccountRules {
    private final Book book;
    private final Moves moves;
    private final Protection protection;
    private final LocalDate transactionsFrom;
    private final boolean lastActivity;
    private final Set<String> lines;

    AccountRules(Book book, LocalDate transactionsFrom, boolean lastActivity, Set<String> lines) {
        this.book = book;
        this.moves = new Moves(book.ledger, book.parameters);
        this.protection = new Protection(book);
        this.transactionsFrom = transactionsFrom;
        this.lastActivity = lastActivity;
        this.lines = lines;
    }

    void run() {
        for (Line account : book.accounts.values()) {
            History history = new History(book, moves, account, lastActivity);
            longInactive(account, history);
            unused(account, history);
            unitSuspended(account, history);
            reawakened(account, history);
        }
    }

    private void say(String rule, Line account, String reason, String figures) {
        lines.add(rule + "/" + Book.part(account.get("legal_entity")) + "/" + Book.part(account.get("account_id"))
                + (reason.isEmpty() ? "|" + figures : " " + reason));
    }

    private static String first(String... reasons) {
        for (String reason : reasons) {
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    private static String when(boolean holds, String reason) {
        return holds ? reason : "";
    }

    private String doubt(Line account) {
        return when(book.touched(account) || book.touchedByBooking(account), "touched-by-reject");
    }

    private void longInactive(Line account, History history) {
        LocalDate cutOff = book.asOf.minus(Period.parse(book.value("long-inactive.period", "P3Y")));
        String max = book.value("long-inactive.balanceMax", "");
        BigDecimal balance = protection.balance(account);
        boolean unit = book.holder(account) != null && !book.person(account);
        LocalDate basis = history.lastOn == null ? Book.day(account, "opened_on") : history.lastOn;
        if (!book.countable(account)
                || unit
                || !Set.of("normal", "dormant").contains(account.get("status"))
                || basis.isAfter(cutOff)
                || !max.isEmpty() && balance.compareTo(new BigDecimal(max)) > 0) {
            return;
        }
        String reason = first(
                protection.of(account),
                when(history.movedSince, "moved-since"),
                when(history.unknownAfter(cutOff), "unknown-code"),
                doubt(account));
        say("long-inactive", account, reason, balance + " " + basis);
    }

    private void unused(Line account, History history) {
        LocalDate cutOff = book.asOf.minus(Period.parse(book.value("unused-since-opening.period", "P6M")));
        LocalDate opened = Book.day(account, "opened_on");
        if (!book.countable(account) || opened.isAfter(cutOff) || history.lastOn != null) {
            return;
        }
        String reason = first(
                protection.of(account),
                when(history.movedSince, "moved-since"),
                when(history.unknownAfter(LocalDate.MIN), "unknown-code"),
                when(opened.isBefore(transactionsFrom), "history-unknown"),
                doubt(account));
        say("unused-since-opening", account, reason, opened.toString());
    }

    private void unitSuspended(Line account, History history) {
        boolean unitKind = Set.of("basic", "general", "special", "temporary").contains(account.get("unit_kind"));
        BigDecimal balance = protection.balance(account);
        if (!unitKind
                || !account.get("status").equals("long_suspended")
                || book.person(account)
                || Book.day(account, "opened_on").isAfter(book.asOf)
                || balance.signum() != 0) {
            return;
        }
        String reason = first(
                protection.of(account).replace("minor", ""),
                when(history.movedSince, "moved-since"),
                when(history.unknownSince, "unknown-code"),
                when(book.touched(account), "touched-by-reject"));
        say("unit-suspended", account, reason, balance.toString());
    }

    private void reawakened(Line account, History history) {
        if (!book.countable(account)) {
            return;
        }
        LocalDate window = book.asOf.minusDays(Integer.parseInt(book.value("reawakened.windowDays", "30")));
        Period quiet = Period.parse(book.value("reawakened.quiet", "P1Y"));
        LocalDate before = Book.day(account, "opened_on");
        for (Move move : history.moves) {
            if (move.mark() != Mark.COUNTS || move.day().isAfter(book.asOf)) {
                continue;
            }
            LocalDate since = move.day().minus(quiet);
            if (!move.day().isBefore(window) && !before.isAfter(since)) {
                String reason = first(when(history.unknownAfter(since), "unknown-code"), doubt(account));
                say("reawakened", account, reason, move.day() + " " + before);
                return;
            }
            before = move.day();
        }
    }
}
