package org.qingyuan.finding;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An observed fact and where it stands, so that anybody can look it up.
///
/// @param what the fact as a message key below `evidence.`, `share-accepted`
/// @param file name of the input as the run line writes it
/// @param at when it was observed, if the source says
/// @param packet number of the packet from 1 in its file, 0 when the source has no packets
/// @param row number of the row from 1 without the header, 0 when the source has no rows
/// @param details further facts in the order in which they are written
public record Evidence(
        String what, String file, @Nullable Moment at, long packet, long row, Map<String, Object> details) {
    /// A fact seen in a packet.
    public static Evidence packet(String what, String file, Moment at, long packet, Map<String, Object> details) {
        return new Evidence(what, file, at, packet, 0, details);
    }
}
