package org.qingyuan.registry;

import java.time.LocalDate;
import java.util.List;

/// A mining pool as of a date.
///
/// @param patterns host names (`pool.example.org`), all names below one (`*.example.org`), addresses or networks
/// @param coin tickers separated by spaces; blank where it is not known
/// @param lastConfirmed when it was last known to run there
/// @param source who says so
public record Pool(String name, List<String> patterns, String coin, LocalDate lastConfirmed, String source) {}
