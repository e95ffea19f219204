package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;

/// Speaks one dialect: both the miner's and the pool's part. Holds no state between sessions.
interface Speaker {
    /// The dialect's word.
    String dialect();

    /// Name of the scenarios: the dialect's word, with a variant.
    default String word() {
        return dialect();
    }

    /// What the variant is about, for the list of scenarios.
    String about();

    /// The nearest weight that can be announced, in expected hashes or solutions.
    double announceable(double weight);

    /// `H` or `Sol`.
    default String unit() {
        return "H";
    }

    /// A usual rate of one miner.
    double typicalRate();

    Timetable.Pace pace();

    /// ISO instant in whose neighbourhood the messages make sense.
    default String era() {
        return "2021-10-12T00:30:00Z";
    }

    /// Name and port of the server.
    String poolHost();

    int poolPort();

    /// What a variant plays side by side.
    default List<Story> variantStories() {
        return List.of(Story.NORMAL, Story.VARDIFF, Story.STALE);
    }

    Miner miner(RandomGenerator random);

    /// Whether work alone, without a share, is something to find.
    default boolean workSuffices() {
        return true;
    }

    /// What the wire tells of the miner when the capture begins in the middle.
    Miner joined(Miner miner);

    /// What a tap tells that sees only the client.
    default Miner clientOnly(Miner miner) {
        return miner;
    }

    /// What a tap tells that sees only the server.
    default Miner serverOnly(Miner miner) {
        return miner.unnamed(miner.coin());
    }

    /// What a first message that nobody answers tells.
    default Miner unanswered(Miner miner) {
        return miner;
    }

    /// Plays one session into the stage.
    void speak(Miner miner, SessionPlan plan, Stage stage, Ledger ledger);
}
