package org.qingyuan.traffic.generate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.SessionSampler.Sample;
import org.qingyuan.traffic.generate.SessionSampler.Step;

/// When a session gets work and hands in shares, in seconds since its first work. Work changes with blocks, with the
/// pool's own refreshes and with each step of the weight.
///
/// @param jobs at least one, the first at 0, in the order of time
/// @param shares in the order of time
record Timetable(List<Job> jobs, List<Share> shares, double seconds) {
    /// @param step whether its weight differs from that of the job before; the first is one
    /// @param lane 0, or the number of another algorithm that the same miner is given
    record Job(double at, double weight, boolean newBlock, boolean step, int lane) {}

    /// @param job index of the job that it solves
    record Share(double at, int job, Outcome outcome) {}

    /// How often a network and a pool give work.
    ///
    /// @param blockSeconds mean time between blocks
    /// @param refreshSeconds at the latest after so long there is new work
    record Pace(double blockSeconds, double refreshSeconds) {}

    static Timetable of(Sample sample, Pace pace, RandomGenerator random) {
        List<Job> jobs = jobs(sample, pace, random);
        Timetable bare = new Timetable(jobs, List.of(), sample.seconds());
        List<Share> shares = new ArrayList<>();
        for (SessionSampler.Share share : sample.shares()) {
            shares.add(new Share(share.at(), bare.jobAt(share.at()), Outcome.ACCEPTED));
        }
        return new Timetable(jobs, shares, sample.seconds());
    }

    private static List<Job> jobs(Sample sample, Pace pace, RandomGenerator random) {
        List<Job> jobs = new ArrayList<>();
        int step = 0;
        double at = 0;
        double block = SessionSampler.exponential(random, pace.blockSeconds());
        boolean newBlock = true;
        boolean newStep = true;
        while (at < sample.seconds()) {
            jobs.add(new Job(at, sample.steps().get(step).weight(), newBlock, newStep, 0));
            double nextStep = step + 1 < sample.steps().size()
                    ? sample.steps().get(step + 1).at()
                    : Double.MAX_VALUE;
            double next = Math.min(nextStep, Math.min(block, at + pace.refreshSeconds()));
            newStep = next == nextStep;
            newBlock = next == block;
            step += newStep ? 1 : 0;
            block += newBlock ? SessionSampler.exponential(random, pace.blockSeconds()) : 0;
            at = next;
        }
        return jobs;
    }

    /// Index of the job in force.
    int jobAt(double at) {
        int job = 0;
        while (job + 1 < jobs.size() && jobs.get(job + 1).at() <= at) {
            job++;
        }
        return job;
    }

    /// With further shares that the pool does not accept: stale ones right after a new job, the others anywhere.
    Timetable with(int stale, int rejected, int unanswered, RandomGenerator random) {
        List<Share> all = new ArrayList<>(shares);
        for (int i = 0; i < stale && jobs.size() > 1; i++) {
            int after = 1 + random.nextInt(jobs.size() - 1);
            all.add(new Share(jobs.get(after).at() + 0.02 + 0.3 * random.nextDouble(), after - 1, Outcome.STALE));
        }
        addAnywhere(all, rejected, Outcome.REJECTED, random);
        addAnywhere(all, unanswered, Outcome.UNANSWERED, random);
        all.sort(Comparator.comparingDouble(Share::at));
        return new Timetable(jobs, all, seconds);
    }

    Timetable withImplausible(int count, RandomGenerator random) {
        List<Share> all = new ArrayList<>(shares);
        addAnywhere(all, count, Outcome.IMPLAUSIBLE, random);
        all.sort(Comparator.comparingDouble(Share::at));
        return new Timetable(jobs, all, seconds);
    }

    private void addAnywhere(List<Share> all, int count, Outcome outcome, RandomGenerator random) {
        for (int i = 0; i < count; i++) {
            double at = seconds * random.nextDouble(0.05, 0.95);
            all.add(new Share(at, jobAt(at), outcome));
        }
    }

    /// Turns of two algorithms: the first sample's, then the second's, and so on.
    static Timetable turns(List<Sample> samples, Pace pace, RandomGenerator random) {
        List<Job> jobs = new ArrayList<>();
        List<Share> shares = new ArrayList<>();
        double start = 0;
        for (int turn = 0; turn < samples.size(); turn++) {
            Timetable part = of(samples.get(turn), pace, random);
            double from = start;
            int before = jobs.size();
            int lane = turn % 2;
            part.jobs.forEach(j -> jobs.add(new Job(from + j.at, j.weight, j.newBlock, j.step, lane)));
            part.shares.forEach(s -> shares.add(new Share(from + s.at, before + s.job, s.outcome)));
            start += part.seconds;
        }
        return new Timetable(jobs, shares, start);
    }

    /// All that comes after an instant comes so much later.
    Timetable silent(double after, double silenceSeconds) {
        List<Job> laterJobs = jobs.stream()
                .map(j -> j.at <= after ? j : new Job(j.at + silenceSeconds, j.weight, j.newBlock, j.step, j.lane))
                .toList();
        List<Share> laterShares = shares.stream()
                .map(s -> s.at <= after ? s : new Share(s.at + silenceSeconds, s.job, s.outcome))
                .toList();
        return new Timetable(laterJobs, laterShares, seconds + silenceSeconds);
    }

    /// Exactly one share in the middle.
    static Timetable oneShare(double weight, double seconds, Pace pace, RandomGenerator random) {
        Sample sample = new Sample(weight / seconds, seconds, List.of(new Step(0, weight)), List.of());
        List<Job> jobs = jobs(sample, pace, random);
        Timetable bare = new Timetable(jobs, List.of(), seconds);
        double at = seconds * random.nextDouble(0.3, 0.8);
        return new Timetable(jobs, List.of(new Share(at, bare.jobAt(at), Outcome.ACCEPTED)), seconds);
    }
}
