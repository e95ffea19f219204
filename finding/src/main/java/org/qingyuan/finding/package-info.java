/// The kernel that every part of Qingyuan shares: what a finding is, what proves it, what was rejected.
/// Records and closed sets only; nothing here knows a capture, an account or a meter.
@NullMarked
package org.qingyuan.finding;

import org.jspecify.annotations.NullMarked;
