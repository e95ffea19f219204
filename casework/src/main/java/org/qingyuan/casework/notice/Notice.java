package org.qingyuan.casework.notice;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.policy.Channel;

/// A letter that goes to somebody.
///
/// @param id of its entry
/// @param recipient as the letter names it
/// @param to telephone, address or e-mail address, blank for an announcement
/// @param code to compare at the counter
/// @param text whole
/// @param writtenAt an instant, by which the letters of a case are told apart
public record Notice(
        String id,
        String caseId,
        State state,
        String letter,
        Channel channel,
        String language,
        String recipient,
        String to,
        String code,
        String deadline,
        String text,
        String writtenAt) {
    /// Kind of its entries.
    public static final String KIND = "notice";

    /// Whether it arrived.
    public enum State {
        /// Written, to be sent.
        WRITTEN,
        DELIVERED,
        /// It did not arrive; the next channel has a letter of its own.
        UNDELIVERABLE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// When it was written; long ago where that was not kept.
    Instant at() {
        return writtenAt.isEmpty() ? Instant.MIN : Instant.parse(writtenAt);
    }

    Entry entry() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("letter", letter);
        fields.put("channel", channel.word());
        fields.put("language", language);
        fields.put("recipient", recipient);
        fields.put("to", to);
        fields.put("code", code);
        fields.put("deadline", deadline);
        fields.put("text", text);
        fields.put("writtenAt", writtenAt);
        return new Entry(id, KIND, caseId, "", state.word(), 1, fields);
    }

    /// What an entry holds.
    public static Notice of(Entry entry) {
        return new Notice(
                entry.id(),
                entry.caseId(),
                State.valueOf(entry.state().toUpperCase(Locale.ROOT)),
                entry.field("letter"),
                Channel.from(entry.field("channel")),
                entry.field("language"),
                entry.field("recipient"),
                entry.field("to"),
                entry.field("code"),
                entry.field("deadline"),
                entry.field("text"),
                entry.field("writtenAt"));
    }
}
