package org.qingyuan.casework.cases;

/// Names of what a step carries beside its event. What a case is follows from these alone.
public enum Detail {
    /// Who is to do the next thing.
    ASSIGNEE("assignee"),
    /// When the next thing must be done, an instant; absent = nothing is due.
    DUE("due"),
    /// Words of the measures, with commas.
    MEASURES("measures"),
    /// When an interim measure ends by itself, an instant.
    UNTIL("until"),
    /// Until when a dismissed matter rests, an instant.
    REST_UNTIL("restUntil"),
    /// When the measure was carried out, an instant.
    EXECUTED_AT("executedAt"),
    /// Start of what came back, or time of the holder's own transaction: an instant.
    OCCURRED_AT("occurredAt"),
    /// The organisation that was learned: its id, name, kind and region.
    ORGANISATION("organisation"),
    ORGANISATION_NAME("organisationName"),
    ORGANISATION_KIND("organisationKind"),
    AREA("area"),
    /// The case as which a merged one goes on.
    INTO("into"),
    /// `name@version` of the standard that a case is to follow from now on.
    POLICY("policy"),
    /// Which import brought it.
    IMPORT("import"),
    /// How many findings came, how many of them were known with other content, and how many of them open a case.
    FINDINGS("findings"),
    REVISED("revised"),
    OPENING("opening"),
    /// SHA-256 over the sorted lines `id digest` of the findings that came.
    DIGEST("digest"),
    /// `true` where the results had no run line.
    INCOMPLETE("incomplete"),
    /// From where a report by a person came: a word of its source. It stands behind a case as a finding does.
    TIP("tip"),
    /// Under which number the source keeps the report, or what a list says of its row.
    REFERENCE("reference"),
    /// When it came to the source, a date.
    RECEIVED_ON("receivedOn"),
    /// What was seen on the spot, the fields of the form as [FieldText].
    FORM("form"),
    /// Which files belong to the step, see [Attachment].
    ATTACHMENTS("attachments"),
    /// The version that an approval saw.
    SEEN("seen"),
    /// Which letter went, by which channel, and to compare at the counter.
    LETTER("letter"),
    CHANNEL("channel"),
    CODE("code"),
    DELIVERY("delivery"),
    /// What the party asks for: a word of the standard's measures.
    REQUEST("request"),
    /// Which conditions of a request somebody saw with own eyes, with commas.
    ATTESTED("attested"),
    /// The account that a request is about, and the one into which it goes.
    ACCOUNT("account"),
    TARGET("target"),
    /// The batch in which a case is proposed, or from which it was left out, and why.
    BATCH("batch"),
    LEFT_OUT("leftOut"),
    /// How the re-test saw that the tap was alive.
    COVERAGE("coverage");

    private final String word;

    Detail(String word) {
        this.word = word;
    }

    /// The name in a step.
    public String word() {
        return word;
    }
}
