package org.qingyuan.casework.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qingyuan.access.Role;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Clocks;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.NoticeTerms;

/// Announces the confirmed cases of a campaign of accounts: everybody gets the letter that reaches them best, and one
/// masked list names all of them, with one deadline and one code to compare. In transactions of bounded size; whoever
/// was stopped goes on where he was.
public final class Announcing {
    private static final int CASES = 100;
    private static final int PAGE = 500;
    private static final int CODE_DIGITS = 8;

    private final CaseDesk desk;
    private final IdSource ids;
    private final LetterWords words;
    private final Notifying notifying;
    private final Writing writing;

    public Announcing(CaseDesk desk, IdSource ids, LetterWords words) {
        this.desk = desk;
        this.ids = ids;
        this.words = words;
        this.notifying = new Notifying(desk, ids, words);
        this.writing = new Writing(desk, ids, words);
    }

    /// An announcement with the letters that go out beside it.
    public record Announced(Announcement announcement, List<Notice> letters) {}

    /// Tells every confirmed case that the sender sees.
    ///
    /// @param days how long it runs; 0 = as the standard says
    /// @throws Failure `NOTICE_PERIOD` when the standard does not allow that many days; `GUARD_REFUSED` for a campaign
    ///     whose standard has no announcement
    public Announced announce(String campaign, Notifying.Sender sender, int days) {
        CaseDesk.requireRole(sender.actor(), campaign, Event.NOTIFY.word(), Set.of(Role.ANALYST, Role.MAKER));
        Announcement begun = desk.store().write(writer -> begin(writer, campaign, sender, days));
        List<String> cases = desk.ids(campaign, Set.of(State.CONFIRMED), sender.actor());
        List<Notice> letters = new ArrayList<>();
        for (int from = 0; from < cases.size(); from += CASES) {
            List<String> some = cases.subList(from, Math.min(cases.size(), from + CASES));
            List<Notice> written = new ArrayList<>();
            desk.store().write(writer -> {
                written.clear();
                some.forEach(id -> tell(writer, begun, id, sender, written));
                return some.size();
            });
            letters.addAll(written);
        }
        long[] listed = {0};
        lines(begun, line -> listed[0]++);
        Announcement whole = begun.in(Announcement.State.WRITTEN, listed[0]);
        desk.store().write(writer -> {
            writer.put(whole.entry());
            return whole;
        });
        return new Announced(whole, letters);
    }

    private Announcement begin(CaseWriter writer, String name, Notifying.Sender sender, int days) {
        Campaign campaign = desk.campaign(writer, name);
        CaseRules rules = desk.rules(campaign.policy());
        NoticeTerms terms = rules.notice();
        if (campaign.kind() != Kind.ACCOUNTS || !terms.channels().contains(Channel.ANNOUNCEMENT)) {
            throw new Failure(ErrorCode.NOTICE_UNKNOWN, Map.of("where", name, "what", Announcement.KIND));
        }
        int given = days == 0 ? terms.days() : days;
        terms.check(campaign.policy(), given);
        LocalDate deadline =
                rules.holidays().plus(new Clocks(rules, campaign.zone()).day(sender.at()), given, terms.counting());
        for (Announcement earlier : all(writer, name)) {
            if (earlier.state() == Announcement.State.WRITING
                    && earlier.deadline().equals(deadline.toString())) {
                return earlier;
            }
        }
        Announcement announcement = new Announcement(
                ids.next(),
                name,
                Announcement.State.WRITING,
                1,
                given,
                deadline.toString(),
                ids.next().substring(0, CODE_DIGITS).toUpperCase(Locale.ROOT),
                0,
                sender.at().toString());
        writer.put(announcement.entry());
        return announcement;
    }

    /// The announcements of a campaign.
    public List<Announcement> all(CaseReader reader, String campaign) {
        return reader.entriesOfGroup(Announcement.KIND, campaign, "", PAGE).stream()
                .map(Announcement::of)
                .toList();
    }

    private void tell(
            CaseWriter writer,
            Announcement announcement,
            String caseId,
            Notifying.Sender sender,
            List<Notice> written) {
        CaseFile file = desk.find(writer, sender.actor(), caseId);
        if (file.status().state() != State.CONFIRMED) {
            return;
        }
        Notice letter = notifying.notify(writer, file, sender, announcement.days(), announcement.code());
        if (letter.channel() != Channel.ANNOUNCEMENT) {
            written.add(letter);
        }
        List<KeptFinding> findings = writer.findings(caseId, PAGE);
        KeptFinding leading =
                findings.stream().filter(KeptFinding::opens).findFirst().orElse(null);
        String subject = leading == null ? caseId : words.listedSubject(words.subject(file, leading, "zh"));
        Announcement.Line line = new Announcement.Line(
                caseId,
                words.listed(Addressee.of(writer, file).contact().name()),
                subject,
                leading == null ? words.reported("zh") : words.rule(leading, "zh"),
                leading == null ? words.reported("en") : words.rule(leading, "en"));
        writer.put(line.entry(announcement));
    }

    /// Gives every line in the order of the case ids.
    public void lines(Announcement announcement, Consumer<Announcement.Line> listener) {
        String after = "";
        List<Entry> page = List.of();
        do {
            String from = after;
            page = desk.store().read(reader -> reader.entriesOfGroup(Announcement.LINE, announcement.id(), from, PAGE));
            page.forEach(entry -> listener.accept(Announcement.Line.of(entry)));
            after = page.isEmpty() ? "" : page.getLast().id();
        } while (page.size() == PAGE);
    }

    /// The text of the announcement.
    ///
    /// @param list stands where the list goes
    public String text(Announcement announcement, String list, String language) {
        return desk.store()
                .read(reader -> writing.announcement(
                        desk.campaign(reader, announcement.campaign()), announcement, list, language));
    }

    /// Notes that it was posted: whoever it names was reached by it.
    ///
    /// @return how many cases
    /// @throws Failure `NOTICE_UNKNOWN`
    public long posted(String id, Notifying.Sender sender) {
        CaseDesk.requireRole(sender.actor(), id, Event.DELIVER.word(), Set.of(Role.ANALYST));
        Announcement announcement = desk.store()
                .read(reader -> reader.entry(id)
                        .filter(entry -> entry.kind().equals(Announcement.KIND))
                        .map(Announcement::of))
                .orElseThrow(() -> new Failure(ErrorCode.NOTICE_UNKNOWN, Map.of("where", "", "what", id)));
        List<String> cases = new ArrayList<>();
        lines(announcement, line -> cases.add(line.caseId()));
        for (int from = 0; from < cases.size(); from += CASES) {
            List<String> some = cases.subList(from, Math.min(cases.size(), from + CASES));
            desk.store().write(writer -> {
                some.forEach(each -> posted(writer, announcement, each, sender));
                return some.size();
            });
        }
        if (announcement.state() != Announcement.State.POSTED) {
            desk.store().write(writer -> {
                writer.put(announcement
                        .in(Announcement.State.POSTED, announcement.cases())
                        .entry());
                return true;
            });
        }
        return cases.size();
    }

    private void posted(CaseWriter writer, Announcement announcement, String caseId, Notifying.Sender sender) {
        Entry entry =
                writer.entry(Announcement.Line.id(announcement.id(), caseId)).orElseThrow();
        if (entry.state().equals(Announcement.State.POSTED.word())) {
            return;
        }
        writer.put(entry.in(Announcement.State.POSTED.word(), Map.of()));
        writer.entriesOfCase(caseId, Notice.KIND).stream()
                .filter(each -> Notice.of(each).code().equals(announcement.code()))
                .filter(each -> each.state().equals(Notice.State.WRITTEN.word()))
                .forEach(each -> writer.put(each.in(Notice.State.DELIVERED.word(), Map.of())));
        CaseFile file = desk.find(writer, sender.actor(), caseId);
        if (!file.status().state().isEnd()) {
            desk.act(
                    writer,
                    file,
                    Act.of(Event.DELIVER, sender.actor(), sender.at())
                            .with(Detail.CHANNEL, Channel.ANNOUNCEMENT.word())
                            .with(Detail.CODE, announcement.code())
                            .with(Detail.DELIVERY, Notice.State.DELIVERED.word()));
        }
    }

    /// Whether a case stands on a list that was posted.
    public static boolean isPosted(CaseReader reader, String caseId) {
        return reader.entriesOfCase(caseId, Announcement.LINE).stream()
                .anyMatch(entry -> entry.state().equals(Announcement.State.POSTED.word()));
    }
}
