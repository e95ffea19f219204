package org.qingyuan.traffic.mining;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Moment;
import org.qingyuan.registry.Algorithm;
import org.qingyuan.registry.Algorithms;
import org.qingyuan.traffic.References;

/// One book of a session with what follows from it: the algorithm, what a unit of weight stands for, the work, and the
/// time over which it was weighed.
final class SessionAccount {
    private static final double SECOND_NANOS = 1e9;

    final Session session;
    final WorkBook book;
    final Ends ends;
    final boolean unconfirmed;
    final LocalDate day;
    final AlgorithmGuess guess;

    /// Hashes for one unit of weight, `NaN` when that is not known.
    final double scale;

    private final boolean onlyBook;

    SessionAccount(Session session, WorkBook book, Ends ends, boolean unconfirmed, References references, ZoneId zone) {
        this.session = session;
        this.book = book;
        this.ends = ends;
        this.unconfirmed = unconfirmed;
        this.day = start().instant().atZone(zone).toLocalDate();
        this.guess = AlgorithmGuess.of(session, book, references, day);
        this.scale = scaleOf(guess.algorithm());
        this.onlyBook = session.books.all().size() == 1;
    }

    private double scaleOf(String algorithmName) {
        boolean inHashes = session.dialect != Dialect.STRATUM_V1;
        Algorithm algorithm = inHashes ? null : Algorithms.of(algorithmName);
        double factor = inHashes ? 1 : algorithm == null ? 0 : algorithm.hashesPerDifficulty();
        return book.largest > 0 && factor > 0 ? factor : Double.NaN;
    }

    Moment.At start() {
        return Moment.ofEpochNanos(book.firstNanos, ends.nanos());
    }

    Moment.At end() {
        return Moment.ofEpochNanos(book.lastNanos, ends.nanos());
    }

    private double wholeSeconds() {
        return (book.lastNanos - book.firstNanos) / SECOND_NANOS;
    }

    /// Seconds of the session; of several algorithms those in which the jobs of this one were current.
    double seconds() {
        return onlyBook ? wholeSeconds() : book.currentNanos / SECOND_NANOS;
    }

    /// Seconds in which shares could be weighed: of a session joined late from the first job of known scale.
    double ratedSeconds() {
        boolean late = session.joined && !session.dialect.jobsCarryTarget() && onlyBook;
        return late ? Math.max(0, book.lastNanos - book.firstScaledNanos) / SECOND_NANOS : seconds();
    }

    /// Whether the time of the rate is another than that from the first to the last packet.
    boolean isRatedInPart() {
        return ratedSeconds() != wholeSeconds();
    }

    @Nullable
    Work work() {
        if (Double.isNaN(scale) || unconfirmed) {
            return null;
        }
        return new Work(
                session.dialect.workUnit(),
                book.weighted,
                book.hashes * scale,
                book.squares * scale * scale,
                book.largest * scale,
                book.staleHashes * scale);
    }

    @Nullable
    Estimate rate() {
        Work work = work();
        return work != null && HashRate.applies(work, ratedSeconds()) ? HashRate.of(work, ratedSeconds()) : null;
    }

    /// Whether the capture shows what the client said, so that its shares can be counted.
    boolean showsClient() {
        return session.clientMessages > 0 || ends.clientSeen() && !session.clientCut;
    }

    /// Whether the capture shows what the server answered.
    boolean showsServer() {
        return session.serverMessages > 0 || ends.serverSeen() && !session.serverCut;
    }
}
