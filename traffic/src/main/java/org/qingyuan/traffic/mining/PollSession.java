package org.qingyuan.traffic.mining;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Connection;

/// All polls of one client at one server in one dialect, over however many connections.
final class PollSession {
    private final DialectReader reader;
    private @Nullable Ends ends;
    private long firstNanos = Long.MAX_VALUE;
    private long lastNanos;
    private long ids;
    private @Nullable HttpHead described;
    private boolean finished;
    private boolean clientSeen;
    private boolean serverSeen;
    private final Set<Long> vlans = new LinkedHashSet<>();

    PollSession(DialectReader reader) {
        this.reader = reader;
    }

    Dialect dialect() {
        return reader.session().dialect;
    }

    DialectReader reader() {
        return reader;
    }

    Session session() {
        return reader.session();
    }

    /// A mark that no other request of the session has.
    long nextId() {
        return ++ids;
    }

    /// One more connection, with what was counted of it before.
    void join(Connection connection, int clientSide, Tally tally) {
        Ends known = ends;
        if (known == null) {
            ends = Ends.of(connection, clientSide);
        } else if (connection.firstNanos < firstNanos) {
            ends = Ends.of(connection, clientSide).after(known);
        } else {
            ends = known.and(connection, clientSide);
        }
        firstNanos = Math.min(firstNanos, connection.firstNanos);
        session().earlier(tally, clientSide, connection);
        vlans.addAll(Ends.vlans(connection.vlan));
        clientSeen |= connection.seen(clientSide);
        serverSeen |= connection.seen(1 - clientSide);
        lastNanos = Math.max(lastNanos, connection.lastNanos);
    }

    /// A connection ends; now its tags of both directions are known.
    void leave(Connection connection) {
        vlans.addAll(Ends.vlans(connection.vlan));
    }

    void seen(boolean client, long timeNanos) {
        clientSeen |= client;
        serverSeen |= !client;
        lastNanos = Math.max(lastNanos, timeNanos);
    }

    long lastNanos() {
        return lastNanos;
    }

    /// What the head of a request says of miner and pool.
    void describe(HttpHead head) {
        if (head.equals(described)) {
            return;
        }
        described = head;
        Session session = session();
        session.introduction.agent(head.agent());
        session.introduction.host(head.host(), HostSource.HOST_HEADER);
        PollLogin.of(head, session);
    }

    /// Ends as they stand now; only after [#join].
    Ends ends() {
        Ends known = ends;
        if (known == null) {
            throw new IllegalStateException("no connection joined yet");
        }
        return new Ends(
                known.client(),
                known.server(),
                known.communityId(),
                clientSeen,
                serverSeen,
                known.firstInput(),
                known.nanos(),
                List.copyOf(vlans),
                known.connections());
    }

    boolean finished() {
        return finished;
    }

    void finish() {
        finished = true;
    }
}
