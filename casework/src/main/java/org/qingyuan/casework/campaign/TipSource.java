package org.qingyuan.casework.campaign;

import java.util.Locale;
import java.util.Optional;

/// From where a report came.
public enum TipSource {
    /// 举报热线.
    HOTLINE,
    /// A forum or another public place.
    FORUM,
    /// 现场检查.
    INSPECTION,
    OTHER,
    /// A row of a list that another office keeps; comes by an import alone.
    LIST;

    /// The word in files, steps and message keys: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The source of a word in a report by a person.
    public static Optional<TipSource> ofReport(String word) {
        for (TipSource source : values()) {
            if (source != LIST && source.word().equals(word)) {
                return Optional.of(source);
            }
        }
        return Optional.empty();
    }
}
