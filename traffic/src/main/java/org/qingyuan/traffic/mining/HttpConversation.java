package org.qingyuan.traffic.mining;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;

/// One connection on which JSON-RPC travels over HTTP. What it says goes to the poll session of its client, server and
/// dialect; answers belong to requests in the order of the connection, whatever their ids.
final class HttpConversation implements Conversation {
    private static final int MAX_WAITING = 64;
    private static final int MAX_FOREIGN = 16;

    private record Waiting(@Nullable PollSession poll, long id) {}

    private final MiningObserver observer;
    private final Connection connection;
    private final Tally tally;
    private final HttpFramer[] framers = {new HttpFramer(), new HttpFramer()};
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable PollSession poll;
    private int clientSide;
    private int side;
    private PacketRef at = new PacketRef();
    private int foreign;
    private boolean stopped;

    /// Whether there was an answer to a request from before the capture began.
    private boolean answersUnasked;
    private int held;

    HttpConversation(MiningObserver observer, Connection connection, Tally tally) {
        this.observer = observer;
        this.connection = connection;
        this.clientSide = connection.handshake ? 0 : -1;
        this.tally = tally;
    }

    @Override
    public void packet(int sender, int ipBytes, PacketRef ref) {
        PollSession now = poll;
        if (now != null && !now.finished()) {
            now.session().packet(sender == clientSide, ipBytes, ref);
            now.seen(sender == clientSide, ref.timeNanos);
        } else {
            tally.add(sender, ipBytes);
        }
    }

    @Override
    public boolean bytes(int sender, byte[] buffer, int offset, int length, PacketRef ref) {
        if (stopped) {
            return false;
        }
        side = sender;
        at = ref;
        if (!framers[sender].feed(buffer, offset, length, this::message)) {
            stopped = true;
        }
        account(!stopped);
        return !stopped;
    }

    @Override
    public void gap(int sender, long missing, Gap why, PacketRef ref) {
        framers[sender].gap(missing);
        observer.count(MiningCounter.MESSAGES_CUT);
        waiting.clear();
        if (poll != null) {
            poll.session().cut(sender == clientSide);
        }
        account(!stopped);
    }

    @Override
    public void end(End why) {
        for (HttpFramer framer : framers) {
            framer.close(this::message);
        }
        observer.held(-held);
        held = 0;
        if (poll != null) {
            poll.leave(connection);
        }
        Dialect known = poll == null && answersUnasked ? observer.polled(connection, clientSide) : null;
        if (known != null) {
            attach(known);
        } else if (poll == null) {
            observer.count(MiningCounter.CONVERSATIONS_OTHER);
        }
    }

    @Override
    public boolean keep() {
        return poll != null;
    }

    /// What is read no further holds nothing: the flow layer may drop it without a word.
    private void account(boolean reading) {
        int now = reading ? framers[0].held() + framers[1].held() : 0;
        observer.held(now - held);
        held = now;
    }

    private boolean message(HttpHead head, byte[] json, int offset, int length) {
        int client = head.request() ? side : 1 - side;
        if (clientSide >= 0 && client != clientSide) {
            return false;
        }
        clientSide = client;
        Message message = observer.message();
        boolean parsed = length > 0 && message.parse(json, offset, length);
        message.at = at;
        message.otherSideSeen = connection.seen(1 - side);
        return head.request() ? request(head, message, parsed) : answer(head, message, parsed);
    }

    private boolean request(HttpHead head, Message message, boolean parsed) {
        Dialect dialect = parsed ? Dialect.ofRequest(message) : null;
        if (dialect == null) {
            await(null, 0);
            return poll != null || ++foreign < MAX_FOREIGN;
        }
        PollSession session = attach(dialect);
        message.id = session.nextId();
        session.describe(head);
        Probe probe = session.reader().client(message);
        if (probe == Probe.NO || probe == Probe.BROKEN) {
            observer.count(MiningCounter.MESSAGES_BROKEN);
        }
        await(session, message.id);
        return true;
    }

    private void await(@Nullable PollSession session, long id) {
        if (waiting.size() == MAX_WAITING) {
            waiting.removeFirst();
        }
        waiting.addLast(new Waiting(session, id));
    }

    private boolean answer(HttpHead head, Message message, boolean parsed) {
        if (head.status() >= 100 && head.status() < 200) {
            return true;
        }
        Waiting asked = waiting.pollFirst();
        answersUnasked |= asked == null && parsed && message.isAnswer();
        PollSession session = asked != null ? asked.poll() : unasked(message, parsed);
        if (session == null) {
            return poll != null || asked != null || ++foreign < MAX_FOREIGN;
        }
        if (head.stratum() != null) {
            session.session().introduction.advertised = head.stratum();
        }
        message.id = asked != null ? asked.id() : session.nextId();
        if (parsed) {
            session.reader().server(message);
        } else if (head.status() >= 400) {
            session.session().answer(message.id, Session.Answer.REJECTED, at);
        }
        return true;
    }

    /// On a tap that sees only the server, work alone tells the dialect.
    private @Nullable PollSession unasked(Message message, boolean parsed) {
        if (!parsed || message.otherSideSeen) {
            return null;
        }
        for (Dialect dialect : Dialect.http()) {
            if (dialect.begin(true).server(message) == Probe.MATCH) {
                return attach(dialect);
            }
        }
        Dialect known = poll == null ? observer.polled(connection, clientSide) : null;
        return known == null ? poll : attach(known);
    }

    private PollSession attach(Dialect dialect) {
        PollSession now = poll;
        if (now != null && now.dialect() == dialect && !now.finished()) {
            return now;
        }
        PollSession session = observer.poll(connection, clientSide, dialect);
        if (now != session) {
            session.join(connection, clientSide, tally);
            tally.clear();
            poll = session;
        }
        return session;
    }
}
