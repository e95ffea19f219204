package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Finding;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// The reasons of an awakening at their borders. Every account of the bank has its own holder; the account's id says
/// what it is there for.
class AwakeningTest {
    @TempDir
    Path folder;

    private int bookings;

    private void account(Bank bank, String id, String verified, Consumer<String> moves) {
        bank.customer("of-" + id, "phone_verified_on=" + verified).account(id, "of-" + id);
        bank.booking("T" + ++bookings, id, "booked_at=2020-01-01T12:00:00", "channel=01");
        moves.accept(id);
    }

    private void credit(Bank bank, String account, String at, String amount, String payer) {
        bank.booking(
                "T" + ++bookings,
                account,
                "booked_at=" + at,
                "direction=credit",
                "code=01",
                "amount=" + amount,
                "counterparty=" + payer);
    }

    private void debit(Bank bank, String account, String at, String amount, String... cells) {
        List<String> all = new ArrayList<>(List.of("booked_at=" + at, "amount=" + amount));
        all.addAll(List.of(cells));
        bank.booking("T" + ++bookings, account, all.toArray(String[]::new));
    }

    /// The reasons that each account meets, `name` or `name?` where it could not be assessed.
    private Map<String, Set<String>> reasons(Bank bank) throws IOException {
        Map<String, Set<String>> reasons = new TreeMap<>();
        try (Session session = Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)))) {
            for (Finding finding : Screened.of(session, folder, bank, Standard.of(Map.of())).findings) {
                if (finding.rule().equals("accounts.reawakened")) {
                    Map<?, ?> figures =
                            (Map<?, ?>) Objects.requireNonNull(finding.fields().get("figures"));
                    Set<String> met = new TreeSet<>();
                    for (Object each : (List<?>) Objects.requireNonNull(figures.get("reasons"))) {
                        Map<?, ?> reason = (Map<?, ?>) each;
                        met.add(reason.get("reason") + (Objects.equals(reason.get("state"), "met") ? "" : "?"));
                    }
                    reasons.put(finding.key().substring(finding.key().lastIndexOf('/') + 1), met);
                }
            }
        }
        return reasons;
    }

    @Test
    void reasonsAtTheirBorders() throws IOException {
        Bank bank = new Bank();
        bank.extractedOn = Bank.AS_OF.plusDays(20);
        String noon = "2026-06-20T12:00:00";
        account(bank, "nothing", "", a -> debit(bank, a, noon, "10.00"));
        account(bank, "verified-30", "2026-05-21", a -> debit(bank, a, noon, "10.00"));
        account(bank, "verified-31", "2026-05-20", a -> debit(bank, a, noon, "10.00"));
        account(bank, "verified-later", "2026-06-21", a -> debit(bank, a, noon, "10.00"));
        account(bank, "new-channel", "", a -> debit(bank, a, noon, "10.00", "channel=06"));
        account(bank, "verified-that-day", "2026-06-20", a -> debit(bank, a, noon, "10.00"));
        account(bank, "new-channel-later", "", a -> {
            debit(bank, a, noon, "10.00");
            debit(bank, a, "2026-06-21T12:00:00", "10.00", "channel=06");
        });
        account(bank, "new-channel-after-as-of", "", a -> {
            debit(bank, a, noon, "10.00");
            debit(bank, a, "2026-07-01T00:00:00", "10.00", "channel=06");
        });
        account(bank, "passed-90", "", a -> {
            credit(bank, a, noon, "100.00", "P");
            debit(bank, a, "2026-06-21T12:00:00", "90.00");
        });
        account(bank, "passed-89", "", a -> {
            credit(bank, a, noon, "100.00", "P");
            debit(bank, a, "2026-06-21T12:00:00", "89.99");
        });
        account(bank, "passed-late", "", a -> {
            credit(bank, a, noon, "100.00", "P");
            debit(bank, a, "2026-06-21T12:00:01", "100.00");
        });
        account(bank, "passed-before", "", a -> {
            debit(bank, a, noon, "100.00");
            credit(bank, a, "2026-06-20T12:00:01", "100.00", "P");
        });
        account(bank, "five-payers", "", a -> {
            for (int i = 0; i < 5; i++) {
                credit(bank, a, "2026-06-2" + (i + (i == 4 ? 2 : 0)) + "T12:00:00", "1.00", "P" + i);
            }
        });
        account(bank, "five-payers-in-8-days", "", a -> {
            for (int i = 0; i < 5; i++) {
                credit(bank, a, "2026-06-2" + (i + (i == 4 ? 3 : 0)) + "T12:00:00", "1.00", "P" + i);
            }
        });
        account(bank, "four-payers-five-times", "", a -> {
            for (int i = 0; i < 5; i++) {
                credit(bank, a, "2026-06-2" + i + "T12:00:00", "1.00", "P" + i % 4);
            }
        });
        account(bank, "night-half", "", a -> {
            debit(bank, a, "2026-06-20T05:59:59", "10.00");
            debit(bank, a, "2026-06-20T06:00:00", "10.00");
        });
        account(bank, "night-third", "", a -> {
            debit(bank, a, "2026-06-20T22:59:59", "10.00");
            debit(bank, a, "2026-06-20T23:00:00", "10.00");
            debit(bank, a, "2026-06-21T06:00:00", "10.00");
        });
        account(bank, "night-from-23", "", a -> {
            debit(bank, a, "2026-06-20T22:59:59", "10.00");
            debit(bank, a, "2026-06-20T23:00:00", "10.00");
        });
        account(bank, "dates-only", "", a -> debit(bank, a, "2026-06-20", "10.00"));
        account(bank, "below-limit", "", a -> {
            debit(bank, a, noon, "47500.00");
            debit(bank, a, noon, "49999.99");
        });
        account(bank, "at-limit", "", a -> {
            debit(bank, a, noon, "47499.99");
            debit(bank, a, noon, "49999.99");
            debit(bank, a, noon, "50000.00");
        });
        account(bank, "credits-below-limit", "", a -> {
            credit(bank, a, noon, "49999.99", "P");
            credit(bank, a, noon, "49999.99", "P");
            debit(bank, a, noon, "49999.99");
        });
        bank.customer("of-first").account("first", "of-first");
        debit(bank, "first", noon, "10.00", "channel=06");
        assertThat(reasons(bank))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("nothing", Set.of()),
                        Map.entry("verified-30", Set.of("phone-verified-recently")),
                        Map.entry("verified-31", Set.of()),
                        Map.entry("verified-that-day", Set.of("phone-verified-recently")),
                        Map.entry("new-channel-later", Set.of("new-channel")),
                        Map.entry("new-channel-after-as-of", Set.of()),
                        Map.entry("four-payers-five-times", Set.of()),
                        Map.entry("night-from-23", Set.of("night")),
                        Map.entry("credits-below-limit", Set.of()),
                        Map.entry("verified-later", Set.of()),
                        Map.entry("new-channel", Set.of("new-channel")),
                        Map.entry("passed-90", Set.of("passed-through")),
                        Map.entry("passed-89", Set.of()),
                        Map.entry("passed-late", Set.of()),
                        Map.entry("passed-before", Set.of()),
                        Map.entry("five-payers", Set.of("many-payers")),
                        Map.entry("five-payers-in-8-days", Set.of()),
                        Map.entry("night-half", Set.of("night")),
                        Map.entry("night-third", Set.of()),
                        Map.entry("dates-only", Set.of("night?")),
                        Map.entry("below-limit", Set.of("just-below-limit")),
                        Map.entry("at-limit", Set.of()),
                        Map.entry("first", Set.of("new-channel?"))));
    }

    @Test
    void columnsThatAreNotThereAreNotAssessed() throws IOException {
        Bank bank = new Bank();
        bank.absent.addAll(List.of("phone_verified_on", "channel", "counterparty"));
        account(bank, "a", "", a -> debit(bank, a, "2026-06-20T12:00:00", "10.00"));
        assertThat(reasons(bank))
                .containsExactly(Map.entry("a", Set.of("phone-verified-recently?", "new-channel?", "many-payers?")));
    }
}
