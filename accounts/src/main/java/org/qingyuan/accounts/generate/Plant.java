package org.qingyuan.accounts.generate;

/// One case that a bank holds on purpose.
///
/// @param word what it shows, lower case with hyphens; its first words are the rule's
/// @param planting puts the rows into a group of their own and says what must become of them
record Plant(String word, Planting planting) {
    /// Puts the rows of a case into a group.
    @FunctionalInterface
    interface Planting {
        void into(Group group);
    }
}
