package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CodeTable.Mark;
import org.qingyuan.accounts.second.Moves.Move;

/// What moved on an account and its sub-accounts.
final class History {
    final List<Move> moves;

    @Nullable
    LocalDate lastOn;

    boolean movedSince;
    boolean unknownSince;
    private @Nullable LocalDate unknownOn;

    /// @param lastActivity whether the column of the last activity may be used
    History(Book book, Moves all, Line account, boolean lastActivity) {
        Set<String> family = book.family(account.get("account_id"));
        moves = all.of(family);
        for (Move move : moves) {
            boolean after = move.day().isAfter(book.asOf);
            if (move.mark() == Mark.COUNTS) {
                movedSince |= after;
                lastOn = after ? lastOn : later(lastOn, move.day());
            } else if (move.mark() == Mark.UNKNOWN) {
                unknownSince |= after;
                unknownOn = after ? unknownOn : later(unknownOn, move.day());
            }
        }
        for (String id : family) {
            LocalDate active = lastActivity ? Reader.day(book.account(id).get("last_activity_on")) : null;
            if (active != null && active.isAfter(book.asOf)) {
                movedSince = true;
            } else if (active != null) {
                lastOn = later(lastOn, active);
            }
        }
    }

    private static @Nullable LocalDate later(@Nullable LocalDate known, LocalDate day) {
        return known == null || day.isAfter(known) ? day : known;
    }

    /// Whether a code that nobody knows stands after the day.
    boolean unknownAfter(LocalDate day) {
        return unknownSince || unknownOn != null && unknownOn.isAfter(day);
    }
}
