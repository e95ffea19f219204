package org.qingyuan.run;

/// Who is told how far a screening is, and whether to go on.
public interface AccountProgress {
    /// A step begins.
    ///
    /// @param step what it does: the id of a rule, or a word below `step.accounts.`
    /// @param done steps that are behind
    void step(String step, int done, int total);

    /// Whether to stop. Asked from several threads.
    boolean cancelled();

    /// Nobody looks and nothing stops.
    AccountProgress SILENT = new AccountProgress() {
        @Override
        public void step(String step, int done, int total) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
