/// Block lists: the pools of confirmed cases, for firewalls and detectors.
@NullMarked
package org.qingyuan.report.blocklist;

import org.jspecify.annotations.NullMarked;
