package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import java.util.Set;

/// What the standard says about the cells of an extract.
///
/// @param asOf the day of the cut-off
/// @param codes which transactions are initiated by the holder
/// @param protectedProducts words of the column `products` that protect an account
/// @param placeholders what the bank writes for nothing, beside blanks
/// @param currency the only currency in which balances are judged
public record Terms(
        LocalDate asOf, CodeTable codes, Set<String> protectedProducts, Set<String> placeholders, String currency) {}
