package org.qingyuan.traffic.mining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Beginnings that came to nothing, the attempts of one client at one server in one dialect together.
final class Attempts {
    static final int MAX = 16_384;

    private record Key(Address client, Address server, int port, Dialect dialect) {}

    /// One client's attempts at one server.
    static final class Attempt {
        final Ends first;
        final Dialect dialect;
        Verdict reason;
        long count;
        long firstNanos = Long.MAX_VALUE;
        long lastNanos = Long.MIN_VALUE;

        @Nullable
        String wallet;

        final EvidenceTrail evidence;

        Attempt(Session session, Ends ends, Verdict reason) {
            this.first = ends;
            this.dialect = session.dialect;
            this.reason = reason;
            this.evidence = session.book().evidence;
        }
    }

    private final Map<Key, Attempt> attempts = new LinkedHashMap<>();

    /// @return `false` when there is no room for one more client and server
    boolean add(Session session, Ends ends, Verdict reason) {
        Key key = new Key(
                ends.client().address(), ends.server().address(), ends.server().port(), session.dialect);
        Attempt attempt = attempts.get(key);
        if (attempt == null) {
            if (attempts.size() == MAX) {
                return false;
            }
            attempt = new Attempt(session, ends, reason);
            attempts.put(key, attempt);
        } else {
            attempt.evidence.append(session.book().evidence);
        }
        attempt.count += ends.connections();
        attempt.firstNanos = Math.min(attempt.firstNanos, session.books.firstNanos());
        attempt.lastNanos = Math.max(attempt.lastNanos, session.books.lastNanos());
        attempt.wallet = attempt.wallet == null ? session.introduction.wallet : attempt.wallet;
        attempt.reason = attempt.reason.compareTo(reason) >= 0 ? attempt.reason : reason;
        return true;
    }

    void each(Consumer<Attempt> consumer) {
        attempts.values().forEach(consumer);
    }
}
