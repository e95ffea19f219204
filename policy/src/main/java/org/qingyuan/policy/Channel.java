package org.qingyuan.policy;

import java.util.Locale;

/// By which way a letter reaches its reader. Each has a text in both languages under `channel.` and its word.
public enum Channel {
    /// A public list that names nobody in full.
    ANNOUNCEMENT(8000),
    SMS(500),
    LETTER(8000),
    EMAIL(8000),
    /// A letter to an organisation at its seat.
    UNIT_LETTER(8000),
    /// Shown to the holder at the counter or in the service hall.
    HALL(8000);

    private final int maxCharacters;

    Channel(int maxCharacters) {
        this.maxCharacters = maxCharacters;
    }

    /// The word in packs and message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// How long the text of a letter may be before its values are put in.
    int maxCharacters() {
        return maxCharacters;
    }

    /// The channel of a written word.
    ///
    /// @throws IllegalArgumentException when it names none
    public static Channel from(String word) {
        for (Channel channel : values()) {
            if (channel.word().equals(word)) {
                return channel;
            }
        }
        throw new IllegalArgumentException(word);
    }
}
