package org.qingyuan.policy;

import org.jspecify.annotations.Nullable;

/// Every value that a letter may name, written `{{word}}`. Each has a text in both languages under `letter-field.` and
/// its word that says what is put in.
public enum LetterField {
    // the letter itself
    RECIPIENT("recipient"),
    LETTER_DATE("letterDate"),
    CASE_ID("caseId"),
    CAMPAIGN("campaign"),
    POLICY("policy"),
    LEGAL_BASIS("legalBasis"),
    // what was found
    SUBJECT("subject"),
    FIRST_SEEN("firstSeen"),
    LAST_SEEN("lastSeen"),
    FINDING("finding"),
    LIST("list"),
    LIST_COUNT("listCount"),
    // what is to be done, and by when
    PROPOSED("proposed"),
    DAYS("days"),
    DEADLINE("deadline"),
    DAYS_LEFT("daysLeft"),
    NOTICE_DATE("noticeDate"),
    // what was decided
    MEASURE("measure"),
    MEASURE_FROM("measureFrom"),
    REASON("reason"),
    OUTCOME("outcome"),
    APPROVAL("approval"),
    APPEAL_OFFICE("appealOffice"),
    APPEAL_DEADLINE("appealDeadline"),
    // who to ask, and how to know that it is genuine
    OFFICE("office"),
    OFFICE_PHONE("officePhone"),
    OFFICE_ADDRESS("officeAddress"),
    OFFICE_HOURS("officeHours"),
    GENUINE_CODE("genuineCode");

    private final String word;

    LetterField(String word) {
        this.word = word;
    }

    /// As it stands between the braces.
    public String word() {
        return word;
    }

    /// The field of a written word, `null` when it names none.
    public static @Nullable LetterField of(String word) {
        for (LetterField field : values()) {
            if (field.word.equals(word)) {
                return field;
            }
        }
        return null;
    }
}
