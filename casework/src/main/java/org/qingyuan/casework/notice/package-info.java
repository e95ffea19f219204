/// Notices: who is told what, by which way, until when; reminders; whether they arrived.
@NullMarked
package org.qingyuan.casework.notice;

import org.jspecify.annotations.NullMarked;
