package org.qingyuan.casework.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Clocks;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Guard;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.NoticeTerms;

/// Tells the party of a case, reminds it, and hears whether it arrived.
public final class Notifying {
    /// What a step says of a delivery where no channel is left.
    private static final String UNREACHABLE = "unreachable";

    private final CaseDesk desk;
    private final Writing writing;

    public Notifying(CaseDesk desk, IdSource ids, LetterWords words) {
        this.desk = desk;
        this.writing = new Writing(desk, ids, words);
    }

    /// Who tells, and when.
    public record Sender(Actor actor, Instant at) {}

    /// Writes the notice of a confirmed case, by the first channel that reaches the party.
    ///
    /// @param days how long there is time to answer; 0 = as the standard says
    /// @throws Failure `NOTICE_PERIOD` when the standard does not allow that many days, `GUARD_REFUSED` when none of
    /// its
    ///     channels reaches the party: nobody is announced in public where a standard does not say so
    public Notice notify(String digits, Sender sender, int days) {
        return desk.store().write(writer -> notify(writer, desk.find(writer, sender.actor(), digits), sender, days));
    }

    /// The same within a transaction.
    public Notice notify(CaseWriter writer, CaseFile file, Sender sender, int days) {
        return notify(writer, file, sender, days, "");
    }

    /// @param listCode code of the announcement on which the case stands, blank where it has a letter of its own
    Notice notify(CaseWriter writer, CaseFile file, Sender sender, int days, String listCode) {
        CaseRules rules = desk.rules(file);
        NoticeTerms terms = rules.notice();
        int given = days == 0 ? terms.days() : days;
        terms.check(file.status().policy(), given);
        Addressee addressee = Addressee.of(writer, file);
        Channel channel = addressee.reachable(terms.channels()).stream()
                .findFirst()
                .orElseThrow(() -> Guard.ADDRESSEE_KNOWN.refusal(file, Event.NOTIFY));
        Clocks clocks = desk.clocks(writer, file);
        LocalDate deadline = rules.holidays().plus(clocks.day(sender.at()), given, terms.counting());
        Notice notice = writing.write(
                writer,
                file,
                addressee,
                new Writing.Occasion(
                        NoticeLetter.NOTICE,
                        channel,
                        sender.at(),
                        sender.at(),
                        deadline,
                        null,
                        channel == Channel.ANNOUNCEMENT ? listCode : ""));
        desk.act(
                writer,
                file,
                Act.of(Event.NOTIFY, sender.actor(), sender.at())
                        .with(Detail.DUE, clocks.endOf(deadline).toString())
                        .with(Detail.LETTER, notice.letter())
                        .with(Detail.CHANNEL, channel.word())
                        .with(Detail.CODE, notice.code()));
        writer.put(notice.entry());
        return notice;
    }

    /// Notes whether a letter arrived. What did not, while an answer is awaited, goes by the next channel, as a letter
    /// of its own with the same deadline; the step names that letter and its code, or that no channel is left.
    ///
    /// @return the letter that takes its place, nothing when it arrived, was told before, or no channel is left
    /// @throws Failure `NOTICE_UNKNOWN`
    public Optional<Notice> deliver(String noticeId, boolean isDelivered, Sender sender) {
        return desk.store().write(writer -> {
            Entry entry = writer.entry(noticeId)
                    .filter(each -> each.kind().equals(Notice.KIND))
                    .orElseThrow(() -> new Failure(ErrorCode.NOTICE_UNKNOWN, Map.of("where", "", "what", noticeId)));
            Notice notice = Notice.of(entry);
            CaseFile file = desk.find(writer, sender.actor(), notice.caseId());
            if (notice.state() != Notice.State.WRITTEN) {
                return Optional.empty();
            }
            Notice.State state = isDelivered ? Notice.State.DELIVERED : Notice.State.UNDELIVERABLE;
            writer.put(entry.in(state.word(), Map.of()));
            boolean isAwaited = !isDelivered
                    && (file.status().state() == State.NOTIFIED || file.status().state() == State.OVERDUE);
            Optional<Notice> next = isAwaited ? next(writer, file, notice, sender) : Optional.empty();
            Act act = Act.of(Event.DELIVER, sender.actor(), sender.at())
                    .with(Detail.CHANNEL, notice.channel().word())
                    .with(Detail.DELIVERY, isAwaited && next.isEmpty() ? UNREACHABLE : state.word())
                    .with(Detail.LETTER, next.map(Notice::letter).orElse(""))
                    .with(Detail.CODE, next.map(Notice::code).orElse(""));
            desk.act(writer, file, act);
            return next;
        });
    }

    private Optional<Notice> next(CaseWriter writer, CaseFile file, Notice failed, Sender sender) {
        Addressee addressee = Addressee.of(writer, file);
        List<Channel> all = desk.rules(file).notice().channels();
        List<Channel> further = addressee.reachable(all.subList(all.indexOf(failed.channel()) + 1, all.size()));
        Instant told = file.status().notifiedAt();
        if (further.isEmpty() || told == null) {
            return Optional.empty();
        }
        Notice notice = writing.write(
                writer,
                file,
                addressee,
                new Writing.Occasion(
                        NoticeLetter.NOTICE,
                        further.getFirst(),
                        sender.at(),
                        told,
                        LocalDate.parse(failed.deadline()),
                        null,
                        ""));
        writer.put(notice.entry());
        return Optional.of(notice);
    }

    /// Writes a reminder by the channel of the letter that went last and has not come back, with the end of the time
    /// as the case has it now.
    Notice remind(CaseWriter writer, CaseFile file, Instant at) {
        Instant told = file.status().notifiedAt();
        Instant due = file.status().dueAt();
        Notice last = last(writer, file);
        LocalDate deadline = due == null
                ? LocalDate.parse(last.deadline())
                : desk.clocks(writer, file).day(due.minusNanos(1));
        Notice notice = writing.write(
                writer,
                file,
                Addressee.of(writer, file),
                new Writing.Occasion(
                        NoticeLetter.REMINDER, last.channel(), at, told == null ? at : told, deadline, null, ""));
        writer.put(notice.entry());
        return notice;
    }

    private Notice last(CaseWriter writer, CaseFile file) {
        List<Channel> channels = desk.rules(file).notice().channels();
        return writer.entriesOfCase(file.head().id(), Notice.KIND).stream()
                .map(Notice::of)
                .filter(notice -> channels.contains(notice.channel()))
                .max(Comparator.comparing((Notice notice) -> notice.state() != Notice.State.UNDELIVERABLE)
                        .thenComparing(notice -> notice.channel() != Channel.ANNOUNCEMENT)
                        .thenComparing(Notice::at)
                        .thenComparingInt(notice -> channels.indexOf(notice.channel())))
                .orElseThrow(() -> new Failure(
                        ErrorCode.NOTICE_UNKNOWN,
                        Map.of("where", "", "what", file.head().id())));
    }
}
