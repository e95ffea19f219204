package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.BrokenInput;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.CircularModel.Unread;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// What could not be read, and what was shed: nothing is dropped in silence.
record UnreadSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        Unread unread = model.unread();
        List<Block> blocks = new ArrayList<>();
        if (unread.broken().total() == 0) {
            blocks.add(new Paragraph(wording.say("report.unread.none"), Tone.PLAIN));
        } else {
            blocks.add(broken(unread.broken()));
            Rankings.noteMore(wording, unread.broken(), blocks);
        }
        if (unread.unusableLines() > 0) {
            blocks.add(
                    new Paragraph(wording.say("report.unread.lines", "count", unread.unusableLines()), Tone.WARNING));
        }
        if (!unread.rejects().isEmpty()) {
            blocks.add(counts("rejects", "reject", unread.rejects()));
        }
        if (!unread.counters().isEmpty()) {
            blocks.add(counts("counters", "counter", unread.counters()));
        }
        long shed = unread.counters().entrySet().stream()
                .filter(entry -> entry.getKey().contains("shed"))
                .mapToLong(Map.Entry::getValue)
                .sum();
        String key = shed > 0 ? "report.unread.shed" : "report.unread.notShed";
        blocks.add(new Paragraph(wording.say(key, "count", shed), shed > 0 ? Tone.WARNING : Tone.PLAIN));
        if (model.header().otherFindings() > 0) {
            blocks.add(new Paragraph(
                    wording.say("report.unread.other", "count", model.header().otherFindings()), Tone.NOTE));
        }
        return blocks;
    }

    private Block broken(Ranking<BrokenInput> broken) {
        Tables table = new Tables(wording, "broken")
                .text("site")
                .text("file")
                .number("bytes")
                .text("problem")
                .number("stoppedAt");
        for (BrokenInput line : broken.top()) {
            InputSummary input = line.input();
            table.row(
                    wording.site(line.site()),
                    wording.exact(input.file()),
                    wording.humans().bytes(Math.max(0, input.bytes())),
                    input.problem() == null
                            ? wording.say("report.unread.stopped")
                            : wording.word("reject", input.problem().word()),
                    input.stoppedAt() < 0 ? Wording.NONE : wording.humans().count(input.stoppedAt()));
        }
        return table.block();
    }

    private Block counts(String name, String family, Map<String, Long> counts) {
        Tables table = new Tables(wording, name).text("reason").number("count");
        counts.forEach((word, count) ->
                table.row(wording.word(family, word), wording.humans().count(count)));
        return table.block();
    }
}
