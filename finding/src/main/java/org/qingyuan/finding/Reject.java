package org.qingyuan.finding;

import org.jspecify.annotations.Nullable;

/// One piece of input that could not be used.
///
/// @param file name of the input
/// @param line line, row or packet from 1; 0 when it concerns the file as a whole
/// @param column name of the column, or `null`
/// @param detail what stood there, already masked
public record Reject(String file, long line, @Nullable String column, RejectReason reason, String detail) {}
