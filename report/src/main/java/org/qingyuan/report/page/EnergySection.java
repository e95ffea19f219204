package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Power;
import org.qingyuan.finding.Estimate;
import org.qingyuan.registry.Efficiency;
import org.qingyuan.registry.Factor;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.AlgorithmLine;
import org.qingyuan.report.circular.CircularModel.AppliedFactors;
import org.qingyuan.report.circular.CircularModel.Cost;
import org.qingyuan.report.circular.ProxyLine;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// Hash rate by algorithm, energy, and what it costs.
record EnergySection(Wording wording) {
    List<Block> blocks(CircularModel model) {
        List<Block> blocks = new ArrayList<>();
        if (model.algorithms().isEmpty()) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        blocks.add(new Paragraph(wording.say("report.energy.rule"), Tone.PLAIN));
        blocks.add(chart(model.algorithms()));
        blocks.add(rates(model.algorithms()));
        if (model.proxies().total() > 0) {
            blocks.add(new Paragraph(wording.say("report.energy.proxies"), Tone.PLAIN));
            blocks.add(proxies(model));
            Rankings.noteMore(wording, model.proxies(), blocks);
        }
        blocks.add(energies(model));
        if (model.algorithms().stream().anyMatch(AlgorithmLine::partlyWithoutPower)) {
            blocks.add(new Paragraph(wording.say("report.energy.partly"), Tone.WARNING));
        }
        if (model.algorithms().stream().anyMatch(line -> line.rate() != null && line.watts() == null)) {
            blocks.add(new Paragraph(wording.say("report.energy.noRow"), Tone.NOTE));
        }
        blocks.add(cost(model.cost()));
        blocks.add(new Paragraph(factors(model.cost().factors()), Tone.NOTE));
        return blocks;
    }

    private Block chart(List<AlgorithmLine> lines) {
        List<BarChart.Bar> bars = new ArrayList<>();
        for (AlgorithmLine line : lines) {
            Estimate energy = line.watts() == null ? null : Power.energyPerDay(line.watts());
            if (energy != null) {
                bars.add(new BarChart.Bar(
                        wording.word("algorithm", line.algorithm()),
                        energy.low(),
                        energy.best(),
                        energy.high(),
                        wording.humans().number(energy.best())));
            }
        }
        return new Block.Bars(
                new BarChart(wording.say("report.chart.energy"), wording.say("report.chart.energy.description"), bars));
    }

    private Block rates(List<AlgorithmLine> lines) {
        Tables table = new Tables(wording, "rates")
                .text("algorithm")
                .number("clients")
                .number("sessions")
                .number("accepted")
                .number("meanRate")
                .number("peakRate")
                .text("peakAt");
        for (AlgorithmLine line : lines) {
            table.row(
                    wording.word("algorithm", line.algorithm()),
                    wording.humans().count(line.clients()),
                    sessions(line),
                    wording.humans().count(line.acceptedShares()),
                    line.rate() == null ? wording.say("report.noRate") : wording.estimate(line.rate()),
                    line.peak() == null
                            ? Wording.NONE
                            : wording.estimate(line.peak().rate()),
                    line.peak() == null ? Wording.NONE : peakAt(line));
        }
        return table.block();
    }

    /// Both readings of what passes through a proxy, and which of them counts.
    private Block proxies(CircularModel model) {
        double seconds = model.window().seconds();
        Tables table = new Tables(wording, "proxies")
                .text("proxy")
                .text("algorithm")
                .number("workers")
                .number("rateByWorkers")
                .number("rateHandedOn")
                .text("counted");
        for (ProxyLine line : model.proxies().top()) {
            table.row(
                    wording.exact(line.address()),
                    wording.word("algorithm", line.algorithm()),
                    wording.humans().count(line.workers()),
                    wording.estimate(line.rateByWorkers(seconds)),
                    wording.estimate(line.rateHandedOn(seconds)),
                    wording.say(line.countsItself() ? "report.proxies.itself" : "report.proxies.workers"));
        }
        return table.block();
    }

    private String sessions(AlgorithmLine line) {
        String all = wording.humans().count(line.sessions());
        return line.withoutRate() == 0
                ? all
                : wording.say("report.sessions.withoutRate", Wording.with("all", all, "without", line.withoutRate()));
    }

    private String peakAt(AlgorithmLine line) {
        return line.peak() == null
                ? Wording.NONE
                : wording.say(
                        "report.peakAt",
                        Wording.with("at", wording.instant(line.peak().from()), "sessions", (long)
                                line.peak().sessions()));
    }

    private Block energies(CircularModel model) {
        Tables table = new Tables(wording, "energies")
                .text("algorithm")
                .text("hardware")
                .number("watts")
                .number("energyPerDay")
                .text("dominatedBy");
        for (AlgorithmLine line : model.algorithms()) {
            table.row(
                    wording.word("algorithm", line.algorithm()),
                    hardware(line),
                    wording.estimate(line.watts()),
                    wording.energyPerDay(line.watts()),
                    line.dominatedBy().isEmpty()
                            ? Wording.NONE
                            : wording.say("report.dominatedBy." + line.dominatedBy()));
        }
        Estimate watts = model.figures().watts();
        table.row(
                wording.say("report.total"),
                Wording.NONE,
                wording.estimate(watts),
                wording.energyPerDay(watts),
                Wording.NONE);
        return table.block();
    }

    private String hardware(AlgorithmLine line) {
        if (line.efficiencies().isEmpty()) {
            return wording.say("report.hardware.none");
        }
        String unit = line.rate() != null && line.rate().unit().equals("Sol/s") ? "Sol" : "H";
        List<String> rows = new ArrayList<>();
        for (Efficiency row : line.efficiencies()) {
            rows.add(wording.say(
                    "report.hardware.row",
                    Wording.with(
                            "low", wording.joulesPer(row.low(), row.best(), unit),
                            "best", wording.joulesPer(row.best(), row.best(), unit),
                            "high", wording.joulesPer(row.high(), row.best(), unit),
                            "from", row.from().toString())));
        }
        return String.join("; ", rows);
    }

    private Block cost(Cost cost) {
        Tables table =
                new Tables(wording, "cost").text("quantity").number("perDay").text("basis");
        AppliedFactors factors = cost.factors();
        costRow(table, "meter", cost.energyPerDay(), number(factors.pue()));
        costRow(table, "yuan", cost.yuanPerDay(), number(factors.price()));
        costRow(table, "public", cost.publicYuanPerDay(), number(factors.price()));
        costRow(table, "co2", cost.co2PerDay(), number(factors.carbon()));
        return table.block();
    }

    private void costRow(Tables table, String name, @Nullable Estimate value, String factor) {
        table.row(
                wording.say("report.cost." + name),
                wording.estimate(value),
                wording.say("report.cost." + name + ".basis", "factor", factor));
    }

    /// One number, or low, best and high with slashes.
    private String number(Factor factor) {
        String best = wording.humans().number(factor.best());
        return factor.low() == factor.high()
                ? best
                : wording.humans().number(factor.low()) + " / " + best + " / "
                        + wording.humans().number(factor.high());
    }

    private String factors(AppliedFactors factors) {
        return wording.say(
                "report.factors",
                Wording.with(
                        "price", source(factors.price()),
                        "carbon", source(factors.carbon()),
                        "carbonYear", factors.carbon().year(),
                        "pue", source(factors.pue())));
    }

    private String source(Factor factor) {
        return wording.say("report.source." + factor.name(), "notice", factor.notice());
    }
}
