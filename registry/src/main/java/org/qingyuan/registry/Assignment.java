package org.qingyuan.registry;

import org.qingyuan.finding.Holder;
import org.qingyuan.finding.TimeRange;

/// A network given to an organisation for a time.
///
/// @param text the network as findings write it
/// @param valid when both the assignment and the organisation were valid
record Assignment(Prefix prefix, String text, Holder holder, TimeRange valid) {}
