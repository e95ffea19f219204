package org.qingyuan.casework.disposition;

import java.util.Locale;

/// Why a case is not in a batch. Each has a text in both languages under `left-out.` and its word.
public enum LeftOut {
    /// The time to answer is not over.
    TIME_NOT_OVER,
    /// The party answered; a person decides.
    ANSWERED,
    APPEAL_OPEN,
    /// No letter or announcement is known to have arrived.
    NOT_REACHED,
    /// The extract was made before the time to answer was over: what happened since is not in it.
    EXTRACT_TOO_EARLY,
    /// Moved after the cut-off but not after the notice, or nobody knows when.
    MOVED_SINCE,
    /// An exclusion of the standard holds now: frozen, a protected product, ...
    EXCLUDED,
    /// Not found any more, or not screened.
    NOT_FOUND,
    /// Accounts are found that were not announced, or those that were are not found.
    OTHER_ACCOUNTS,
    /// The standard leaves it to a person.
    BY_PERSON,
    /// More is on the account than the measure allows.
    OVER_LIMIT,
    /// Something happened to the case since it was proposed.
    CHANGED_SINCE;

    /// The word in steps and message keys: lower case with hyphens.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
