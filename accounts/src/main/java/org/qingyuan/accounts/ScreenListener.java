package org.qingyuan.accounts;

import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;

/// Who hears of a screening while it runs; every method is called from the thread that screens.
public interface ScreenListener {
    /// A rejected row, in order of the file's number, the row, the column and the reason. A row that is rejected for
    /// several reasons is heard once, with the first of them.
    void reject(Reject reject);

    /// The rows are checked and no rule has run yet.
    ///
    /// @return whether the rules may run; otherwise the screening ends here, without findings
    boolean checked(Checked checked);

    /// A finding, in the order of the results: rule, key, id.
    void finding(Finding finding);

    /// An outcome, in order of rule, key, reason; after all findings. Only when asked for.
    void outcome(Outcome outcome);

    /// A step begins; `step` is a message key below `step.accounts.`, `done` of `total` steps are behind.
    void progress(String step, int done, int total);

    /// Whether to stop; asked between steps.
    boolean cancelled();
}
