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
        if (session.dialect.onlyShares()) {
            return session.submitted() == 0 ? NOTHING : fits(session, ends);
        }
        Verdict fit = fits(session, ends);
        if (fit != NOTHING && mined(session, fit, minObservedSeconds) && !refused(session)) {
            return fit;
        }
        if (!session.hello) {
            return NOTHING;
        }
        if (refused(session)) {
            return REFUSED;
        }
        if (!ends.serverSeen()) {
            return NOTHING;
        }
        return session.serverMessages == 0 ? UNANSWERED : LEFT_WITHOUT_SHARE;
    }

    /// Whether both sides, or on a one-way tap the visible one, said something of the dialect.
    private static Verdict fits(Session session, Ends ends) {
        boolean client = session.clientMessages > 0 || session.cutShares > 0;
        boolean server = session.serverMessages > 0;
        if (client && server) {
            return SESSION;
        }
        boolean oneWay = client && !ends.serverSeen() || server && !ends.clientSeen();
        boolean snapped = client && session.cutShares > 0;
        return oneWay || snapped ? UNCONFIRMED : NOTHING;
    }

    private static boolean mined(Session session, Verdict fit, int minObservedSeconds) {
        long works = session.works();
        long shares = session.submitted() + session.cutShares;
        boolean proven = works > 0 || session.accepted() > 0 || fit == UNCONFIRMED || session.cutShares > 0;
        if (!proven) {
            return false;
        }
        long since = session.joined || works == 0 ? session.firstNanos() : session.firstWorkNanos();
        boolean stayed = session.lastNanos() - since >= minObservedSeconds * SECOND_NANOS;
        return shares > 0 || session.accepted() > 0 || works >= MIN_WORKS || stayed;
    }

    private static boolean refused(Session session) {
        boolean login = session.loginRefused && !session.loginAccepted;
        boolean work = session.workRefused && session.works() == 0;
        return (login || work) && session.accepted() == 0;
    }
}
