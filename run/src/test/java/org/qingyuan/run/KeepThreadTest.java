package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.policy.Policies;

class KeepThreadTest {
    private static final ImportRun RUN =
            new ImportRun("id", "c", "f", "", "", 0, false, Instant.EPOCH, Actor.CLOCK, ImportRun.Counts.NONE);

    /// A store whose disk is full.
    private record FullStore(AtomicInteger writes) implements CaseStore {
        @Override
        public <T> T read(Function<CaseReader, T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <T> T write(Function<CaseWriter, T> work) {
            writes.incrementAndGet();
            throw new Failure(ErrorCode.DISK_FULL, Map.of("where", "", "what", ""));
        }

        @Override
        public boolean isSingleUser() {
            return false;
        }

        @Override
        public LogHead verifyLog(Consumer<LoggedStep> listener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    @Test
    void afterABatchThatCannotBeKeptNoneIs() {
        AtomicInteger writes = new AtomicInteger();
        CaseDesk desk = new CaseDesk(new FullStore(writes), new CasePolicies(Policies.builtIn()));
        Importing importing = new Importing(desk, new IdSource(new Random(1)), line -> {
            throw new IllegalArgumentException();
        });
        try (KeepThread keeping = new KeepThread(importing, RUN)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 9; i++) {
                            keeping.keep(List.of(), i);
                        }
                    })
                    .isInstanceOf(Failure.class)
                    .extracting(failure -> ((Failure) failure).code())
                    .isEqualTo(ErrorCode.DISK_FULL);
            assertThatThrownBy(() -> keeping.keepLast(List.of(), 9, 0)).isInstanceOf(Failure.class);
        }
        assertThat(writes).hasValue(1);
    }
}
