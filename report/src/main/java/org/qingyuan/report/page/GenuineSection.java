package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Header;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// How a reader tells that the document is genuine: it can be computed again.
record GenuineSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        Header header = model.header();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(wording.say("report.genuine.recompute"), Tone.PLAIN));
        Tables table =
                new Tables(wording, "runs").text("site").number("findings").text("state");
        header.runs()
                .forEach(run -> table.row(
                        wording.site(run.site()),
                        wording.humans().count(run.findings()),
                        wording.say(
                                !run.hasRunLine()
                                        ? "report.run.cutOff"
                                        : run.complete() ? "report.run.complete" : "report.run.stopped")));
        blocks.add(table.block());
        if (!header.digests().isEmpty()) {
            Tables digests = new Tables(wording, "digests").number("rank").text("sha256");
            int rank = 1;
            for (String digest : header.digests()) {
                digests.row(String.valueOf(rank++), digest);
            }
            blocks.add(digests.block());
        }
        blocks.add(new Paragraph(wording.say("report.genuine.check"), Tone.NOTE));
        return blocks;
    }
}
