package org.qingyuan.casework.notice;

import java.util.List;
import java.util.Optional;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.Letter;

/// Which letter of a standard is written in a case. A standard may leave out those for which there is a more general
/// one.
enum NoticeLetter {
    NOTICE(
            List.of("household-notice"),
            List.of("rectification-notice"),
            List.of("personal-sms", "personal-letter", "unit-letter", "announcement")),
    REMINDER(List.of("household-reminder"), List.of("reminder"), List.of("reminder-sms", "reminder")),
    INTERIM("interim-notice"),
    DECISION("decision"),
    REFUSAL("decision-refusal"),
    KEPT("kept"),
    CLOSING("closing");

    private final List<String> home;
    private final List<String> mining;
    private final List<String> accounts;

    NoticeLetter(List<String> home, List<String> mining, List<String> accounts) {
        this.home = home;
        this.mining = mining;
        this.accounts = accounts;
    }

    NoticeLetter(String word) {
        this(List.of(), List.of(word), List.of(word));
    }

    /// Which letter follows an event, nothing where none does. Notice and reminders are written by who sends them.
    static Optional<NoticeLetter> after(Event event) {
        return switch (event) {
            case APPROVE_INTERIM -> Optional.of(INTERIM);
            case APPROVE -> Optional.of(DECISION);
            case REFUSE_REQUEST, REFUSE_APPEAL -> Optional.of(REFUSAL);
            case KEEP -> Optional.of(KEPT);
            case GRANT_REQUEST, QUIET, CLOSE -> Optional.of(CLOSING);
            default -> Optional.empty();
        };
    }

    /// Whether the standard has it for a case.
    boolean isIn(CaseFile file, CaseRules rules) {
        return !letters(file.head().kind() == Kind.ACCOUNTS ? accounts : mining, rules)
                .isEmpty();
    }

    /// The letter for a channel: of several that of the channel, else the first that is no text message. A household
    /// gets its own, by whatever channel, where the standard has one.
    Letter of(CaseFile file, CaseRules rules, Channel channel) {
        List<Letter> ofHome = isOfHome(file) ? letters(home, rules) : List.of();
        List<Letter> letters =
                ofHome.isEmpty() ? letters(file.head().kind() == Kind.ACCOUNTS ? accounts : mining, rules) : ofHome;
        Optional<Letter> own =
                letters.stream().filter(letter -> letter.channel() == channel).findFirst();
        return own.or(() -> letters.stream()
                        .filter(letter -> letter.channel() != Channel.SMS)
                        .findFirst())
                .orElseThrow(() -> new IllegalStateException("no letter for " + this));
    }

    private static boolean isOfHome(CaseFile file) {
        return file.head().kind() == Kind.MINING
                && file.head().organisationKind().equals(Addressee.HOME);
    }

    private static List<Letter> letters(List<String> words, CaseRules rules) {
        return words.stream().flatMap(word -> rules.findLetter(word).stream()).toList();
    }
}
