/// What miners and pools say to each other: dialects recognised by content, work accounted share by share, and the
/// findings that follow.
@NullMarked
package org.qingyuan.traffic.mining;

import org.jspecify.annotations.NullMarked;
