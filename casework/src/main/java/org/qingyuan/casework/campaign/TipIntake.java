package org.qingyuan.casework.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.casework.cases.Act;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Head;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Holder;

/// Takes reports by persons and rows of other offices' lists into cases. A report opens a case, or joins the one that
/// is
/// open for its matter or rests; findings of the same key that come later join it in turn. It is a ground to check, and
/// to confirm with a reason; it never counts as something found.
///
/// Whoever takes reports is bounded by the own scope, as by an import.
public final class TipIntake {
    /// Kind of the entries that remember which reports were taken.
    public static final String KIND = "tip";

    private final CaseDesk desk;
    private final IdSource ids;

    public TipIntake(CaseDesk desk, IdSource ids) {
        this.desk = desk;
        this.ids = ids;
    }

    /// Who takes it, and when.
    public record Taker(Actor actor, Instant at) {}

    /// What became of a report.
    public enum Fate {
        OPENED,
        JOINED,
        /// Joined a dismissed matter that rests: no case opens.
        RESTING,
        /// Was taken before.
        KNOWN
    }

    /// A report and its case.
    public record Taken(CaseFile file, Fate fate) {}

    /// Takes one report.
    ///
    /// @throws Failure `ROLE_REFUSED`; `CAMPAIGN_UNKNOWN`; `OUT_OF_SCOPE` when the report, or the case that would take
    ///     it, is not for who takes it
    public Taken take(String campaign, Tip tip, Taker taker) {
        return takeAll(campaign, List.of(tip), taker).getFirst();
    }

    /// Takes several in one transaction: all or none.
    public List<Taken> takeAll(String campaign, List<Tip> tips, Taker taker) {
        tips.forEach(tip -> check(campaign, tip, taker));
        return desk.store().write(writer -> {
            Campaign into = desk.campaign(writer, campaign);
            return tips.stream().map(tip -> take(writer, into, tip, taker)).toList();
        });
    }

    /// Whether somebody may take a report, before anything of it is kept.
    ///
    /// @throws Failure `ROLE_REFUSED`, `OUT_OF_SCOPE`
    public void check(String campaign, Tip tip, Taker taker) {
        checkRole(campaign, taker);
        if (!taker.actor().sees(tip.place())) {
            throw outside(tip);
        }
    }

    /// Whether somebody may take reports at all.
    ///
    /// @throws Failure `ROLE_REFUSED`
    public void checkRole(String campaign, Taker taker) {
        CaseDesk.requireRole(taker.actor(), campaign, Event.OPEN.word(), Set.of(Role.ANALYST));
    }

    private Taken take(CaseWriter writer, Campaign campaign, Tip tip, Taker taker) {
        if (tip.kind() != campaign.kind()) {
            throw new IllegalArgumentException(tip.kind() + " into " + campaign.kind());
        }
        String id = FoundMatter.sha256(KIND + "\n" + campaign.name() + "\n" + tip.digest());
        Optional<Entry> known = writer.entry(id);
        if (known.isPresent()) {
            CaseFile file = writer.find(known.get().caseId()).orElseThrow();
            return new Taken(seen(file, tip, taker), Fate.KNOWN);
        }
        Taken taken = choose(writer, tip, taker.at())
                .map(file -> join(writer, seen(file, tip, taker), tip, taker))
                .orElseGet(() -> open(writer, campaign, tip, taker));
        String caseId = taken.file().head().id();
        writer.put(new Entry(id, KIND, caseId, "", tip.told().source().word(), 1, Map.of("digest", tip.digest())));
        return taken;
    }

    private static CaseFile seen(CaseFile file, Tip tip, Taker taker) {
        if (!taker.actor().sees(file.head().place())) {
            throw outside(tip);
        }
        return file;
    }

    private static Failure outside(Tip tip) {
        return new Failure(
                ErrorCode.OUT_OF_SCOPE,
                Map.of("where", "", "what", tip.subject().id()));
    }

    /// The case of the same organisation first, else one whose organisation is not known on either side.
    private static Optional<CaseFile> choose(CaseReader reader, Tip tip, Instant now) {
        List<CaseFile> open = reader.ofKey(tip.matter().site(), tip.matter().key()).stream()
                .filter(file -> !file.status().state().isEnd() || file.isResting(now))
                .toList();
        String organisation = tip.place().organisation();
        return open.stream()
                .filter(file -> organisation(file).equals(organisation))
                .findFirst()
                .or(() -> open.stream()
                        .filter(file ->
                                organisation.isEmpty() || organisation(file).isEmpty())
                        .findFirst());
    }

    private static String organisation(CaseFile file) {
        return file.head().place().organisation();
    }

    private static Act carrying(Event event, Tip tip, Taker taker) {
        Act act = Act.of(event, taker.actor(), taker.at())
                .because(tip.told().text())
                .with(Detail.TIP, tip.told().source().word())
                .with(Detail.REFERENCE, tip.told().reference())
                .with(Detail.RECEIVED_ON, tip.told().receivedOn().toString())
                .with(Detail.DIGEST, tip.digest());
        return Attachment.attach(act, tip.files());
    }

    private Taken join(CaseWriter writer, CaseFile file, Tip tip, Taker taker) {
        CaseFile learned = learn(writer, file, tip, taker);
        CaseFile joined = desk.act(writer, learned, carrying(Event.ATTACH, tip, taker));
        return new Taken(joined, file.isResting(taker.at()) ? Fate.RESTING : Fate.JOINED);
    }

    private CaseFile learn(CaseWriter writer, CaseFile file, Tip tip, Taker taker) {
        Holder holder = tip.holder();
        boolean isNews = organisation(file).isEmpty() && !file.status().state().isEnd();
        return holder == null || !isNews
                ? file
                : desk.act(writer, file, FoundMatter.learning(holder, taker.actor(), taker.at()));
    }

    private Taken open(CaseWriter writer, Campaign campaign, Tip tip, Taker taker) {
        Holder holder = tip.holder();
        Head head = new Head(
                ids.next(),
                campaign.name(),
                campaign.kind(),
                tip.matter().site(),
                tip.matter().key(),
                tip.subject(),
                tip.place(),
                holder == null ? "" : holder.name(),
                holder == null ? "" : holder.kind(),
                taker.at());
        CaseFile opened = desk.open(writer, head, campaign.policy(), carrying(Event.OPEN, tip, taker));
        KeptFinding.Matter matter =
                new KeptFinding.Matter(head.site(), head.key(), tip.place().organisation());
        long waiting = writer.takeWaiting(matter, head.id());
        CaseFile file = waiting == 0
                ? opened
                : desk.act(
                        writer,
                        opened,
                        Act.of(Event.ATTACH, taker.actor(), taker.at()).with(Detail.FINDINGS, Long.toString(waiting)));
        return new Taken(file, Fate.OPENED);
    }
}
