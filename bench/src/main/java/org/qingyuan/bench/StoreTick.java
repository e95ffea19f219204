package org.qingyuan.bench;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.notice.Notifying;
import org.qingyuan.casework.notice.Ticking;
import org.qingyuan.run.CaseWords;
import org.qingyuan.store.SqlCaseStore;

/// What is due in every case of a store: long after an import each case that nobody checked is escalated.
final class StoreTick {
    private static final Duration LATER = Duration.ofDays(30);

    private StoreTick() {}

    static void tick(SqlCaseStore store, CaseDesk desk) {
        Notifying notifying = new Notifying(
                desk,
                new IdSource(new SecureRandom()),
                new CaseWords(desk.store().read(reader -> desk.zone(reader, StoreSpeed.CAMPAIGN))));
        Instant now = StoreSpeed.NOW.plus(LATER);
        long before = store.read(reader -> reader.counts(StoreSpeed.CAMPAIGN)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long start = System.nanoTime();
        Ticking.Done done = new Ticking(desk, notifying).tick(now);
        double seconds = (System.nanoTime() - start) / 1e9;
        long things = done.counts().values().stream().mapToLong(Long::longValue).sum();
        StoreSpeed.say(
                "tick: %d things in %d cases, %d stuck, %.1f s, %.0f/s",
                things, before, done.stuck().size(), seconds, things / seconds);
        StoreSpeed.say("log of %d steps proved", store.verifyLog(step -> {}).number());
    }
}
