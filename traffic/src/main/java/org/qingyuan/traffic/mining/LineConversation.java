package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.mining.DialectReader.Role;

/// One connection on which JSON objects travel. Every dialect that its messages may belong to reads along until one of
/// them is sure; when none is left the connection is read no further.
final class LineConversation implements Conversation {
    /// So many messages without certainty are enough.
    private static final int MAX_UNSURE = 256;

    private final MiningObserver observer;
    private final Connection connection;
    private final Tally tally;
    private final JsonFramer[] framers;
    private final List<DialectReader> candidates = new ArrayList<>();
    private @Nullable DialectReader matched;
    private int clientSide;
    private int side;
    private PacketRef at = new PacketRef();
    private int messages;
    private boolean broken;
    private int held;

    /// Whether something of a side is missing.
    private final boolean[] lost = new boolean[2];

    LineConversation(MiningObserver observer, Connection connection, Tally tally) {
        this.observer = observer;
        this.connection = connection;
        boolean joined = !connection.handshake;
        this.clientSide = joined ? -1 : 0;
        int limit = observer.messageLimit();
        this.framers = new JsonFramer[] {new JsonFramer(limit, joined), new JsonFramer(limit, joined)};
        this.tally = tally;
        for (Dialect dialect : Dialect.lines()) {
            candidates.add(dialect.begin(joined));
        }
    }

    @Override
    public void packet(int sender, int ipBytes, PacketRef ref) {
        if (matched != null) {
            matched.session().packet(sender == clientSide, ipBytes, ref);
        } else {
            tally.add(sender, ipBytes);
        }
    }

    @Override
    public boolean bytes(int sender, byte[] buffer, int offset, int length, PacketRef ref) {
        if (broken) {
            return false;
        }
        side = sender;
        at = ref;
        boolean go = framers[sender].feed(buffer, offset, length, sink) && !broken;
        account(go);
        return go;
    }

    @Override
    public void gap(int sender, long missing, Gap why, PacketRef ref) {
        side = sender;
        at = ref;
        lost[sender] = true;
        framers[sender].gap(sink);
        cut(matched, sender);
        account(!broken);
    }

    private void cut(@Nullable DialectReader reader, int sender) {
        if (reader != null) {
            reader.session().cut(sender == clientSide);
        }
    }

    /// What is read no further holds nothing: the flow layer may drop it without a word.
    private void account(boolean reading) {
        int now = reading ? framers[0].held() + framers[1].held() : 0;
        observer.held(now - held);
        held = now;
        if (now > 0 && observer.overBudget()) {
            observer.count(MiningCounter.MESSAGES_SHED);
            framers[0].gap(sink);
            framers[1].gap(sink);
        }
    }

    @Override
    public void end(End why) {
        observer.held(-held);
        held = 0;
        observer.unmatched(this);
        if (broken) {
            return;
        }
        DialectReader reader = matched;
        for (int i = 0; i < candidates.size() && reader == null; i++) {
            DialectReader candidate = candidates.get(i);
            if (candidate.surelyBegan()) {
                reader = candidate;
                earlier(candidate);
            }
        }
        if (reader == null) {
            observer.count(
                    candidates.isEmpty() ? MiningCounter.CONVERSATIONS_OTHER : MiningCounter.CONVERSATIONS_UNPROVEN);
            return;
        }
        observer.ended(reader.session(), Ends.of(connection, Math.max(0, clientSide)));
    }

    @Override
    public boolean keep() {
        return !broken;
    }

    boolean confirmed() {
        return matched != null
                && Verdict.of(matched.session(), Ends.of(connection, clientSide), observer.minObserved())
                        .isSession();
    }

    private final JsonFramer.Sink sink = new JsonFramer.Sink() {
        @Override
        public boolean object(byte[] buffer, int offset, int length) {
            Message message = observer.message();
            if (!message.parse(buffer, offset, length)) {
                observer.count(MiningCounter.MESSAGES_BROKEN);
                return matched != null || giveUpUnless(++messages < MAX_UNSURE && !connection.handshake);
            }
            message.at = at;
            message.otherSideSeen = connection.seen(1 - side);
            return matched == null ? unsure(message) : sure(message, matched);
        }

        @Override
        public boolean otherLine(byte[] buffer, int offset, int length) {
            observer.count(MiningCounter.LINES_OTHER);
            return matched != null
                    || giveUpUnless(
                            isNumber(buffer, offset, length) || !connection.handshake && ++messages < MAX_UNSURE);
        }

        @Override
        public void unfinished(byte[] buffer, int offset, int length, boolean oversized) {
            observer.count(oversized ? MiningCounter.MESSAGES_OVERSIZED : MiningCounter.MESSAGES_CUT);
            lost[side] = true;
            cut(matched, side);
            cutShare(buffer, offset, length);
        }
    };

    private void cutShare(byte[] buffer, int offset, int length) {
        DialectReader reader = matched;
        if (reader != null && side != clientSide) {
            return;
        }
        String text = new String(buffer, offset, Math.min(length, 4096), UTF_8);
        if (reader != null && reader.session().dialect.showsJob(text)) {
            reader.session().cutShares++;
        }
    }

    private static boolean isNumber(byte[] buffer, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (!JsonReader.isBlank(buffer[i]) && (buffer[i] < '0' || buffer[i] > '9')) {
                return false;
            }
        }
        return true;
    }

    private boolean giveUpUnless(boolean go) {
        if (!go) {
            broken = true;
            observer.count(MiningCounter.CONVERSATIONS_OTHER);
        }
        return go;
    }

    private boolean unsure(Message m) {
        for (int i = 0; i < candidates.size(); i++) {
            DialectReader reader = candidates.get(i);
            Probe probe = probe(reader, m);
            if (probe == Probe.MATCH) {
                match(reader);
                return true;
            }
            if (probe != Probe.UNSURE) {
                candidates.remove(i--);
            }
        }
        return giveUpUnless(!candidates.isEmpty() && ++messages < MAX_UNSURE);
    }

    private Probe probe(DialectReader reader, Message m) {
        Role role = reader.role(m);
        if (role == Role.NEITHER) {
            asked(reader, m);
            boolean begun = reader.session().hello || !connection.handshake && m.method < 0;
            return begun ? Probe.UNSURE : Probe.NO;
        }
        int client = role == Role.CLIENT ? side : 1 - side;
        if (clientSide >= 0 && client != clientSide) {
            return mayAnswer(reader, role, m) ? Probe.UNSURE : Probe.NO;
        }
        if (clientSide < 0 && (role == Role.CLIENT || m.method >= 0)) {
            clientSide = client;
        }
        return role == Role.CLIENT ? reader.client(m) : reader.server(m);
    }

    /// Whoever is asked by a method that the dialect does not know answers, if only that he does not know it either.
    private void asked(DialectReader reader, Message m) {
        if (m.method >= 0 && m.id != 0 && clientSide == 1 - side) {
            reader.session().serverQuestions++;
        }
    }

    private boolean mayAnswer(DialectReader reader, Role role, Message m) {
        if (role == Role.SERVER && m.isAnswer() && reader.session().serverQuestions > 0) {
            reader.session().serverQuestions--;
            reader.session().clientMessage();
            return true;
        }
        return false;
    }

    private void match(DialectReader reader) {
        if (clientSide < 0) {
            clientSide = 1 - side;
        }
        matched = reader;
        candidates.clear();
        earlier(reader);
        observer.matched(this);
    }

    private void earlier(DialectReader reader) {
        int client = Math.max(0, clientSide);
        reader.session().earlier(tally, client, connection);
        reader.session().clientCut |= lost[client];
        reader.session().serverCut |= lost[1 - client];
    }

    private boolean sure(Message m, DialectReader reader) {
        Role role = reader.role(m);
        if (role == Role.NEITHER) {
            observer.count(m.method >= 0 ? MiningCounter.METHODS_UNKNOWN : MiningCounter.MESSAGES_BROKEN);
            asked(reader, m);
            return true;
        }
        boolean fromClient = side == clientSide;
        if (fromClient != (role == Role.CLIENT)) {
            if (mayAnswer(reader, role, m)) {
                return true;
            }
            breakOff(reader);
            return false;
        }
        Probe probe = fromClient ? reader.client(m) : reader.server(m);
        if (probe == Probe.NO || probe == Probe.BROKEN) {
            observer.count(MiningCounter.MESSAGES_BROKEN);
        }
        return true;
    }

    /// One side says what only the other may say. What was seen before stays seen; nothing after it is read.
    private void breakOff(DialectReader reader) {
        broken = true;
        observer.count(MiningCounter.CONVERSATIONS_BROKEN);
        observer.unmatched(this);
        reader.session().breakOff(at);
        observer.ended(reader.session(), Ends.of(connection, clientSide));
    }
}
