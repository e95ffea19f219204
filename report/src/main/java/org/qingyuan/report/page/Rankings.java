package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.CircularModel.Share;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// What all rankings have in common: the same columns at the end, and a word on what was left out.
final class Rankings {
    private Rankings() {}

    static Tables columns(Tables table) {
        return table.number("clients").number("sessions").text("algorithms").number("energyPerDay");
    }

    static List<String> cells(Wording wording, List<String> first, Share share) {
        List<String> cells = new ArrayList<>(first);
        cells.add(wording.humans().count(share.clients()));
        cells.add(wording.humans().count(share.sessions()));
        cells.add(wording.list(share.algorithms().stream()
                .map(algorithm -> wording.word("algorithm", algorithm))
                .toList()));
        cells.add(wording.energyPerDay(share.watts()));
        return cells;
    }

    static void noteMore(Wording wording, Ranking<?> ranking, List<Block> blocks) {
        if (ranking.left() > 0) {
            blocks.add(new Paragraph(wording.say("report.more", "count", ranking.left()), Tone.NOTE));
        }
    }
}
