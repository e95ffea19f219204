package org.qingyuan.accounts.generate;

import java.time.LocalDate;

/// What bank to make.
///
/// @param customers how many records, at most [#MAX_CUSTOMERS]; the planted ones come in any case, so a bank has some
///     hundred at least
/// @param seed the same seed gives the same bytes
/// @param asOf the day of the cut-off that the truth speaks of
/// @param transactions whether there is a file of transactions; without it the rules that need them cannot run and the
///     truth says nothing of them
/// @param layout of its files
public record BankRequest(long customers, long seed, LocalDate asOf, boolean transactions, Layout layout) {
    /// Beyond this, numbers of documents would come twice.
    public static final long MAX_CUSTOMERS = 50_000_000L;
}
