package org.qingyuan.traffic.mining;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Finding;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanLimits;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.ScanResult.LearnedPool;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.flow.StreamObserver;

/// Reads the conversations of one scan and gives its findings. One per scan of one input (or of several read as one
/// stream); used from one thread.
final class MiningObserver implements StreamObserver {
    private static final int MAX_POLLS = 4_096;
    private static final int MAX_LEARNED = 1_024;

    private record PollKey(Address client, Address server, int port, Dialect dialect) {}

    private final ScanParameters parameters;
    private final ScanLimits limits;
    private final Consumer<Finding> findings;
    private final FindingMaker maker;
    private final AttemptMaker attemptMaker;
    private final Attempts attempts = new Attempts();
    private final Map<MiningCounter, Long> counters = new EnumMap<>(MiningCounter.class);
    private final Message message = new Message();
    private final DnsNames names = new DnsNames();
    private final Map<PollKey, PollSession> polls = new LinkedHashMap<>();
    private final Set<LineConversation> open = new LinkedHashSet<>();
    private final Set<LearnedPool> learned = new LinkedHashSet<>();
    private long heldBytes;

    /// @param inputs names of the inputs in the order of their indices
    /// @param findings told of each finding as soon as it is certain
    public MiningObserver(
            ScanParameters parameters,
            ScanLimits limits,
            References references,
            List<String> inputs,
            Consumer<Finding> findings) {
        this.parameters = parameters;
        this.limits = limits;
        this.findings = findings;
        this.maker = new FindingMaker(parameters, references, inputs, names);
        this.attemptMaker = new AttemptMaker(parameters, references, inputs, names);
    }

    @Override
    public boolean mayBegin(byte[] buffer, int offset, int length) {
        int at = offset;
        int end = offset + Math.min(length, 64);
        while (at < end && JsonReader.isBlank(buffer[at])) {
            at++;
        }
        if (at == end) {
            return false;
        }
        byte first = buffer[at];
        if (first == '{') {
            return true;
        }
        return (first == 'P' || first == 'H') && at == offset && HttpFramer.begins(buffer, offset, length);
    }

    @Override
    public Conversation open(Connection connection) {
        count(MiningCounter.CONVERSATIONS_READ);
        return new OpeningConversation(this, connection);
    }

    @Override
    public void dnsAnswer(Address client, byte[] buffer, int offset, int length, PacketRef at) {
        names.learn(buffer, offset, length);
    }

    @Override
    public void tick(long timeNanos) {
        long idle = parameters.sessionIdle().toNanos();
        Iterator<PollSession> each = polls.values().iterator();
        while (each.hasNext()) {
            PollSession poll = each.next();
            if (timeNanos - poll.lastNanos() > idle) {
                finish(poll);
                each.remove();
            }
        }
    }

    /// All inputs are read: what is still open ends, attempts are told.
    public void finish() {
        polls.values().forEach(this::finish);
        polls.clear();
        attempts.each(attempt -> findings.accept(attemptMaker.finding(attempt)));
    }

    private void finish(PollSession poll) {
        poll.finish();
        ended(poll.session(), poll.ends());
    }

    /// Sessions that are confirmed though not over yet.
    public int confirmed() {
        int count = 0;
        for (LineConversation conversation : open) {
            count += conversation.confirmed() ? 1 : 0;
        }
        for (PollSession poll : polls.values()) {
            count += Verdict.of(poll.session(), poll.ends(), minObserved()).isSession() ? 1 : 0;
        }
        return count;
    }

    /// Counts by name, those that are not zero.
    public Map<String, Long> counters() {
        Map<String, Long> map = new TreeMap<>();
        counters.forEach((counter, count) -> map.put(counter.word(), count));
        return map;
    }

    /// Servers of confirmed sessions that the catalogue does not hold.
    public List<LearnedPool> learnedPools() {
        return new ArrayList<>(learned);
    }

    int messageLimit() {
        return limits.streamBytes();
    }

    int minObserved() {
        return parameters.minObservedSeconds();
    }

    Message message() {
        return message;
    }

    void count(MiningCounter counter) {
        counters.merge(counter, 1L, Long::sum);
    }

    /// Changes what unfinished messages hold together.
    void held(int bytes) {
        heldBytes += bytes;
    }

    boolean overBudget() {
        return heldBytes > limits.totalStreamBytes();
    }

    /// A conversation turned out to be mining; its session counts as open until it ends.
    void matched(LineConversation conversation) {
        open.add(conversation);
    }

    void unmatched(LineConversation conversation) {
        open.remove(conversation);
    }

    /// The dialect in which this client polls this server already, `null` when none is known.
    @Nullable
    Dialect polled(Connection connection, int clientSide) {
        for (Dialect dialect : Dialect.http()) {
            if (polls.containsKey(key(connection, clientSide, dialect))) {
                return dialect;
            }
        }
        return null;
    }

    private static PollKey key(Connection connection, int clientSide, Dialect dialect) {
        return new PollKey(
                connection.address[clientSide],
                connection.address[1 - clientSide],
                connection.port[1 - clientSide],
                dialect);
    }

    /// The session to which polls of this connection belong.
    PollSession poll(Connection connection, int clientSide, Dialect dialect) {
        PollKey key = key(connection, clientSide, dialect);
        PollSession known = polls.get(key);
        long idle = parameters.sessionIdle().toNanos();
        if (known != null && connection.lastNanos - known.lastNanos() <= idle) {
            return known;
        }
        if (known != null) {
            finish(known);
        } else if (polls.size() == MAX_POLLS) {
            count(MiningCounter.CONVERSATIONS_SHED);
            Iterator<PollSession> oldest = polls.values().iterator();
            finish(oldest.next());
            oldest.remove();
        }
        PollSession fresh = new PollSession(dialect.begin(!connection.handshake));
        polls.put(key, fresh);
        return fresh;
    }

    /// A conversation is over: it becomes findings, an attempt, or a count.
    void ended(Session session, Ends ends) {
        session.books.close();
        Verdict verdict = Verdict.of(session, ends, minObserved());
        if (verdict.isSession()) {
            for (Finding finding : maker.session(session, ends, verdict == Verdict.UNCONFIRMED)) {
                findings.accept(finding);
            }
            if (verdict == Verdict.SESSION && learned.size() < MAX_LEARNED) {
                maker.learn(session, ends, learned);
            }
        } else if (verdict.isAttempt()) {
            if (!attempts.add(session, ends, verdict)) {
                count(MiningCounter.ATTEMPTS_SHED);
            }
        } else if (!session.brokenOff) {
            count(MiningCounter.CONVERSATIONS_UNPROVEN);
        }
    }
}
