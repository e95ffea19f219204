package org.qingyuan.accounts.second;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingyuan.accounts.Parameters;
import org.qingyuan.accounts.extract.CodeTable.Direction;
import org.qingyuan.accounts.extract.CodeTable.Mark;

/// The bookings that are neither a reversal nor cancelled, by account.
final class Moves {
    /// @param mark what the code says
    record Move(String id, LocalDateTime at, Mark mark) {
        LocalDate day() {
            return at.toLocalDate();
        }
    }

    private final Map<String, List<Move>> byAccount = new HashMap<>();
    private final Map<String, List<Line>> reversers = new HashMap<>();
    private final LocalDate asOf;

    Moves(Ledger ledger, Parameters parameters) {
        this.asOf = parameters.asOf();
        for (Line line : ledger.bookings) {
            if (!line.rejected() && !ledger.reader.blank(line.get("reversal_of"))) {
                reversers
                        .computeIfAbsent(line.get("reversal_of"), id -> new ArrayList<>())
                        .add(line);
            }
        }
        for (Line line : ledger.bookings) {
            if (line.rejected() || !ledger.reader.blank(line.get("reversal_of"))) {
                continue;
            }
            boolean before = !day(line).isAfter(asOf);
            if (!cancelled(line, before, new HashSet<>())) {
                Direction direction = line.get("direction").equals("debit") ? Direction.DEBIT : Direction.CREDIT;
                LocalDateTime time = Reader.time(line.get("booked_at"));
                byAccount
                        .computeIfAbsent(line.get("account_id"), id -> new ArrayList<>())
                        .add(new Move(
                                line.get("transaction_id"),
                                time == null ? LocalDateTime.MIN : time,
                                parameters.codes().of(line.get("code"), direction)));
            }
        }
    }

    private static LocalDate day(Line line) {
        LocalDateTime time = Reader.time(line.get("booked_at"));
        return time == null ? LocalDate.MIN : time.toLocalDate();
    }

    /// Whether a reversal that holds names the row; only reversals up to the cut-off where `before`.
    private boolean cancelled(Line line, boolean before, Set<String> path) {
        for (Line reversal : reversers.getOrDefault(line.get("transaction_id"), List.of())) {
            boolean takesPart = !before || !day(reversal).isAfter(asOf);
            if (takesPart && path.add(reversal.get("transaction_id")) && !cancelled(reversal, before, path)) {
                return true;
            }
        }
        return false;
    }

    /// Movements and unknown bookings of some accounts, by time and id.
    List<Move> of(Set<String> accounts) {
        List<Move> moves = new ArrayList<>();
        accounts.forEach(account -> moves.addAll(byAccount.getOrDefault(account, List.of())));
        moves.sort(Comparator.comparing(Move::at).thenComparing(Move::id));
        return moves;
    }
}
