package org.qingyuan.policy;

import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

/// How long and by which ways a notice gives its reader time to answer. 1 <= minDays <= days <= maxDays.
///
/// @param days what holds unless another number within the bounds is chosen; the last of them ends the period: a
///     notice of 15 days given on the 1st ends with the 16th
/// @param reminderLeadDays how many days before the deadline a reminder goes out; descending, each less than `minDays`
///     so that none falls before the notice itself
/// @param channels in order of preference; what is not delivered goes by the next
public record NoticeTerms(
        int minDays, int maxDays, int days, DayCount counting, List<Integer> reminderLeadDays, List<Channel> channels) {
    /// Longer than any notice that was seen; bounds every count of days in a pack.
    static final int MAX_DAYS = 3660;

    public NoticeTerms {
        reminderLeadDays = List.copyOf(reminderLeadDays);
        channels = List.copyOf(channels);
        if (minDays < 1 || days < minDays || maxDays < days || maxDays > MAX_DAYS) {
            throw new IllegalArgumentException(minDays + " <= " + days + " <= " + maxDays);
        }
        int before = minDays;
        for (int lead : reminderLeadDays) {
            if (lead < 1 || lead >= before) {
                throw new IllegalArgumentException(reminderLeadDays.toString());
            }
            before = lead;
        }
        if (channels.isEmpty() || channels.stream().distinct().count() < channels.size()) {
            throw new IllegalArgumentException(channels.toString());
        }
    }

    /// Whether a notice may be given so long.
    public boolean allows(int wantedDays) {
        return wantedDays >= minDays && wantedDays <= maxDays;
    }

    /// @param policy `name@version`, for the message
    /// @throws Failure `NOTICE_PERIOD` when a notice may not be given so long
    public void check(String policy, int wantedDays) {
        if (!allows(wantedDays)) {
            throw new Failure(
                    ErrorCode.NOTICE_PERIOD,
                    Map.of("where", policy, "what", wantedDays, "least", minDays, "most", maxDays));
        }
    }
}
