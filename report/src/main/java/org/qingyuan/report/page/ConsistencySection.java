package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Estimate;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.AlgorithmCheck;
import org.qingyuan.report.circular.CircularModel.Consistency;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// Whether the figures fit together.
record ConsistencySection(Wording wording) {
    /// Most that one machine draws (an ASIC of 2021), least (a desktop computer), in watts.
    private static final double MACHINE_HIGH = 3_500;

    private static final double MACHINE_LOW = 80;

    /// Most bit/s that one plaintext session needs.
    private static final double SESSION_HIGH = 2_000;

    List<Block> blocks(CircularModel model) {
        Consistency check = model.consistency();
        List<Block> blocks = new ArrayList<>();
        if (model.figures().sessions() == 0) {
            blocks.add(new Paragraph(wording.say("report.nothing"), Tone.PLAIN));
            return blocks;
        }
        Tables table = new Tables(wording, "consistency")
                .text("check")
                .number("value")
                .text("reference")
                .text("verdict");
        check.algorithms().forEach(algorithm -> algorithmRow(table, algorithm));
        watts(table, check.wattsPerClient());
        row(
                table,
                "bitsPerSession",
                wording.humans().quantity(check.bitsPerSession(), "bit/s"),
                check.bitsPerSession() > SESSION_HIGH ? "more" : "fits");
        row(
                table,
                "bitsPerClient",
                wording.humans().quantity(check.bitsPerClient(), "bit/s"),
                check.bitsPerClient() > SESSION_HIGH * 10 ? "more" : "fits");
        long contradicted = model.figures().contradicted();
        row(table, "claims", wording.humans().count(contradicted), contradicted > 0 ? "some" : "none");
        blocks.add(table.block());
        String conclusion = check.isMixture() ? "report.consistency.mixture" : "report.consistency.single";
        if (!check.algorithms().isEmpty()) {
            blocks.add(new Paragraph(wording.say(conclusion), check.isMixture() ? Tone.WARNING : Tone.PLAIN));
        }
        return blocks;
    }

    private void algorithmRow(Tables table, AlgorithmCheck check) {
        table.row(
                wording.say("report.check.joules", "algorithm", check.algorithm()),
                wording.joulesPer(check.joulesPerHash(), check.bandLow(), check.unit()),
                wording.say(
                        "report.check.joules.reference",
                        Wording.with(
                                "low", wording.joulesPer(check.bandLow(), check.bandLow(), check.unit()),
                                "high", wording.joulesPer(check.bandHigh(), check.bandLow(), check.unit()))),
                wording.say(check.isWithinBand() ? "report.check.joules.within" : "report.check.joules.outside"));
    }

    private void watts(Tables table, @org.jspecify.annotations.Nullable Estimate watts) {
        if (watts == null) {
            return;
        }
        String verdict = watts.low() > MACHINE_HIGH ? "many" : watts.high() < MACHINE_LOW ? "little" : "fits";
        row(table, "watts", wording.estimate(watts), verdict);
    }

    private void row(Tables table, String name, String value, String verdict) {
        table.row(
                wording.say("report.check." + name),
                value,
                wording.say("report.check." + name + ".reference"),
                wording.say("report.check." + name + "." + verdict));
    }
}
