package org.qingyuan.registry;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an organisation is. Each kind has a text in both languages under `kind.` and its word.
public enum OrganisationKind {
    GOVERNMENT(true),
    UNIVERSITY(true),
    SCHOOL(true),
    RESEARCH(true),
    STATE_ENTERPRISE(true),
    ENTERPRISE(false),
    INTERNET_CAFE(false),
    DATA_CENTRE(false),
    RESIDENTIAL(false),
    OTHER(false);

    private final boolean publicSector;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    OrganisationKind(boolean publicSector) {
        this.publicSector = publicSector;
    }

    /// Lower case with hyphens, `state-enterprise`.
    public String word() {
        return word;
    }

    /// Whether it runs on public money.
    public boolean publicSector() {
        return publicSector;
    }

    /// Whether it counts to 党政机关、高校、企业 as circulars of 2021 do: the public sector and enterprises.
    public boolean namedInCirculars() {
        return publicSector || this == ENTERPRISE;
    }

    /// Key of the text in the message files.
    public String messageKey() {
        return "kind." + word;
    }

    /// The kind of a written word, `null` when it names none.
    public static @Nullable OrganisationKind of(String word) {
        for (OrganisationKind kind : values()) {
            if (kind.word.equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
