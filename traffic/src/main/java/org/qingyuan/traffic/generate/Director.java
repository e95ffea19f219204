package org.qingyuan.traffic.generate;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.qingyuan.traffic.generate.Planted.Expected;
import org.qingyuan.traffic.generate.SessionSampler.Sample;
import org.qingyuan.traffic.generate.SessionSampler.VarDiff;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Lets a speaker play a story on a stage and plants its truth.
final class Director {
    private static final double JOINED_AFTER_SECONDS = 60;
    private static final double REPEAT_SECONDS = 30;
    private static final int REPEATS = 3;

    private final Stage stage;
    private final Speaker speaker;
    private final Endpoint client;
    private final Endpoint server;

    Director(Stage stage, Speaker speaker, Endpoint client, Endpoint server) {
        this.stage = stage;
        this.speaker = speaker;
        this.client = client;
        this.server = server;
    }

    /// Plays a story that begins some seconds after the capture.
    void play(Story story, double afterSeconds) {
        play(story, afterSeconds, story.seconds);
    }

    /// The same with another length.
    void play(Story story, double afterSeconds, double seconds) {
        SplittableRandom random = stage.random.split();
        double rate = speaker.typicalRate() * random.nextDouble(0.7, 1.3);
        Timetable timetable = timetable(story, rate, seconds, random);
        double planted = plantedRate(story, rate, timetable, seconds);
        long rtt = 12_000_000L + random.nextInt(180_000_000);
        play(
                new SessionPlan(
                        story,
                        client,
                        server,
                        speaker.poolHost(),
                        stage.at(afterSeconds),
                        rtt,
                        planted,
                        timetable,
                        random),
                new Ledger());
    }

    /// Plays a normal session whose work and shares are given.
    void play(double afterSeconds, double rate, Timetable timetable, Ledger ledger) {
        SplittableRandom random = stage.random.split();
        long rtt = 12_000_000L + random.nextInt(180_000_000);
        play(
                new SessionPlan(
                        Story.NORMAL,
                        client,
                        server,
                        speaker.poolHost(),
                        stage.at(afterSeconds),
                        rtt,
                        rate,
                        timetable,
                        random),
                ledger);
    }

    private void play(SessionPlan plan, Ledger ledger) {
        Story story = plan.story();
        Miner miner = speaker.miner(plan.random());
        int before = stage.talks();
        int times = story == Story.REPEATED ? REPEATS : 1;
        for (int i = 0; i < times; i++) {
            long start = SessionPlan.at(plan.startNanos(), i * REPEAT_SECONDS);
            speaker.speak(miner, i == 0 ? plan : plan.again(start, client.port() + i), stage, ledger);
        }
        Set<Integer> talks = new LinkedHashSet<>();
        for (int talk = before + 1; talk <= stage.talks(); talk++) {
            talks.add(talk);
        }
        limitView(story, plan, talks);
        stage.plant(new Planted(
                expected(story, times),
                seen(story, miner),
                client,
                server,
                plan.rate(),
                speaker.unit(),
                ledger,
                talks,
                story.shows));
    }

    private Timetable timetable(Story story, double rate, double seconds, SplittableRandom random) {
        DoubleUnaryOperator announceable = speaker::announceable;
        double weight = speaker.announceable(rate * story.shareSeconds);
        Timetable.Pace pace = speaker.pace();
        if (story == Story.ONE_SHARE) {
            return Timetable.oneShare(weight, seconds, pace, random);
        }
        if (story == Story.NO_SHARE || story.attempt()) {
            Sample none = SessionSampler.constant(random, weight / 1e12, weight, seconds);
            return Timetable.of(none, pace, random);
        }
        if (story == Story.VARDIFF || story == Story.JOINED) {
            double first = speaker.announceable(weight / (story == Story.VARDIFF ? 12 : 5));
            return Timetable.of(
                    SessionSampler.varDiff(random, rate, VarDiff.usual(first, announceable), seconds), pace, random);
        }
        Timetable plain = Timetable.of(SessionSampler.constant(random, rate, weight, seconds), pace, random);
        return story == Story.STALE ? plain.with(3, 2, 1, random) : plain;
    }

    private static double plantedRate(Story story, double rate, Timetable timetable, double seconds) {
        double weight = timetable.jobs().get(0).weight();
        return switch (story) {
            case NO_SHARE -> 0.2 * weight / seconds;
            case ONE_SHARE -> weight / seconds;
            case REFUSED, UNANSWERED, LEFT, REPEATED -> 0;
            case NORMAL, CLIENT_ONLY, SERVER_ONLY, JOINED, STALE, VARDIFF -> rate;
        };
    }

    private void limitView(Story story, SessionPlan plan, Set<Integer> talks) {
        long joined = SessionPlan.at(plan.startNanos(), JOINED_AFTER_SECONDS);
        Consumer<Script> limit = switch (story) {
            case CLIENT_ONLY -> s -> s.seen(p -> p.origin().side() == Script.CLIENT);
            case SERVER_ONLY -> s -> s.seen(p -> p.origin().side() == Script.SERVER);
            case JOINED -> s -> s.seen(p -> p.timeNanos() >= joined);
            case NORMAL, ONE_SHARE, NO_SHARE, REFUSED, UNANSWERED, LEFT, STALE, VARDIFF, REPEATED -> s -> {};
        };
        talks.forEach(talk -> limit.accept(stage.script(talk)));
    }

    private Miner seen(Story story, Miner miner) {
        return switch (story) {
            case CLIENT_ONLY -> speaker.clientOnly(miner);
            case SERVER_ONLY -> speaker.serverOnly(miner);
            case JOINED -> speaker.joined(miner);
            case UNANSWERED -> speaker.unanswered(miner);
            case NORMAL, ONE_SHARE, NO_SHARE, REFUSED, LEFT, STALE, VARDIFF, REPEATED -> miner;
        };
    }

    private Expected expected(Story story, int times) {
        Expected usual = switch (story) {
            case NORMAL, ONE_SHARE, NO_SHARE, JOINED, STALE, VARDIFF -> Expected.SESSION;
            case CLIENT_ONLY, SERVER_ONLY -> Expected.UNCONFIRMED;
            case REFUSED, REPEATED -> Expected.attempt("refused", times);
            case UNANSWERED -> Expected.attempt("unanswered", times);
            case LEFT -> Expected.attempt("left-without-share", times);
        };
        boolean shareNeeded = story.attempt() || story == Story.NO_SHARE || story == Story.SERVER_ONLY;
        return !speaker.workSuffices() && shareNeeded ? Expected.NONE : usual;
    }
}
