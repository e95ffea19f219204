/// Dated policy packs as data: by whose standard accounts are judged, with what numbers, since when, and on what basis.
@NullMarked
package org.qingyuan.policy;

import org.jspecify.annotations.NullMarked;
