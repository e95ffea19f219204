package org.qingyuan.report;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.report.page.AccountExplanation;
import org.qingyuan.report.page.SessionExplanation;
import org.qingyuan.report.page.Wording;

/// Why a finding was made, in sentences: what was seen and in which packets or rows, how the figures follow, whose it
/// is,
/// what would refute it.
public final class Explanation {
    private Explanation() {}

    /// Lines for a terminal: sentences, and indented facts below those that end in a colon. Text from outside is masked
    /// and its control characters are escaped.
    ///
    /// @param run the run line of the results that hold the finding, `null` when they were cut off
    public static List<String> of(Finding finding, @Nullable RunSummary run, Language language, ZoneId zone) {
        Wording wording = new Wording(Messages.load(language, zone), Regions.builtIn());
        if (finding.rule().startsWith("accounts.")) {
            return new AccountExplanation(wording).lines(finding, run);
        }
        String site = run == null ? "" : run.site();
        return new SessionExplanation(wording).lines(MiningSession.of(site, finding), run);
    }
}
