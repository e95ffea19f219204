package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// When a miner that asks for work gets it: at each change of the work and every so often between.
///
/// @param all in the order of time
record Polls(List<Poll> all) {
    /// @param at seconds at which the answer arrives
    /// @param job index of the job that it brings
    /// @param fresh whether the job or the chain is new since the poll before
    record Poll(double at, int job, boolean fresh) {}

    /// @param intervalSeconds between polls while nothing changes
    /// @param solving whether each accepted share ends its block, so that the miner asks again at once
    static Polls of(Timetable timetable, double intervalSeconds, boolean solving) {
        List<Poll> polls = new ArrayList<>();
        for (int i = 0; i < timetable.jobs().size(); i++) {
            Timetable.Job job = timetable.jobs().get(i);
            boolean last = i + 1 == timetable.jobs().size();
            double until =
                    last ? timetable.seconds() : timetable.jobs().get(i + 1).at();
            polls.add(new Poll(job.at(), i, true));
            for (double at = job.at() + intervalSeconds; at < until - 0.5; at += intervalSeconds) {
                polls.add(new Poll(at, i, false));
            }
        }
        if (solving) {
            timetable.shares().stream()
                    .filter(s -> s.outcome() == Outcome.ACCEPTED)
                    .forEach(s -> polls.add(new Poll(s.at() + 0.4, timetable.jobAt(s.at() + 0.4), true)));
            polls.sort(Comparator.comparingDouble(Poll::at));
        }
        return new Polls(polls);
    }

    /// Index of the last poll before a time that brought the job.
    int before(double at, int job) {
        int found = -1;
        for (int i = 0; i < all.size() && all.get(i).at() <= at; i++) {
            found = all.get(i).job() == job ? i : found;
        }
        if (found < 0) {
            throw new IllegalStateException("share before its work");
        }
        return found;
    }
}
