package org.qingyuan.casework.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Clocks;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;

/// Carries acts out and, where the party must learn of it, writes the letter that says what was decided, why, on what
/// basis, and where to appeal; in the same transaction.
public final class Telling {
    private final CaseDesk desk;
    private final Writing writing;

    public Telling(CaseDesk desk, IdSource ids, LetterWords words) {
        this.desk = desk;
        this.writing = new Writing(desk, ids, words);
    }

    /// A case after an act, and the letter that goes out because of it.
    public record Told(CaseFile file, Optional<Notice> letter) {}

    /// In a transaction of its own.
    ///
    /// @param digits the id of the case or the first digits of it
    public Told act(String digits, Act act) {
        return desk.store().write(writer -> act(writer, desk.find(writer, act.actor(), digits), act));
    }

    public Told act(CaseWriter writer, CaseFile file, Act act) {
        CaseFile after = desk.act(writer, file, act);
        CaseRules rules = desk.rules(after);
        Optional<Notice> letter = NoticeLetter.after(act.event())
                .filter(kind -> kind.isIn(after, rules))
                .filter(kind -> isKnown(after))
                .map(kind -> write(writer, file, after, act, kind));
        letter.ifPresent(notice -> writer.put(notice.entry()));
        return new Told(after, letter);
    }

    private static boolean isKnown(CaseFile file) {
        return !file.head().place().organisation().isEmpty()
                || !file.head().place().holder().isEmpty();
    }

    private Notice write(CaseWriter writer, CaseFile before, CaseFile after, Act act, NoticeLetter kind) {
        Addressee addressee = Addressee.of(writer, after);
        Instant told = after.status().notifiedAt();
        return writing.write(
                writer,
                after,
                addressee,
                new Writing.Occasion(
                        kind,
                        channel(addressee, desk.rules(after)),
                        act.at(),
                        told == null ? act.at() : told,
                        appealUntil(writer, after, act),
                        new Writing.Decided(step(writer, after, act), measures(before, after)),
                        ""));
    }

    /// What is decided is neither sent by text message nor announced; who cannot be reached hears it at the counter.
    private static Channel channel(Addressee addressee, CaseRules rules) {
        List<Channel> channels = rules.notice().channels().stream()
                .filter(channel -> channel != Channel.SMS && channel != Channel.ANNOUNCEMENT)
                .toList();
        return addressee.reachable(channels).stream().findFirst().orElse(Channel.HALL);
    }

    /// Until when an appeal is heard before the next thing happens.
    private LocalDate appealUntil(CaseWriter writer, CaseFile after, Act act) {
        Clocks clocks = desk.clocks(writer, after);
        Instant due = after.status().dueAt();
        CaseRules rules = desk.rules(after);
        Instant end = due == null || !due.isAfter(act.at())
                ? clocks.end(act.at(), rules.executionDays(), rules.notice().counting())
                : due;
        return clocks.day(end.minusNanos(1));
    }

    /// Where who decides gives no reason, that of the proposal holds. What else was said in the case, by a report for
    /// one, is not for the party.
    private static String reason(CaseReader reader, CaseFile after, Act act) {
        Event proposal = act.event() == Event.APPROVE_INTERIM ? Event.PROPOSE_INTERIM : Event.PROPOSE;
        return !act.reason().isBlank()
                ? act.reason()
                : reader.steps(after.head().id()).stream()
                        .map(LoggedStep::step)
                        .filter(step -> step.event() == proposal)
                        .reduce((one, later) -> later)
                        .map(Step::reason)
                        .orElse("");
    }

    private static Step step(CaseReader reader, CaseFile after, Act act) {
        return new Step(
                after.head().id(),
                after.status().version(),
                act.event(),
                after.status().state(),
                act.actor(),
                act.at(),
                after.status().policy(),
                reason(reader, after, act),
                act.evidence(),
                act.details());
    }

    /// What the decision is about: what is proposed or carried out, what holds meanwhile, or what was asked for.
    private static String measures(CaseFile before, CaseFile after) {
        if (!before.status().asked().equals(after.status().asked())) {
            return before.status().asked();
        }
        return after.status().measures().isEmpty()
                ? after.status().interim().measures()
                : after.status().measures();
    }
}
