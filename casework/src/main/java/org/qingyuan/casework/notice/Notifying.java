package org.qingyuan.casework.notice;

import java.time.Instant;
import java.time.LocalDate;
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
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.NoticeTerms;

/// Tells the party of a case, reminds it, and hears whether it arrived.
public final class Notifying {
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
    /// @throws Failure `NOTICE_PERIOD` when the standard does not allow that many days
    public Notice notify(String digits, Sender sender, int days) {
        return desk.store().write(writer -> notify(writer, desk.find(writer, sender.actor(), digits), sender, days));
    }

    /// The same within a transaction.
    public Notice notify(CaseWriter writer, CaseFile file, Sender sender, int days) {
        CaseRules rules = desk.rules(file);
        NoticeTerms terms = rules.notice();
        int given = days == 0 ? terms.days() : days;
        if (!terms.allows(given)) {
            throw new Failure(
                    ErrorCode.NOTICE_PERIOD,
                    Map.of(
                            "where",
                            file.status().policy(),
                            "what",
                            given,
                            "least",
                            terms.minDays(),
                            "most",
                            terms.maxDays()));
        }
        Addressee addressee = Addressee.of(writer, file);
        Channel channel =
                addressee.reachable(terms.channels()).stream().findFirst().orElse(Channel.ANNOUNCEMENT);
        Clocks clocks = desk.clocks(writer, file);
        LocalDate deadline = rules.holidays().plus(clocks.day(sender.at()), given, terms.counting());
        Notice notice = writing.write(
                writer,
                file,
                addressee,
                new Writing.Occasion(NoticeLetter.NOTICE, channel, sender.at(), sender.at(), deadline));
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

    /// Notes whether a letter arrived. What did not goes by the next channel, as a letter of its own with the same
    /// deadline.
    ///
    /// @return the letter that takes its place, nothing when it arrived or no channel is left
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
            CaseFile after = desk.act(
                    writer,
                    file,
                    Act.of(Event.DELIVER, sender.actor(), sender.at())
                            .with(Detail.CHANNEL, notice.channel().word())
                            .with(Detail.DELIVERY, state.word()));
            return isDelivered ? Optional.empty() : next(writer, after, notice, sender);
        });
    }

    private Optional<Notice> next(CaseWriter writer, CaseFile file, Notice failed, Sender sender) {
        Addressee addressee = Addressee.of(writer, file);
        List<Channel> channels = addressee.reachable(desk.rules(file).notice().channels());
        int place = channels.indexOf(failed.channel()) + 1;
        Instant told = file.status().notifiedAt();
        if (place >= channels.size() || told == null) {
            return Optional.empty();
        }
        Notice notice = writing.write(
                writer,
                file,
                addressee,
                new Writing.Occasion(
                        NoticeLetter.NOTICE,
                        channels.get(place),
                        sender.at(),
                        told,
                        LocalDate.parse(failed.deadline())));
        writer.put(notice.entry());
        return Optional.of(notice);
    }

    /// Writes a reminder by the channel of the notice.
    Notice remind(CaseWriter writer, CaseFile file, Instant at) {
        List<Entry> entries = writer.entriesOfCase(file.head().id(), Notice.KIND);
        Instant told = file.status().notifiedAt();
        Notice first = Notice.of(entries.getLast());
        Notice notice = writing.write(
                writer,
                file,
                Addressee.of(writer, file),
                new Writing.Occasion(
                        NoticeLetter.REMINDER,
                        first.channel(),
                        at,
                        told == null ? at : told,
                        LocalDate.parse(first.deadline())));
        writer.put(notice.entry());
        return notice;
    }
}
