package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.KindLine;
import org.qingyuan.report.circular.CircularModel.Kinds;
import org.qingyuan.report.circular.CircularModel.OrganisationLine;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.circular.CircularModel.RegionLine;
import org.qingyuan.report.circular.CircularModel.Share;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// Whose addresses they are: by kind, by region, by organisation.
record HolderSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        Kinds kinds = model.kinds();
        if (kinds.clients() == 0) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        blocks.add(new Paragraph(
                wording.say(
                        "report.kinds.named",
                        Wording.with(
                                "named", kinds.named(),
                                "clients", kinds.clients(),
                                "share", wording.share(kinds.named(), kinds.clients()))),
                Tone.PLAIN));
        blocks.add(kindChart(kinds));
        blocks.add(kindTable(kinds, model.figures().watts()));
        blocks.add(new Paragraph(wording.say("report.kinds.rule"), Tone.NOTE));
        blocks.add(regionChart(model.regions()));
        blocks.add(regions(model.regions()));
        Rankings.noteMore(wording, model.regions(), blocks);
        blocks.add(
                model.organisations().total() == 0
                        ? new Paragraph(wording.say("report.organisations.none"), Tone.PLAIN)
                        : organisations(model.organisations()));
        Rankings.noteMore(wording, model.organisations(), blocks);
        return blocks;
    }

    private String kind(String word) {
        return word.equals("unregistered") ? wording.say("report.unregistered") : wording.word("kind", word);
    }

    private Block kindChart(Kinds kinds) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (KindLine line : kinds.lines()) {
            String text =
                    wording.humans().count(line.clients()) + " · " + wording.share(line.clients(), kinds.clients());
            bars.add(new BarChart.Bar(kind(line.kind()), line.clients(), line.clients(), line.clients(), text));
        }
        return new Block.Bars(
                new BarChart(wording.say("report.chart.kinds"), wording.say("report.chart.kinds.description"), bars));
    }

    private Block kindTable(Kinds kinds, @Nullable Estimate watts) {
        Tables table = new Tables(wording, "kinds")
                .text("kind")
                .number("clients")
                .number("share")
                .number("sessions")
                .number("energyPerDay");
        for (KindLine line : kinds.lines()) {
            table.row(
                    kind(line.kind()),
                    wording.humans().count(line.clients()),
                    wording.share(line.clients(), kinds.clients()),
                    wording.humans().count(line.share().sessions()),
                    wording.energyPerDay(line.share().watts()));
        }
        table.row(
                wording.say("report.all"),
                wording.humans().count(kinds.clients()),
                wording.share(kinds.clients(), kinds.clients()),
                wording.humans()
                        .count(kinds.lines().stream()
                                .mapToLong(line -> line.share().sessions())
                                .sum()),
                wording.energyPerDay(watts));
        return table.block();
    }

    private Block regionChart(Ranking<RegionLine> regions) {
        List<BarChart.Bar> bars = new ArrayList<>();
        regions.top().stream().limit(12).forEach(line -> {
            long clients = line.share().clients();
            bars.add(new BarChart.Bar(
                    wording.region(line.code()),
                    clients,
                    clients,
                    clients,
                    wording.humans().count(clients)));
        });
        return new Block.Bars(new BarChart(
                wording.say("report.chart.regions"), wording.say("report.chart.regions.description"), bars));
    }

    private Block regions(Ranking<RegionLine> regions) {
        Tables table =
                Rankings.columns(new Tables(wording, "regions").number("rank").text("region"));
        int rank = 1;
        for (RegionLine line : regions.top()) {
            table.row(Rankings.cells(
                    wording, List.of(String.valueOf(rank++), wording.region(line.code())), line.share()));
        }
        return table.block();
    }

    private Block organisations(Ranking<OrganisationLine> organisations) {
        Tables table = Rankings.columns(new Tables(wording, "organisations")
                .number("rank")
                .text("organisation")
                .text("kind")
                .text("region"));
        int rank = 1;
        for (OrganisationLine line : organisations.top()) {
            Share share = line.share();
            table.row(Rankings.cells(
                    wording,
                    List.of(
                            String.valueOf(rank++),
                            wording.organisation(line.holder()),
                            kind(line.holder().kind()),
                            wording.region(line.holder().region())),
                    share));
        }
        return table.block();
    }
}
