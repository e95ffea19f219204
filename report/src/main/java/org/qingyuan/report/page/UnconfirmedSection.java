package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// What counts in no total: sessions of which one side was seen, and attempts.
record UnconfirmedSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(wording.say("report.unconfirmed.rule"), Tone.PLAIN));
        if (model.unconfirmed().total() == 0) {
            blocks.add(new Paragraph(wording.say("report.unconfirmed.none"), Tone.PLAIN));
        } else {
            blocks.add(sessions(model.unconfirmed()));
            Rankings.noteMore(wording, model.unconfirmed(), blocks);
        }
        if (model.attempts().total() == 0) {
            blocks.add(new Paragraph(wording.say("report.attempts.none"), Tone.PLAIN));
        } else {
            blocks.add(attempts(model.attempts()));
            Rankings.noteMore(wording, model.attempts(), blocks);
        }
        return blocks;
    }

    private Block sessions(Ranking<MiningSession> ranking) {
        FindingWords words = new FindingWords(wording);
        Tables table =
                common(new Tables(wording, "unconfirmed")).text("algorithm").text("shares");
        for (MiningSession listed : ranking.top()) {
            MiningSession session = words.masked(listed);
            List<String> cells = commonCells(words, session);
            cells.add(wording.word("algorithm", session.algorithm()));
            cells.add(words.shares(session));
            table.row(cells);
        }
        return table.block();
    }

    private Block attempts(Ranking<MiningSession> ranking) {
        FindingWords words = new FindingWords(wording);
        Tables table = common(new Tables(wording, "attempts")).text("reason").number("count");
        for (MiningSession listed : ranking.top()) {
            MiningSession session = words.masked(listed);
            List<String> cells = commonCells(words, session);
            cells.add(wording.word("attempt", session.values().textOrBlank("reason")));
            cells.add(wording.humans().count(Math.max(1, session.values().count("count"))));
            table.row(cells);
        }
        return table.block();
    }

    private Tables common(Tables table) {
        return table.text("id")
                .text("organisation")
                .text("client")
                .text("server")
                .text("time")
                .text("dialect")
                .text("wallet");
    }

    private List<String> commonCells(FindingWords words, MiningSession session) {
        List<String> cells = new ArrayList<>();
        cells.add(SessionSection.shortId(session.finding()));
        cells.add(wording.organisation(session.finding().organisation()));
        cells.add(wording.exact(session.clientIp()));
        cells.add(words.pool(session));
        cells.add(wording.humans()
                .span(session.finding().start(), session.finding().end()));
        cells.add(wording.word("dialect", session.dialect()));
        cells.add(words.wallet(session));
        return cells;
    }
}
