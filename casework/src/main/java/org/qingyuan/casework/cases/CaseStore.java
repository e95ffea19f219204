package org.qingyuan.casework.cases;

import java.util.function.Consumer;
import java.util.function.Function;

/// Where cases are kept. Any thread may use it, and other processes at the same time.
public interface CaseStore extends AutoCloseable {
    /// Reads one state of the store.
    <T> T read(Function<CaseReader, T> work);

    /// Writes in one transaction. Where another writer was first, the work is done again from the start, so it must do
    /// nothing but read and write here.
    <T> T write(Function<CaseWriter, T> work);

    /// Whether maker and checker may be one person, as the store was made.
    boolean isSingleUser();

    /// Gives every step of the log in order, and proves each hash on the way.
    ///
    /// @return the head: number and hash of the last step
    /// @throws org.qingyuan.finding.Failure `LOG_BROKEN`, which names the first step that does not fit
    LogHead verifyLog(Consumer<LoggedStep> listener);

    /// Where the log ends.
    ///
    /// @param number 0 where it is empty
    /// @param hash 64 hex digits, zeros where it is empty
    record LogHead(long number, String hash) {}

    @Override
    void close();
}
