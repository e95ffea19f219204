package org.qingyuan.run;

import org.qingyuan.table.session.Session;

/// Watches for an interrupt while a statement of the database runs, and ends that statement.
final class Interruption {
    private static final long EVERY_MILLIS = 100;

    private final Thread watcher;

    Interruption(Session session, AccountProgress progress) {
        watcher = Thread.ofPlatform().daemon().name("interrupt-watch").start(() -> watch(session, progress));
    }

    private static void watch(Session session, AccountProgress progress) {
        try {
            while (!progress.cancelled()) {
                Thread.sleep(EVERY_MILLIS);
            }
            session.cancel();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void end() {
        watcher.interrupt();
    }
}
