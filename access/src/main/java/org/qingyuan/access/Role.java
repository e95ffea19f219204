package org.qingyuan.access;

import java.util.Locale;
import java.util.Optional;

/// In which function somebody acts. Nobody has more than one in one act.
public enum Role {
    /// Looks at what was found, checks it, keeps the file.
    ANALYST,
    /// Proposes what is to be done.
    MAKER,
    /// Decides on proposals, never on own ones.
    CHECKER,
    /// Reads all, changes nothing.
    AUDITOR,
    /// The organisation that a case speaks about; sees its own only.
    ORGANISATION,
    /// The person that a case speaks about; sees the own only.
    HOLDER,
    /// What falls due by itself. No person can act as it.
    SYSTEM;

    /// The word in commands and message keys: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a word that a person may act in.
    public static Optional<Role> ofPerson(String word) {
        for (Role role : values()) {
            if (role != SYSTEM && role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /// Whether it sees only what it is a party to.
    public boolean isParty() {
        return this == ORGANISATION || this == HOLDER;
    }
}
