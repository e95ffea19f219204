package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.estimate.ObservedWindow;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Coverage;
import org.qingyuan.report.circular.CircularModel.CoverageLine;
import org.qingyuan.report.circular.CircularModel.SiteWindow;
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
        if (model.coverage().networks().total() > 0) {
            blocks.add(new Paragraph(wording.say("report.window.coverage"), Tone.PLAIN));
            blocks.add(coverage(model.coverage(), window.sites().size() > 1));
            Rankings.noteMore(wording, model.coverage().networks(), blocks);
            long merged = model.coverage().merged();
            if (merged > 0) {
                blocks.add(new Paragraph(wording.say("report.window.coverageMerged", "count", merged), Tone.NOTE));
            }
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
        Tables table = new Tables(wording, "sites")
                .text("site")
                .number("inputs")
                .text("from")
                .text("to")
                .number("length")
                .number("spans");
        window.sites().forEach(site -> siteRow(table, site));
        return table.block();
    }

    private void siteRow(Tables table, SiteWindow site) {
        List<ObservedWindow.Span> spans = site.observed().spans();
        table.row(
                wording.site(site.site()),
                wording.humans().count(site.inputs()),
                spans.isEmpty()
                        ? Wording.NONE
                        : wording.instant(spans.getFirst().start()),
                spans.isEmpty() ? Wording.NONE : wording.instant(spans.getLast().end()),
                wording.duration(site.seconds()),
                wording.humans().count(spans.size()));
    }

    private Block coverage(Coverage coverage, boolean severalSites) {
        Tables table = new Tables(wording, "coverage");
        if (severalSites) {
            table.text("site");
        }
        table.text("network")
                .number("days")
                .text("from")
                .text("to")
                .number("packetsFrom")
                .number("packetsTo")
                .number("bytes");
        for (CoverageLine line : coverage.networks().top()) {
            List<String> cells = new ArrayList<>();
            if (severalSites) {
                cells.add(wording.site(line.site()));
            }
            cells.add(wording.exact(line.network()));
            cells.add(wording.humans().count(line.days()));
            cells.add(wording.exact(line.firstDay()));
            cells.add(wording.exact(line.lastDay()));
            cells.add(wording.humans().count(line.packetsFrom()));
            cells.add(wording.humans().count(line.packetsTo()));
            cells.add(wording.humans().bytes(line.bytes()));
            table.row(cells);
        }
        return table.block();
    }
}
