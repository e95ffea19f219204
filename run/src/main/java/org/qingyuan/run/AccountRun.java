package org.qingyuan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.AccountScreen;
import org.qingyuan.accounts.Checked;
import org.qingyuan.accounts.ScreenListener;
import org.qingyuan.accounts.ScreenOptions;
import org.qingyuan.accounts.ScreenResult;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.output.RejectWriter;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Screens the accounts of an extract: opens its tables, checks the rows, runs the policy's rules, writes findings in
/// the order of the results and the run line last. Used once.
public final class AccountRun {
    private final AccountRequest request;
    private final ResultWriter results;
    private final @Nullable RejectWriter rejects;
    private final AccountProgress progress;
    private final Gathering gathering = new Gathering();
    private @Nullable Failure tooMany;

    /// @param results takes findings, outcomes and the run line; stays open
    /// @param rejects takes rejected rows one by one, `null` when nobody asked
    public AccountRun(
            AccountRequest request, ResultWriter results, @Nullable RejectWriter rejects, AccountProgress progress) {
        this.request = request;
        this.results = results;
        this.rejects = rejects;
        this.progress = progress;
    }

    /// Runs to the end or until it is cancelled.
    ///
    /// @throws Failure when the extract or the machine does not allow it
    /// @throws IOException when results cannot be written
    public AccountOutcome run() throws IOException {
        SessionOptions options =
                SessionOptions.ofMachine(request.temporary(), request.threads(), List.of(request.extract()));
        try (Session session = Session.open(options)) {
            Interruption interruption = new Interruption(session, progress);
            try {
                Extract extract = AccountExtract.open(session, request.extract(), request.mapping());
                ScreenOptions asked = new ScreenOptions(request.acceptUnattributable(), request.everyOutcome());
                ScreenResult result = new AccountScreen(request.policy().parameters(), asked)
                        .screen(session, extract, new Listener());
                return outcome(extract, result);
            } finally {
                interruption.end();
            }
        } catch (UncheckedIOException e) {
            throw ScanFaults.asIo(e);
        }
    }

    private AccountOutcome outcome(Extract extract, ScreenResult result) throws IOException {
        AccountTally tally = new AccountTally(request, extract, result);
        boolean written = tooMany == null;
        if (written) {
            results.run(tally.run());
        }
        Failure failure = tooMany != null ? tooMany : tally.failure();
        return new AccountOutcome(tally.run(), written, failure, gathering.firstId(), gathering.worst());
    }

    /// Hears the screening on its own thread.
    private final class Listener implements ScreenListener {
        @Override
        public void reject(Reject reject) {
            if (rejects != null) {
                try {
                    rejects.write(reject);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public boolean checked(Checked rows) {
            for (Checked.FileRows file : rows.files()) {
                if (tooMany == null && request.maxRejects().isExceeded(file.rejected(), file.read())) {
                    tooMany = new Failure(
                            ErrorCode.TOO_MANY_REJECTS,
                            Map.of("where", file.file(), "what", file.rejected() + " / " + file.read()));
                }
            }
            return tooMany == null;
        }

        @Override
        public void finding(Finding finding) {
            gathering.add(finding);
            try {
                results.finding(finding);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void outcome(Outcome outcome) {
            try {
                results.outcome(outcome);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void progress(String step, int done, int total) {
            progress.step(step, done, total);
        }

        @Override
        public boolean cancelled() {
            return progress.cancelled();
        }
    }
}
