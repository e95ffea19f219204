package org.qingyuan.output;

/// The languages that every text exists in.
public enum Language {
    ZH("zh"),
    EN("en");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /// ISO 639-1, as in the message files' names and `--lang`.
    public String code() {
        return code;
    }
}
