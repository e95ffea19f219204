package org.qingyuan.traffic.mining;

import java.util.Locale;

/// What a finished conversation amounts to. Of the attempts a later row came further.
enum Verdict {
    /// Both sides fit, work was received, and a share, time or further work shows that it was mined.
    SESSION,
    /// The same on a tap that saw one direction only.
    UNCONFIRMED,
    /// A first message that got no answer of the dialect.
    UNANSWERED,
    /// A first message that was refused.
    REFUSED,
    /// Welcomed, but gone without a share.
    LEFT_WITHOUT_SHARE,
    /// Too little to conclude anything.
    NOTHING;

    static final int MIN_WORKS = 10;
    private static final long SECOND_NANOS = 1_000_000_000L;

    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isSession() {
        return this == SESSION || this == UNCONFIRMED;
    }

    boolean isAttempt() {
        return this == REFUSED || this == UNANSWERED || this == LEFT_WITHOUT_SHARE;
    }

    /// On a tap that sees only the client nobody can tell an unanswered beginning from an answered one: that is
    /// nothing.
    static Verdict of(Session session, Ends ends, int minObservedSeconds) {
        Verdict fit = fits(session, ends);
        if (fit != NOTHING && mined(session, fit, minObservedSeconds) && !refused(session)) {
            return fit;
        }
        // What broke off proves what it showed before, and no more.
        if (!session.hello || session.brokenOff || session.dialect.onlyShares()) {
            return NOTHING;
        }
        return refused(session) ? REFUSED : unfinished(session, ends);
    }

    /// How far a beginning came that nobody refused. A share without work seen before it is no sign of mining: whoever
    /// probes a server sends one as well.
    private static Verdict unfinished(Session session, Ends ends) {
        if (session.serverMessages == 0) {
            return hidesServer(session, ends) ? NOTHING : UNANSWERED;
        }
        if (session.books.submitted() == 0) {
            return LEFT_WITHOUT_SHARE;
        }
        return session.books.rejected() + session.books.stale() > 0 ? REFUSED : UNANSWERED;
    }

    /// Whether both sides said something of the dialect, or the visible one where the capture does not show what the
    /// other said: on a one-way tap, or where it was lost or cut.
    private static Verdict fits(Session session, Ends ends) {
        boolean client = session.clientMessages > 0 || session.cutShares > 0;
        boolean server = session.serverMessages > 0;
        if (client && server) {
            return SESSION;
        }
        boolean clientHidden = !ends.clientSeen() || session.clientCut;
        boolean oneWay = client && hidesServer(session, ends) || server && clientHidden;
        boolean snapped = client && session.cutShares > 0;
        return oneWay || snapped ? UNCONFIRMED : NOTHING;
    }

    private static boolean hidesServer(Session session, Ends ends) {
        return !ends.serverSeen() || session.serverCut;
    }

    private static boolean mined(Session session, Verdict fit, int minObservedSeconds) {
        long works = session.books.works();
        long accepted = session.books.accepted();
        long shares = session.books.submitted() + session.cutShares;
        if (session.dialect.onlyShares() && shares == 0) {
            return false;
        }
        // A pool that calls a share's job old has sent that job: before the capture began.
        boolean before = session.joined && session.books.stale() > 0;
        boolean proven = works > 0 || accepted > 0 || before || fit == UNCONFIRMED || session.cutShares > 0;
        if (!proven) {
            return false;
        }
        long since = session.joined || works == 0 ? session.books.firstNanos() : session.books.firstWorkNanos();
        boolean stayed = session.books.lastNanos() - since >= minObservedSeconds * SECOND_NANOS;
        return shares > 0 || accepted > 0 || works >= MIN_WORKS || stayed;
    }

    private static boolean refused(Session session) {
        boolean login = session.loginRefused && !session.loginAccepted;
        boolean work = session.workRefused && session.books.works() == 0;
        return (login || work) && session.books.accepted() == 0;
    }
}
