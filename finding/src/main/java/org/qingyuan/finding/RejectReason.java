package org.qingyuan.finding;

import java.util.Locale;

/// Every reason for which input cannot be used. Each has a text in both languages under `reject.` and its word.
public enum RejectReason {
    // captures
    EMPTY_FILE,
    NOT_A_CAPTURE,
    UNREADABLE_FILE,
    DAMAGED_COMPRESSION,
    OVERSIZED_WINDOW,
    CUT_FILE_HEADER,
    CUT_RECORD,
    DAMAGED_RECORD,
    OVERSIZED_RECORD,
    UNKNOWN_LINK_TYPE,
    UNKNOWN_INTERFACE,
    // packets
    TRUNCATED_PACKET,
    BAD_IP_HEADER,
    BAD_TCP_HEADER,
    // delimited tables
    BAD_ENCODING,
    BAD_QUOTING,
    NUL_BYTE,
    MISSING_COLUMN,
    REPEATED_COLUMN,
    EXTRA_FIELD,
    MISSING_FIELD,
    OVERSIZED_LINE,
    BLANK_VALUE,
    BAD_DATE,
    BAD_PERIOD,
    BAD_NUMBER,
    BAD_AMOUNT,
    UNKNOWN_VALUE,
    BAD_TYPE,
    BAD_CIDR,
    UNKNOWN_KIND,
    UNKNOWN_ORGANISATION,
    UNKNOWN_REGION,
    UNKNOWN_PARENT,
    REPEATED_ID,
    OVERLAPPING_PREFIX,
    PARENT_CYCLE,
    BAD_PATTERN,
    // policy packs
    BAD_YAML,
    BAD_STRUCTURE,
    UNKNOWN_FIELD,
    BAD_VALUE,
    // a bank's extract
    AFTER_EXTRACTED_ON,
    ORPHAN_ACCOUNT,
    ORPHAN_SUB_ACCOUNT,
    ORPHAN_TRANSACTION,
    ORPHAN_EXPLANATION,
    ENTITY_MISMATCH,
    SUB_ACCOUNT_CYCLE,
    TOO_DEEP,
    // result lines
    CUT_OFF,
    NEWER_SCHEMA,
    BAD_RECORD;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// Lower case with hyphens, `truncated-packet`.
    public String word() {
        return word;
    }

    /// Key of the text in the message files.
    public String messageKey() {
        return "reject." + word;
    }
}
