package org.qingyuan.traffic.generate;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// A miner, or something that must not be taken for one, with all that the truth is counted from.
///
/// @param expected what a right scan says
/// @param miner `null` where nobody mines
/// @param rate true rate of accepted work, 0 where there is none
/// @param talks numbers of its connections, 0 = everything in the background
/// @param fromNanos only packets and messages from here on
/// @param toNanos and before here
/// @param note what is special, for people
record Planted(
        Expected expected,
        @Nullable Miner miner,
        Endpoint client,
        Endpoint server,
        double rate,
        String unit,
        Ledger ledger,
        Set<Integer> talks,
        long fromNanos,
        long toNanos,
        String note) {
    Planted(
            Expected expected,
            @Nullable Miner miner,
            Endpoint client,
            Endpoint server,
            double rate,
            String unit,
            Ledger ledger,
            Set<Integer> talks,
            String note) {
        this(expected, miner, client, server, rate, unit, ledger, talks, 0, Long.MAX_VALUE, note);
    }

    /// Whether an instant belongs to it.
    boolean holds(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    /// The part of it that lies in a window.
    Planted within(long from, long to) {
        return new Planted(expected, miner, client, server, rate, unit, ledger, talks, from, to, note);
    }

    /// The same where the wire tells less of the miner.
    Planted seen(UnaryOperator<Miner> view) {
        Miner less = miner == null ? null : view.apply(miner);
        return new Planted(expected, less, client, server, rate, unit, ledger, talks, fromNanos, toNanos, note);
    }

    /// What a right scan says.
    ///
    /// @param rule `mining.session`, `mining.attempt` or `none`
    /// @param reason of an attempt
    /// @param count attempts, else 1
    record Expected(String rule, @Nullable String reason, int count, boolean unconfirmed) {
        static final Expected NONE = new Expected("none", null, 1, false);
        static final Expected SESSION = new Expected("mining.session", null, 1, false);
        static final Expected UNCONFIRMED = new Expected("mining.session", null, 1, true);

        static Expected attempt(String reason, int count) {
            return new Expected("mining.attempt", reason, count, false);
        }
    }
}
