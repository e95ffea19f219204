package org.qingyuan.traffic.mining;

import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.mining.PendingRequests.Basis;
import org.qingyuan.traffic.mining.PendingRequests.Kind;

/// One miner's conversation with one pool: what readers of dialects report, brought to account.
///
/// A difficulty binds when the job is sent; a share is looked up by its job; only accepted shares are work. Of several
/// algorithms each has a book of its own. Knows nothing of JSON, of packets' bytes or of findings.
final class Session {
    /// What a share's answer was.
    enum Answer {
        ACCEPTED,
        STALE,
        REJECTED
    }

    final Dialect dialect;

    /// Whether the beginning was not seen.
    final boolean joined;

    final Introduction introduction = new Introduction();
    final NetworkMarks marks = new NetworkMarks();

    // How far the dialect's sequence came.
    long clientMessages;
    long serverMessages;
    boolean hello;
    boolean loginAccepted;
    boolean loginRefused;
    boolean workRefused;

    /// Questions of the server that the client may answer.
    int serverQuestions;

    /// Whether something that the client, or the server, said is missing from the capture or was cut.
    boolean clientCut;

    boolean serverCut;

    /// Whether one side said at last what only the other may say.
    boolean brokenOff;

    /// Shares that snapping cut behind their job's id: they prove that work was received, no more.
    long cutShares;

    final Books books = new Books();
    private final JobTable jobs = new JobTable();
    private final PendingRequests pending = new PendingRequests();
    private double difficulty = Double.NaN;
    private boolean announcedSinceJob;
    private double lastWeight = Double.NaN;
    private long lastJob;
    private int answersWithoutRequest;

    Session(Dialect dialect, boolean joined) {
        this.dialect = dialect;
        this.joined = joined;
    }

    WorkBook book() {
        return books.current();
    }

    void packet(boolean toServer, int ipBytes, PacketRef at) {
        book().packet(toServer, ipBytes, at);
    }

    /// What was counted of a connection before this session began to count.
    void earlier(Tally tally, int clientSide, Connection connection) {
        WorkBook book = book();
        book.earlier(tally.packets, tally.bytes[clientSide], tally.bytes[1 - clientSide], connection.firstNanos);
        book.seen(connection.lastNanos);
    }

    // -- what the client says

    /// A first message of the dialect: subscribe, login, the first poll.
    void hello(Kind kind, long id, PacketRef at) {
        hello = true;
        request(kind, id, at);
        observe(kind == Kind.LOGIN ? Fact.LOGIN : Fact.SUBSCRIBE, at, Double.NaN);
    }

    /// Any request that is no share.
    void request(Kind kind, long id, PacketRef at) {
        clientMessages++;
        pending.add(kind, id, at.timeNanos);
    }

    /// A hash rate that the miner claims, in hashes a second.
    void claim(double rate, PacketRef at) {
        if (rate >= 0 && Double.isFinite(rate)) {
            introduction.claimedRate = rate;
            observe(Fact.RATE_CLAIMED, at, Double.NaN);
        }
    }

    /// A share.
    ///
    /// @param job mark of its job
    /// @param plausible `false` when its own hash misses its target
    void submit(long id, long job, boolean plausible, PacketRef at) {
        clientMessages++;
        int slot = jobs.find(job);
        int owner = slot < 0 ? books.currentIndex() : jobs.book(slot);
        WorkBook book = books.at(owner);
        book.submitted++;
        if (!plausible) {
            book.implausible++;
            pending.add(Kind.OTHER, id, at.timeNanos);
            book.evidence.add(Fact.SHARE_IMPLAUSIBLE, at, Double.NaN);
            return;
        }
        double weight = slot >= 0 ? jobs.weight(slot) : unknownJobWeight();
        pending.add(Kind.SUBMIT, id, at.timeNanos, weight, slot >= 0 ? Basis.JOB : unknownJobBasis(), owner);
        book.evidence.add(Fact.SHARE_SUBMITTED, at, weight);
    }

    /// What the tail of a share's hash must stay below, 0 when the job is not known or says nothing.
    long limitOf(long job) {
        int slot = jobs.find(job);
        return slot < 0 ? 0 : jobs.limit(slot);
    }

    private double unknownJobWeight() {
        if (dialect.jobsCarryTarget()) {
            return lastWeight;
        }
        return announcedSinceJob || jobs.isEmpty() ? Double.NaN : difficulty;
    }

    private Basis unknownJobBasis() {
        if (!dialect.jobsCarryTarget()) {
            return Basis.JOB;
        }
        return Basis.NEIGHBOURS;
    }

    // -- what the server says

    /// A difficulty that binds the jobs to come.
    void difficulty(double value, PacketRef at) {
        serverMessages++;
        if (value > 0 && Double.isFinite(value)) {
            difficulty = value;
            announcedSinceJob = true;
            observe(Fact.DIFFICULTY, at, value);
        }
    }

    /// A job at the difficulty in force.
    void work(long job, @Nullable String algorithm, PacketRef at) {
        work(job, difficulty, 0, algorithm, at);
    }

    /// A job that carries its own weight, `NaN` when that could not be read. The same job sent again on an open
    /// connection is no new work; over HTTP each answer to a poll is work received.
    ///
    /// @param limit what the tail of a share's hash must stay below, 0 where shares do not show their hash
    void work(long job, double weight, long limit, @Nullable String algorithm, PacketRef at) {
        serverMessages++;
        boolean repeated = job == lastJob && Double.compare(weight, lastWeight) == 0 && !jobs.isEmpty();
        if (repeated) {
            if (dialect.transport() == Dialect.Transport.HTTP) {
                book().work(weight, at.timeNanos);
                observe(Fact.WORK, at, weight);
            }
            return;
        }
        books.select(algorithm, at.timeNanos);
        settle(weight);
        book().work(weight, at.timeNanos);
        jobs.add(job, weight, limit, books.currentIndex());
        lastJob = job;
        lastWeight = weight;
        announcedSinceJob = false;
        observe(Fact.WORK, at, weight);
    }

    private void settle(double weight) {
        if (!dialect.jobsCarryTarget()) {
            return;
        }
        double open = jobs.isEmpty() || weight == lastWeight ? weight : Double.NaN;
        pending.settle(open, books.currentIndex());
        books.settle(open);
    }

    /// An answer that accepts or refuses; which request it answers is looked up.
    ///
    /// @param id mark of the answer's id
    /// @return what kind of request it answered, `null` when none was waiting
    @Nullable
    Kind answer(long id, Answer answer, PacketRef at) {
        serverMessages++;
        if (!pending.take(id) && !(id == 0 && takeByKind(answer != Answer.ACCEPTED))) {
            return null;
        }
        apply(answer, at);
        return pending.kind;
    }

    /// Some pools answer without an id: that is taken for the answer of the oldest share, a refusal also for that of
    /// the login. Over HTTP the connection has told already.
    private boolean takeByKind(boolean refusal) {
        if (dialect.transport() == Dialect.Transport.HTTP) {
            return false;
        }
        return pending.takeOldest(Kind.SUBMIT)
                || refusal && (pending.takeOldest(Kind.LOGIN) || pending.takeOldest(Kind.SUBSCRIBE));
    }

    /// What the request waiting under an id asks, `null` when none waits.
    @Nullable
    Kind waitingFor(long id) {
        return pending.kindOf(id);
    }

    /// Work came, whatever the id of its answer: the oldest request for work is served.
    void workAnswered(long id) {
        if (pending.kindOf(id) != Kind.WORK || !pending.take(id)) {
            pending.takeOldest(Kind.WORK);
        }
    }

    private void apply(Answer answer, PacketRef at) {
        switch (pending.kind) {
            case LOGIN, SUBSCRIBE -> loginAnswer(answer == Answer.ACCEPTED, pending.kind == Kind.LOGIN, at);
            case SUBMIT -> share(answer, at);
            case WORK -> {
                if (answer != Answer.ACCEPTED && books.works() == 0) {
                    workRefused = true;
                    observe(Fact.LOGIN_REFUSED, at, Double.NaN);
                }
            }
            case OTHER -> {}
        }
    }

    /// What became of a login or subscription.
    void loginAnswer(boolean accepted, boolean login, PacketRef at) {
        if (accepted) {
            loginAccepted |= login;
        } else {
            loginRefused = true;
        }
        if (login || !accepted) {
            observe(accepted ? Fact.LOGIN_ACCEPTED : Fact.LOGIN_REFUSED, at, Double.NaN);
        }
    }

    private void share(Answer answer, PacketRef at) {
        WorkBook book = books.at(pending.book);
        switch (answer) {
            case ACCEPTED -> accept(book);
            case STALE -> {
                book.stale++;
                book.staleHashes += Double.isNaN(pending.weight) ? 0 : pending.weight;
            }
            case REJECTED -> book.rejected++;
        }
        book.evidence.add(factOf(answer), at, pending.weight);
    }

    private static Fact factOf(Answer answer) {
        return switch (answer) {
            case ACCEPTED -> Fact.SHARE_ACCEPTED;
            case STALE -> Fact.SHARE_STALE;
            case REJECTED -> Fact.SHARE_REJECTED;
        };
    }

    private void accept(WorkBook book) {
        long hour = HourTable.number(pending.timeNanos);
        switch (pending.basis) {
            case JOB -> book.accept(pending.weight, hour);
            case NEIGHBOURS -> book.acceptOpen(pending.weight, hour);
        }
    }

    /// On a tap that sees only the server: a positive or negative answer whose request nobody saw.
    ///
    /// @param skip how many answers at the beginning belong to the login; before the first work none is a share's
    void answerUnseen(Answer answer, int skip, PacketRef at) {
        serverMessages++;
        if (!joined && (answersWithoutRequest++ < skip || books.works() == 0)) {
            loginAnswer(answer == Answer.ACCEPTED, true, at);
            return;
        }
        WorkBook book = book();
        switch (answer) {
            case ACCEPTED -> book.accept(Double.NaN, HourTable.number(at.timeNanos));
            case STALE -> book.stale++;
            case REJECTED -> book.rejected++;
        }
        book.evidence.add(factOf(answer), at, Double.NaN);
    }

    /// A message of the server that fits and asks for no account.
    void serverMessage() {
        serverMessages++;
    }

    /// A message of the client that fits and asks for no account.
    void clientMessage() {
        clientMessages++;
    }

    /// Something that one side said is missing here.
    void cut(boolean client) {
        clientCut |= client;
        serverCut |= !client;
    }

    /// One side said what only the other may say.
    void breakOff(PacketRef at) {
        brokenOff = true;
        observe(Fact.BROKEN_OFF, at, Double.NaN);
    }

    void observe(Fact fact, PacketRef at, double weight) {
        book().evidence.add(fact, at, weight);
    }

    /// Whether requests wait for an answer.
    boolean waiting() {
        return pending.size() > 0;
    }
}
