package org.qingyuan.traffic.generate;

import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// What a speaker has to play.
///
/// @param poolHost name of the pool as miners write it
/// @param startNanos when the first connection opens
/// @param rttNanos from the tap to the server and back
/// @param rate true rate, hashes or solutions a second, of accepted shares
record SessionPlan(
        Story story,
        Endpoint client,
        Endpoint server,
        String poolHost,
        long startNanos,
        long rttNanos,
        double rate,
        Timetable timetable,
        RandomGenerator random) {
    private static final double NANOS = 1e9;

    /// The instant of a time in the timetable whose first work comes at `zeroNanos`.
    static long at(long zeroNanos, double seconds) {
        return zeroNanos + Math.round(seconds * NANOS);
    }

    SessionPlan again(long start, int clientPort) {
        Endpoint next = new Endpoint(client.address(), clientPort);
        return new SessionPlan(story, next, server, poolHost, start, rttNanos, rate, timetable, random);
    }
}
