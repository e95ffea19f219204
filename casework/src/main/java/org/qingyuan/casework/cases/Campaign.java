package org.qingyuan.casework.cases;

import java.time.Instant;
import java.time.ZoneId;
import org.qingyuan.access.Actor;

/// An effort in which cases are opened and followed by one standard.
///
/// @param name as people call it, at most 64 characters, unique in a store
/// @param policy `name@version` of the standard with which new cases begin
/// @param zone whose days its deadlines count
/// @param office who writes and answers
public record Campaign(
        String name, Kind kind, String policy, ZoneId zone, Office office, Instant createdAt, Actor createdBy) {
    /// Whom the reader of a letter can ask. A part that was not told is blank.
    ///
    /// @param appeals the office that hears appeals
    public record Office(String name, String phone, String address, String hours, String appeals) {}
}
