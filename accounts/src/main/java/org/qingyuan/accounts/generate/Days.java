package org.qingyuan.accounts.generate;

import java.time.LocalDate;
import java.time.Period;

/// The days that the planting is measured from, all by the standard `cn-rural-2021`, whose numbers stand here once more
/// because the truth must not be computed from the pack.
///
/// @param asOf the cut-off
record Days(LocalDate asOf) {
    static final Period INACTIVE = Period.ofYears(3);
    static final Period UNUSED = Period.ofMonths(6);
    static final Period QUIET = Period.ofYears(1);
    static final int WINDOW_DAYS = 30;
    static final int EXPIRED_DAYS = 90;

    /// Transactions are complete from here.
    LocalDate transactionsFrom() {
        return asOf.minusYears(4);
    }

    /// The bank drew the extract ten days after the cut-off.
    LocalDate extractedOn() {
        return asOf.plusDays(10);
    }

    /// A movement on this day is long enough ago to be inactive.
    LocalDate inactive() {
        return asOf.minus(INACTIVE);
    }

    /// An account opened on this day and never used is long enough unused.
    LocalDate unused() {
        return asOf.minus(UNUSED);
    }

    /// First day of the window in which a sleeping account is seen to move.
    LocalDate window() {
        return asOf.minusDays(WINDOW_DAYS);
    }

    /// A document that expired on this day is not stale yet.
    LocalDate expired() {
        return asOf.minusDays(EXPIRED_DAYS);
    }

    LocalDate ago(int days) {
        return asOf.minusDays(days);
    }

    LocalDate yearsAgo(int years) {
        return asOf.minusYears(years);
    }
}
