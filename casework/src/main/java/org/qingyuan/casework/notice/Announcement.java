package org.qingyuan.casework.notice;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.casework.cases.Entry;

/// A public list of cases that were told at once.
///
/// @param id of its entry
/// @param days how long it runs
/// @param deadline the last day to answer, ISO
/// @param code to compare at the counter
/// @param cases how many it lists, 0 while it is written
/// @param madeAt an instant
public record Announcement(
        String id,
        String campaign,
        State state,
        long version,
        int days,
        String deadline,
        String code,
        long cases,
        String madeAt) {
    /// Kind of its entry, and of those of its lines, whose group it is.
    static final String KIND = "announcement";

    static final String LINE = "announced";

    /// How far it is.
    public enum State {
        /// Whoever was stopped goes on.
        WRITING,
        /// To be posted.
        WRITTEN,
        POSTED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One case of the list.
    ///
    /// @param subject the account, masked
    /// @param foundZh what was found in a few words, in Chinese
    /// @param foundEn the same in English
    public record Line(String caseId, String recipient, String subject, String foundZh, String foundEn) {
        Entry entry(Announcement announcement) {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("recipient", recipient);
            fields.put("subject", subject);
            fields.put("foundZh", foundZh);
            fields.put("foundEn", foundEn);
            return new Entry(
                    id(announcement.id(), caseId), LINE, caseId, announcement.id(), State.WRITTEN.word(), 1, fields);
        }

        static String id(String announcement, String caseId) {
            return announcement + "-" + caseId;
        }

        static Line of(Entry entry) {
            return new Line(
                    entry.caseId(),
                    entry.field("recipient"),
                    entry.field("subject"),
                    entry.field("foundZh"),
                    entry.field("foundEn"));
        }
    }

    Entry entry() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("days", Integer.toString(days));
        fields.put("deadline", deadline);
        fields.put("code", code);
        fields.put("cases", Long.toString(cases));
        fields.put("madeAt", madeAt);
        return new Entry(id, KIND, "", campaign, state.word(), version, fields);
    }

    static Announcement of(Entry entry) {
        return new Announcement(
                entry.id(),
                entry.group(),
                State.valueOf(entry.state().toUpperCase(Locale.ROOT)),
                entry.version(),
                Integer.parseInt(entry.field("days")),
                entry.field("deadline"),
                entry.field("code"),
                Long.parseLong(entry.field("cases")),
                entry.field("madeAt"));
    }

    Announcement in(State next, long listed) {
        return new Announcement(id, campaign, next, version + 1, days, deadline, code, listed, madeAt);
    }
}
