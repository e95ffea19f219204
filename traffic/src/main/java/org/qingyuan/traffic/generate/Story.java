package org.qingyuan.traffic.generate;

/// What happens to a miner, whatever its dialect.
enum Story {
    NORMAL("normal", 600, 12, "a session with shares until the miner leaves"),
    ONE_SHARE("one-share", 25, 12, "a short session with one accepted share"),
    NO_SHARE("no-share", 150, 12, "a session of more than 60 s without a share"),
    REFUSED("refused", 2, 12, "the first message is refused"),
    UNANSWERED("unanswered", 20, 12, "nobody answers the first message"),
    LEFT("left", 20, 12, "work arrives, the client leaves without a share"),
    CLIENT_ONLY("client-only", 240, 12, "the tap sees only the client's packets"),
    /// Speakers leave out what only the question would tell from a share, so that the answers can be counted.
    SERVER_ONLY("server-only", 240, 12, "the tap sees only the server's packets"),
    JOINED("joined", 500, 9, "the capture begins in the middle of the session"),
    STALE("stale", 400, 10, "stale, rejected and unanswered shares beside accepted ones"),
    VARDIFF("vardiff", 900, 15, "the pool adapts the weight to the miner"),
    REPEATED("repeated-attempts", 2, 12, "one client is refused three times");

    final String word;
    final double seconds;
    /// Mean time between shares; under varDiff the pool's aim.
    final double shareSeconds;
    final String shows;

    Story(String word, double seconds, double shareSeconds, String shows) {
        this.word = word;
        this.seconds = seconds;
        this.shareSeconds = shareSeconds;
        this.shows = shows;
    }

    boolean refused() {
        return this == REFUSED || this == REPEATED;
    }

    boolean attempt() {
        return refused() || this == UNANSWERED || this == LEFT;
    }

    /// Whether the tap sees both sides.
    boolean bothSides() {
        return this != CLIENT_ONLY && this != SERVER_ONLY;
    }
}
