package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.CoinLine;
import org.qingyuan.report.circular.CircularModel.LearnedPool;
import org.qingyuan.report.circular.CircularModel.PoolLine;
import org.qingyuan.report.circular.CircularModel.Ranking;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// Which coins, and at which pools.
record CoinSection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        if (model.coins().total() == 0) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        Tables coins = Rankings.columns(new Tables(wording, "coins").text("coin"));
        for (CoinLine line : model.coins().top()) {
            String coin = line.coin().isEmpty() ? wording.say("report.coin.unknown") : wording.outside(line.coin());
            coins.row(Rankings.cells(wording, List.of(coin), line.share()));
        }
        blocks.add(coins.block());
        Rankings.noteMore(wording, model.coins(), blocks);
        Tables pools = Rankings.columns(new Tables(wording, "pools")
                .number("rank")
                .text("pool")
                .text("endpoint")
                .number("traffic"));
        int rank = 1;
        for (PoolLine line : model.pools().top()) {
            String name = line.name().isEmpty() ? Wording.NONE : wording.outside(line.name());
            pools.row(Rankings.cells(
                    wording,
                    List.of(
                            String.valueOf(rank++),
                            name,
                            wording.exact(line.endpoint()),
                            wording.megabits(
                                    line.share().bytes(), model.window().seconds())),
                    line.share()));
        }
        blocks.add(pools.block());
        Rankings.noteMore(wording, model.pools(), blocks);
        if (model.learned().total() > 0) {
            blocks.add(new Paragraph(wording.say("report.pools.learned"), Tone.PLAIN));
            blocks.add(learned(model.learned()));
            Rankings.noteMore(wording, model.learned(), blocks);
        }
        return blocks;
    }

    private Block learned(Ranking<LearnedPool> pools) {
        Tables table = new Tables(wording, "learned")
                .text("host")
                .text("endpoint")
                .text("dialect")
                .text("coin");
        for (LearnedPool pool : pools.top()) {
            String ip = pool.ip().indexOf(':') < 0 ? pool.ip() : "[" + pool.ip() + "]";
            table.row(
                    pool.host().isEmpty() ? Wording.NONE : wording.outside(pool.host()),
                    wording.exact(ip + ":" + pool.port()),
                    wording.word("dialect", pool.dialect()),
                    pool.coin().isEmpty() ? Wording.NONE : wording.outside(pool.coin()));
        }
        return table.block();
    }
}
