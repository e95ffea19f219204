package org.qingyuan.finding;

import java.util.Locale;

/// Every error that ends a command, with whose it is and what the caller gets. The text stands in the message files
/// under `error.` and the word.
public enum ErrorCode {
    USAGE(Kind.USER, 400),
    CONFIGURATION(Kind.USER, 400),
    FILE_NOT_FOUND(Kind.DATA, 404),
    FILE_UNREADABLE(Kind.DATA, 422),
    FILE_CHANGED(Kind.DATA, 409),
    MAPPING_REJECTED(Kind.USER, 422),
    NO_CAPTURE_READ(Kind.DATA, 422),
    REGISTRY_REJECTED(Kind.DATA, 422),
    POOLS_REJECTED(Kind.DATA, 422),
    FINDINGS_REJECTED(Kind.DATA, 422),
    FINDING_UNKNOWN(Kind.USER, 404),
    FINDING_AMBIGUOUS(Kind.USER, 409),
    POLICY_UNKNOWN(Kind.USER, 404),
    POLICY_NOT_IN_FORCE(Kind.USER, 409),
    POLICY_REJECTED(Kind.USER, 422),
    POLICY_WITHOUT_RULES(Kind.USER, 422),
    DAY_NOT_COVERED(Kind.USER, 422),
    RULE_NOT_IN_POLICY(Kind.USER, 422),
    PARAMETER_UNKNOWN(Kind.USER, 422),
    PARAMETER_UNUSABLE(Kind.USER, 422),
    RULE_REFUSED(Kind.DATA, 422),
    TOO_MANY_REJECTS(Kind.DATA, 422),
    UNATTRIBUTABLE_ROWS(Kind.DATA, 422),
    EXTRACT_UNUSABLE(Kind.DATA, 422),
    CAPTURE_MISSING(Kind.DATA, 404),
    CAPTURE_CHANGED(Kind.DATA, 409),
    CASE_UNKNOWN(Kind.USER, 404),
    CASE_AMBIGUOUS(Kind.USER, 409),
    CASE_CHANGED(Kind.USER, 409),
    STATE_REFUSED(Kind.USER, 409),
    ROLE_REFUSED(Kind.USER, 403),
    GUARD_REFUSED(Kind.USER, 409),
    CAMPAIGN_UNKNOWN(Kind.USER, 404),
    CAMPAIGN_EXISTS(Kind.USER, 409),
    ACTOR_UNUSABLE(Kind.USER, 401),
    NOTICE_PERIOD(Kind.USER, 422),
    NOTICE_UNKNOWN(Kind.USER, 404),
    FINDINGS_CUT_OFF(Kind.DATA, 422),
    POLICY_WITHOUT_CASES(Kind.USER, 422),
    MEASURE_UNKNOWN(Kind.USER, 422),
    INTERIM_TOO_LONG(Kind.USER, 422),
    CONTACTS_REJECTED(Kind.DATA, 422),
    REQUEST_UNKNOWN(Kind.USER, 422),
    CONDITION_UNMET(Kind.USER, 409),
    BATCH_UNKNOWN(Kind.USER, 404),
    BATCH_REFUSED(Kind.USER, 409),
    OUTCOMES_REJECTED(Kind.DATA, 422),
    SHEET_REJECTED(Kind.DATA, 422),
    ATTACHMENT_REFUSED(Kind.DATA, 422),
    OUT_OF_SCOPE(Kind.USER, 403),
    STORE_UNKNOWN(Kind.USER, 404),
    STORE_EXISTS(Kind.USER, 409),
    STORE_LOCKED(Kind.MACHINE, 503),
    STORE_READ_ONLY(Kind.MACHINE, 503),
    STORE_CORRUPT(Kind.DATA, 500),
    STORE_SCHEMA(Kind.USER, 409),
    STORE_KEY(Kind.USER, 401),
    STORE_UNREACHABLE(Kind.MACHINE, 503),
    STORE_FAILED(Kind.MACHINE, 500),
    LOG_BROKEN(Kind.DATA, 500),
    OUTPUT_FAILED(Kind.MACHINE, 500),
    DISK_FULL(Kind.MACHINE, 500),
    OUT_OF_MEMORY(Kind.MACHINE, 500),
    INTERRUPTED(Kind.INTERRUPT, 499),
    INTERNAL(Kind.OURS, 500);

    /// Whose error it is; decides the exit code.
    public enum Kind {
        USER(2),
        DATA(3),
        MACHINE(4),
        OURS(4),
        INTERRUPT(130);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;
    private final int httpStatus;

    ErrorCode(Kind kind, int httpStatus) {
        this.kind = kind;
        this.httpStatus = httpStatus;
    }

    public Kind kind() {
        return kind;
    }

    /// What the process ends with.
    public int exitCode() {
        return kind.exitCode;
    }

    /// What the REST API answers.
    public int httpStatus() {
        return httpStatus;
    }

    /// Lower case with hyphens, `file-not-found`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Key of the text in the message files; its arguments are `where` and `what`.
    public String messageKey() {
        return "error." + word();
    }
}
