package org.qingyuan.casework.cases;

/// A step as the log has it.
///
/// @param number place in the log of the whole store, from 1 without gaps
/// @param hash SHA-256 over the hash before it, its number and the bytes that are kept of it, 64 hex digits
public record LoggedStep(long number, Step step, String hash) {}
