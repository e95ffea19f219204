package org.qingyuan.casework;

import java.util.function.Consumer;
import java.util.function.Function;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.LoggedStep;

/// A store whose process dies after some transactions, until it is begun again.
final class BreakingStore implements CaseStore {
    private final MemoryStore store;
    private int left = Integer.MAX_VALUE;

    BreakingStore(MemoryStore store) {
        this.store = store;
    }

    /// What a killed process looks like from within.
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;
    }

    void dieAfter(int transactions) {
        left = transactions;
    }

    @Override
    public <T> T read(Function<CaseReader, T> work) {
        return store.read(work);
    }

    @Override
    public <T> T write(Function<CaseWriter, T> work) {
        if (left == 0) {
            throw new Killed();
        }
        left--;
        return store.write(work);
    }

    @Override
    public boolean isSingleUser() {
        return store.isSingleUser();
    }

    @Override
    public LogHead verifyLog(Consumer<LoggedStep> listener) {
        return store.verifyLog(listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
