package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Consistency;
import org.qingyuan.estimate.Consistency.Verdict;
import org.qingyuan.finding.Estimate;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.AlgorithmCheck;
import org.qingyuan.report.circular.CircularModel.Checks;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// Whether the figures fit together.
record ConsistencySection(Wording wording) {
    /// So many sessions behind an address are no longer a few.
    private static final int MANY_SESSIONS = 10;

    List<Block> blocks(CircularModel model) {
        Checks check = model.consistency();
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
                isMore(check.bitsPerSession(), 1) ? "more" : "fits");
        row(
                table,
                "bitsPerClient",
                wording.humans().quantity(check.bitsPerClient(), "bit/s"),
                isMore(check.bitsPerClient(), MANY_SESSIONS) ? "more" : "fits");
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
                wording.say(check.verdict().messageKey()));
    }

    private static boolean isMore(double bitsPerSecond, int sessions) {
        return Consistency.compare(bitsPerSecond / 1000 / sessions, Consistency.KILOBITS_PER_SESSION) == Verdict.ABOVE;
    }

    private void watts(Tables table, @Nullable Estimate watts) {
        if (watts == null) {
            return;
        }
        String verdict = switch (Consistency.compare(watts.times(1e-3, "kW"), Consistency.KILOWATTS_PER_MACHINE)) {
            case BELOW -> "little";
            case WITHIN -> "fits";
            case ABOVE -> "many";
        };
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
