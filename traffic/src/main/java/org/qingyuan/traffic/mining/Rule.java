package org.qingyuan.traffic.mining;

import org.qingyuan.finding.Severity;

/// The registry of what traffic can show. A version changes when the same input could give another answer.
enum Rule {
    /// A miner at work.
    SESSION("mining.session", 1, Severity.HIGH),
    /// Somebody tried to begin and did not come to a share.
    ATTEMPT("mining.attempt", 1, Severity.LOW);

    private final String word;
    private final int version;
    private final Severity severity;

    Rule(String word, int version, Severity severity) {
        this.word = word;
        this.version = version;
        this.severity = severity;
    }

    /// Lower case, dotted.
    public String word() {
        return word;
    }

    public int version() {
        return version;
    }

    public Severity severity() {
        return severity;
    }
}
