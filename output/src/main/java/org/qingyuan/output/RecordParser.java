package org.qingyuan.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// The record that a JSON object stands for.
final class RecordParser {
    /// A record that was read.
    sealed interface Parsed {
        record OfFinding(Finding finding) implements Parsed {}

        record OfOutcome(Outcome outcome) implements Parsed {}

        record OfRun(RunSummary run) implements Parsed {}
    }

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    private RecordParser() {}

    /// @throws BadRecord when it is no record, of a newer schema, or a fixed field is missing or of another kind
    static Parsed parse(Map<String, @Nullable Object> tree) throws BadRecord {
        Fields fields = new Fields(tree);
        String record = fields.text("record");
        return switch (record) {
            case "finding" -> new Parsed.OfFinding(finding(checked(fields, Finding.SCHEMA)));
            case "outcome" -> new Parsed.OfOutcome(outcome(checked(fields, Outcome.SCHEMA)));
            case "run" -> new Parsed.OfRun(run(checked(fields, RunSummary.SCHEMA)));
            default -> throw new BadRecord("no record is named " + OutsideText.escapeControls(record));
        };
    }

    private static Fields checked(Fields fields, int known) throws BadRecord {
        long schema = fields.whole("schema");
        if (schema > known) {
            throw new BadRecord(RejectReason.NEWER_SCHEMA, "schema " + schema + ", known up to " + known);
        }
        if (schema < 1) {
            throw new BadRecord("schema " + schema);
        }
        return fields;
    }

    private static Finding finding(Fields f) throws BadRecord {
        return new Finding(
                id(f.text("id")),
                f.text("key"),
                f.text("rule"),
                version(f.whole("ruleVersion")),
                severity(f.text("severity")),
                subject(f.object("subject")),
                holder(f.optionalObject("organisation")),
                f.moment("start"),
                f.moment("end"),
                f.map("parameters"),
                summary(f.object("summary")),
                evidence(f.objects("evidence")),
                f.whole("evidenceCount"),
                f.texts("refutedBy"),
                f.rest());
    }

    private static Outcome outcome(Fields f) throws BadRecord {
        return new Outcome(
                f.text("rule"),
                f.text("key"),
                subject(f.object("subject")),
                row(Outcome.Kind.class, f.text("outcome")),
                f.text("reason"),
                f.rest());
    }

    private static RunSummary run(Fields f) throws BadRecord {
        return new RunSummary(
                f.text("command"),
                f.text("version"),
                f.text("site"),
                f.map("parameters"),
                f.map("limits"),
                inputs(f.objects("inputs")),
                f.counts("counters"),
                f.counts("rejects"),
                f.countsByRule("outcomes"),
                f.counts("findings"),
                f.truth("complete"),
                f.rest());
    }

    private static String id(String text) throws BadRecord {
        if (!ID.matcher(text).matches()) {
            throw new BadRecord("id is not 32 hex digits");
        }
        return text;
    }

    private static int version(long number) throws BadRecord {
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new BadRecord("ruleVersion " + number);
        }
        return (int) number;
    }

    private static Severity severity(String word) throws BadRecord {
        return row(Severity.class, word);
    }

    /// The row of a closed table whose written word this is.
    private static <E extends Enum<E>> E row(Class<E> table, String word) throws BadRecord {
        for (E row : table.getEnumConstants()) {
            if (row.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                return row;
            }
        }
        throw new BadRecord(table.getSimpleName() + " has no such word");
    }

    private static Subject subject(Fields f) throws BadRecord {
        return new Subject(f.text("kind"), f.text("id"));
    }

    private static @Nullable Holder holder(@Nullable Fields f) throws BadRecord {
        return f == null
                ? null
                : new Holder(
                        f.text("id"),
                        f.text("name"),
                        f.optionalText("nameEn"),
                        f.text("kind"),
                        f.text("region"),
                        f.optionalText("parent"));
    }

    private static Summary summary(Fields f) throws BadRecord {
        return new Summary(f.text("key"), f.map("arguments"));
    }

    private static List<Evidence> evidence(List<Fields> list) throws BadRecord {
        if (list.size() > Finding.MAX_EVIDENCE) {
            throw new BadRecord("more than " + Finding.MAX_EVIDENCE + " pieces of evidence");
        }
        List<Evidence> evidence = new ArrayList<>(list.size());
        for (Fields f : list) {
            evidence.add(new Evidence(
                    f.text("what"),
                    f.text("file"),
                    f.optionalMoment("at"),
                    f.optionalWhole("packet", 0),
                    f.optionalWhole("row", 0),
                    f.rest()));
        }
        return evidence;
    }

    private static List<InputSummary> inputs(List<Fields> list) throws BadRecord {
        List<InputSummary> inputs = new ArrayList<>(list.size());
        for (Fields f : list) {
            String unit = f.has("rows") ? "rows" : "packets";
            inputs.add(new InputSummary(
                    f.text("file"),
                    f.whole("bytes"),
                    f.optionalText("format"),
                    f.optionalMoment("first"),
                    f.optionalMoment("last"),
                    f.whole(unit),
                    unit,
                    f.truth("complete"),
                    f.optionalWhole("stoppedAt", -1),
                    problem(f.optionalText("problem"))));
        }
        return inputs;
    }

    private static @Nullable RejectReason problem(@Nullable String word) throws BadRecord {
        return word == null ? null : row(RejectReason.class, word);
    }
}
