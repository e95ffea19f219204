package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Finding;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.report.page.Block.Fact;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.SessionEntry;
import org.qingyuan.report.page.Block.Tone;

/// The sessions one by one, each with its evidence and with what would refute it.
final class SessionSection {
    private final Wording wording;
    private final FindingWords words;
    private final Map<String, String> marks = new LinkedHashMap<>();

    SessionSection(Wording wording) {
        this.wording = wording;
        this.words = new FindingWords(wording);
    }

    List<Block> blocks(CircularModel model) {
        Ranking<MiningSession> sessions = model.sessions();
        List<Block> blocks = new ArrayList<>();
        if (sessions.total() == 0) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        boolean severalSites = model.header().sites().size() > 1;
        List<SessionEntry> entries = new ArrayList<>();
        for (MiningSession session : sessions.top()) {
            entries.add(entry(entries.size() + 1, words.masked(session), severalSites));
        }
        String key = sessions.left() > 0 ? "report.sessions.some" : "report.sessions.all";
        blocks.add(new Paragraph(
                wording.say(
                        key,
                        Wording.with(
                                "listed", (long) entries.size(), "all", sessions.total(), "more", sessions.left())),
                Tone.PLAIN));
        if (!marks.isEmpty()) {
            blocks.add(new Paragraph(wording.say("report.refuted.legend"), Tone.PLAIN));
            List<String> legend = new ArrayList<>();
            marks.forEach((reason, mark) -> legend.add(mark + "  " + wording.refutation(reason)));
            blocks.add(new Block.Bullets(legend));
        }
        blocks.add(new Block.Sessions(entries));
        return blocks;
    }

    private SessionEntry entry(int rank, MiningSession session, boolean severalSites) {
        Finding finding = session.finding();
        List<String> refuted = new ArrayList<>();
        for (String reason : finding.refutedBy()) {
            refuted.add(marks.computeIfAbsent(reason, key -> "R" + (marks.size() + 1)));
        }
        String evidence = wording.say(
                "report.evidence.line",
                Wording.with(
                        "count", finding.evidenceCount(),
                        "shown", (long) finding.evidence().size(),
                        "list", String.join(wording.isChinese() ? "；" : "; ", words.evidence(finding.evidence()))));
        return new SessionEntry(
                String.valueOf(rank),
                shortId(finding),
                wording.exact(session.clientIp()),
                words.pool(session),
                facts(session, severalSites),
                evidence,
                wording.say("report.refuted.line", "list", wording.list(refuted)));
    }

    static String shortId(Finding finding) {
        return finding.id().length() > 8 ? finding.id().substring(0, 8) : finding.id();
    }

    private List<Fact> facts(MiningSession session, boolean severalSites) {
        List<Fact> facts = new ArrayList<>();
        if (severalSites) {
            facts.add(fact("site", wording.site(session.site())));
        }
        facts.add(fact("organisation", wording.organisation(session.finding().organisation())));
        facts.add(fact("time", time(session)));
        facts.add(fact("dialect", wording.word("dialect", session.dialect())));
        facts.add(fact(
                "algorithm",
                wording.word("algorithm", session.algorithm())
                        + wording.say("report.brackets", "text", words.coin(session))));
        facts.add(fact("wallet", words.wallet(session)));
        facts.add(fact("workers", words.workers(session)));
        facts.add(fact("shares", words.shares(session)));
        facts.add(fact(
                "rate",
                words.rate(session)
                        + (session.aside()
                                ? wording.say("report.brackets", "text", wording.say("report.session.aside"))
                                : "")));
        facts.add(fact("power", wording.estimate(session.power())));
        facts.add(fact("bytes", wording.humans().bytes(session.bytes())));
        if (session.contradictsItself()) {
            double claimed = session.values().number("selfReported", "hashRate");
            facts.add(fact("claimed", wording.humans().quantity(claimed, "H/s")));
        }
        return facts;
    }

    private Fact fact(String name, String value) {
        return new Fact(wording.say("report.session." + name), value);
    }

    private String time(MiningSession session) {
        return wording.humans()
                        .span(session.finding().start(), session.finding().end())
                + wording.say("report.brackets", "text", wording.duration(session.seconds()));
    }
}
