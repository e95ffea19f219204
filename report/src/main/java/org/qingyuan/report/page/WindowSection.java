package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.estimate.ObservedWindow;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Window;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// When the taps were looking, and when not.
record WindowSection(Wording wording) {
    /// The most stretches that are listed.
    private static final int MAX_SPANS = 100;

    List<Block> blocks(CircularModel model) {
        Window window = model.window();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                wording.say(
                        "report.window.sentence",
                        Wording.with(
                                "inputs", model.unread().inputs(),
                                "packets", model.unread().packets(),
                                "size", wording.humans().bytes(model.unread().bytes()),
                                "window", wording.duration(window.seconds()),
                                "spans", (long) window.observed().spans().size(),
                                "gaps", (long) window.observed().gaps().size())),
                Tone.PLAIN));
        noteIf(window.fromFindings(), "report.window.fromFindings", Tone.WARNING, blocks);
        noteIf(window.seconds() <= 0, "report.window.empty", Tone.WARNING, blocks);
        if (!window.observed().spans().isEmpty()) {
            blocks.add(spans(window.observed()));
        }
        if (window.observed().spans().size() > MAX_SPANS) {
            long more = (long) window.observed().spans().size() - MAX_SPANS;
            blocks.add(new Paragraph(wording.say("report.more", "count", more), Tone.NOTE));
        }
        if (window.sites().size() > 1) {
            blocks.add(sites(window));
            noteIf(window.sitesDiffer(), "report.window.sitesDiffer", Tone.WARNING, blocks);
        }
        return blocks;
    }

    private void noteIf(boolean needed, String key, Tone tone, List<Block> blocks) {
        if (needed) {
            blocks.add(new Paragraph(wording.say(key), tone));
        }
    }

    private Block spans(ObservedWindow observed) {
        Tables table = new Tables(wording, "window")
                .text("from")
                .text("to")
                .number("length")
                .number("gapBefore");
        for (int i = 0; i < Math.min(MAX_SPANS, observed.spans().size()); i++) {
            ObservedWindow.Span span = observed.spans().get(i);
            table.row(
                    wording.instant(span.start()),
                    wording.instant(span.end()),
                    wording.duration(span.seconds()),
                    i == 0
                            ? Wording.NONE
                            : wording.duration(observed.gaps().get(i - 1).seconds()));
        }
        return table.block();
    }

    private Block sites(Window window) {
        Tables table =
                new Tables(wording, "sites").text("site").number("inputs").number("length");
        window.sites()
                .forEach(site -> table.row(
                        wording.site(site.site()),
                        wording.humans().count(site.inputs()),
                        wording.duration(site.seconds())));
        return table.block();
    }
}
