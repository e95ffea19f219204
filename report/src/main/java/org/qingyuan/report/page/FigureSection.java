package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.KeyFigures;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tile;
import org.qingyuan.report.page.Block.Tone;

/// The key figures on top.
record FigureSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        warnings(model, blocks);
        if (model.figures().sessions() == 0) {
            blocks.add(new Paragraph(nothing(model), Tone.PLAIN));
            return blocks;
        }
        blocks.add(new Paragraph(wording.say("report.figures.sentence", sentence(model)), Tone.PLAIN));
        blocks.add(new Block.Tiles(tiles(model)));
        if (model.figures().withoutRate() > 0) {
            blocks.add(new Paragraph(
                    wording.say(
                            "report.figures.withoutRate",
                            Wording.with(
                                    "count", model.figures().withoutRate(),
                                    "sessions", model.figures().sessions())),
                    Tone.NOTE));
        }
        return blocks;
    }

    private String nothing(CircularModel model) {
        return wording.say(
                "report.figures.nothing",
                Wording.with(
                        "window", wording.duration(model.window().seconds()),
                        "packets", model.unread().packets(),
                        "unconfirmed", model.unconfirmed().total(),
                        "attempts", model.attemptCount()));
    }

    private void warnings(CircularModel model, List<Block> blocks) {
        long cut =
                model.header().runs().stream().filter(run -> !run.hasRunLine()).count();
        long stopped = model.header().runs().stream()
                .filter(run -> run.hasRunLine() && !run.complete())
                .count();
        warnIf(cut > 0, "report.warning.cutOff", cut, blocks);
        warnIf(stopped > 0, "report.warning.stopped", stopped, blocks);
        long broken = model.unread().broken().total();
        warnIf(broken > 0, "report.warning.broken", broken, blocks);
    }

    private void warnIf(boolean needed, String key, long count, List<Block> blocks) {
        if (needed) {
            blocks.add(new Paragraph(wording.say(key, "count", count), Tone.WARNING));
        }
    }

    private java.util.Map<String, Object> sentence(CircularModel model) {
        KeyFigures figures = model.figures();
        return Wording.with(
                "window", wording.duration(model.window().seconds()),
                "clients", figures.clients(),
                "sessions", figures.sessions(),
                "organisations", figures.organisations(),
                "pools", figures.poolAddresses(),
                "energy", wording.energyPerDay(figures.watts()),
                "named", wording.share(model.kinds().named(), model.kinds().clients()));
    }

    private List<Tile> tiles(CircularModel model) {
        KeyFigures figures = model.figures();
        double seconds = model.window().seconds();
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile("clients", count(figures.clients()), "sessions", count(figures.sessions())));
        tiles.add(tile(
                "named",
                wording.share(model.kinds().named(), model.kinds().clients()),
                "count",
                count(model.kinds().named())));
        tiles.add(tile("pools", count(figures.poolAddresses()), "endpoints", count(figures.poolEndpoints())));
        tiles.add(tile(
                "traffic",
                wording.megabits(figures.bytes(), seconds),
                "up",
                wording.megabits(figures.toServer(), seconds)));
        tiles.add(tile("energy", wording.energyPerDay(figures.watts()), "watts", wording.estimate(figures.watts())));
        tiles.add(tile(
                "meter",
                wording.estimate(model.cost().energyPerDay()),
                "pue",
                wording.humans().number(model.cost().factors().pue().best())));
        tiles.add(tile(
                "yuan",
                wording.estimate(model.cost().yuanPerDay()),
                "public",
                wording.estimate(model.cost().publicYuanPerDay())));
        tiles.add(tile(
                "co2",
                wording.estimate(model.cost().co2PerDay()),
                "factor",
                wording.humans().number(model.cost().factors().carbon().best())));
        model.algorithms().stream()
                .limit(4)
                .forEach(line -> tiles.add(new Tile(
                        wording.say("report.tile.rate", "algorithm", line.algorithm()),
                        wording.estimate(line.rate()),
                        wording.say(
                                "report.tile.rate.detail",
                                "energy",
                                line.watts() == null ? Wording.NONE : wording.energyPerDay(line.watts())))));
        return tiles;
    }

    private String count(long count) {
        return wording.humans().count(count);
    }

    private Tile tile(String name, String value, String placeholder, String detail) {
        return new Tile(
                wording.say("report.tile." + name),
                value,
                wording.say("report.tile." + name + ".detail", placeholder, detail));
    }
}
