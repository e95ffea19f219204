package org.qingyuan.output;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// The fields of one kind of record, in the order in which they are written: the fixed ones, then the record's own.
/// JSON lines, columns and masking all look here. The fixed ones are always written.
///
/// @param fixed name and value of each
/// @param own the record's further fields
record Shape<T>(List<Field<T>> fixed, Function<T, Map<String, Object>> own) {
    /// A fixed field; its value is of the kinds that `Finding` names.
    record Field<T>(String name, Function<T, @Nullable Object> value) {}

    static final Shape<Finding> FINDING = new Shape<>(
            List.of(
                    new Field<>("record", f -> "finding"),
                    new Field<>("schema", f -> Finding.SCHEMA),
                    new Field<>("id", Finding::id),
                    new Field<>("key", Finding::key),
                    new Field<>("rule", Finding::rule),
                    new Field<>("ruleVersion", Finding::ruleVersion),
                    new Field<>("severity", f -> f.severity().word()),
                    new Field<>("subject", f -> tree(f.subject())),
                    new Field<>("organisation", f -> tree(f.organisation())),
                    new Field<>("start", Finding::start),
                    new Field<>("end", Finding::end),
                    new Field<>("parameters", Finding::parameters),
                    new Field<>("summary", f -> tree(f.summary())),
                    new Field<>(
                            "evidence",
                            f -> f.evidence().stream().map(Shape::tree).toList()),
                    new Field<>("evidenceCount", Finding::evidenceCount),
                    new Field<>("refutedBy", Finding::refutedBy)),
            Finding::fields);

    static final Shape<Outcome> OUTCOME = new Shape<>(
            List.of(
                    new Field<>("record", o -> "outcome"),
                    new Field<>("schema", o -> Outcome.SCHEMA),
                    new Field<>("rule", Outcome::rule),
                    new Field<>("key", Outcome::key),
                    new Field<>("subject", o -> tree(o.subject())),
                    new Field<>("outcome", o -> o.kind().word()),
                    new Field<>("reason", Outcome::reason)),
            Outcome::fields);

    static final Shape<Change> CHANGE = new Shape<>(
            List.of(
                    new Field<>("record", c -> "change"),
                    new Field<>("schema", c -> Change.SCHEMA),
                    new Field<>("change", Change::change),
                    new Field<>("rule", Change::rule),
                    new Field<>("key", Change::key),
                    new Field<>("subject", c -> tree(c.subject())),
                    new Field<>("why", Change::why)),
            Change::fields);

    static final Shape<RunSummary> RUN = new Shape<>(
            List.of(
                    new Field<>("record", r -> "run"),
                    new Field<>("schema", r -> RunSummary.SCHEMA),
                    new Field<>("command", RunSummary::command),
                    new Field<>("version", RunSummary::version),
                    new Field<>("site", RunSummary::site),
                    new Field<>("parameters", RunSummary::parameters),
                    new Field<>("limits", RunSummary::limits),
                    new Field<>(
                            "inputs", r -> r.inputs().stream().map(Shape::tree).toList()),
                    new Field<>("counters", RunSummary::counters),
                    new Field<>("rejects", RunSummary::rejects),
                    new Field<>("outcomes", RunSummary::outcomes),
                    new Field<>("findings", RunSummary::findings),
                    new Field<>("complete", RunSummary::complete)),
            RunSummary::fields);

    static final Shape<Reject> REJECT = new Shape<>(
            List.of(
                    new Field<>("file", Reject::file),
                    new Field<>("line", r -> r.line() == 0 ? null : r.line()),
                    new Field<>("column", Reject::column),
                    new Field<>("reason", r -> r.reason().word()),
                    new Field<>("detail", Reject::detail)),
            r -> Map.of());

    /// Writes the record as one JSON object.
    ///
    /// @throws IllegalArgumentException when an own field takes the name of a fixed one, or a value is of another kind
    void write(T source, JsonText json) {
        json.raw('{');
        for (Field<T> field : fixed) {
            json.member(field.name(), field.value().apply(source));
        }
        for (Map.Entry<String, Object> entry : own.apply(source).entrySet()) {
            if (isFixed(entry.getKey())) {
                throw new IllegalArgumentException("a field of its own named " + entry.getKey());
            }
            json.member(entry.getKey(), entry.getValue());
        }
        json.raw('}');
    }

    /// The value of a top field; `null` where there is none.
    @Nullable
    Object top(T source, String name) {
        for (Field<T> field : fixed) {
            if (field.name().equals(name)) {
                return field.value().apply(source);
            }
        }
        return own.apply(source).get(name);
    }

    private boolean isFixed(String name) {
        return fixed.stream().anyMatch(field -> field.name().equals(name));
    }

    private static Map<String, @Nullable Object> tree(Subject subject) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("kind", subject.kind());
        tree.put("id", subject.id());
        return tree;
    }

    private static @Nullable Map<String, @Nullable Object> tree(@Nullable Holder holder) {
        if (holder == null) {
            return null;
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", holder.id());
        tree.put("name", holder.name());
        putKnown(tree, "nameEn", holder.nameEn());
        tree.put("kind", holder.kind());
        tree.put("region", holder.region());
        putKnown(tree, "parent", holder.parent());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Summary summary) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", summary.key());
        tree.put("arguments", summary.arguments());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(Evidence evidence) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("what", evidence.what());
        tree.put("file", evidence.file());
        putKnown(tree, "at", evidence.at());
        putKnown(tree, "packet", evidence.packet() == 0 ? null : evidence.packet());
        putKnown(tree, "row", evidence.row() == 0 ? null : evidence.row());
        tree.putAll(evidence.details());
        return tree;
    }

    private static Map<String, @Nullable Object> tree(InputSummary input) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("file", input.file());
        tree.put("bytes", input.bytes());
        tree.put("format", input.format());
        putKnown(tree, "first", input.first());
        putKnown(tree, "last", input.last());
        tree.put(input.unit(), input.records());
        tree.put("complete", input.complete());
        putKnown(tree, "stoppedAt", input.stoppedAt() < 0 ? null : input.stoppedAt());
        putKnown(
                tree,
                "problem",
                input.problem() == null ? null : input.problem().word());
        return tree;
    }

    private static void putKnown(Map<String, @Nullable Object> tree, String name, @Nullable Object value) {
        if (value != null) {
            tree.put(name, value);
        }
    }

    /// The value at a path below the top, `null` where there is none.
    @Nullable
    Object at(T source, List<String> path) {
        Object value = top(source, path.getFirst());
        for (String name : path.subList(1, path.size())) {
            value = below(value, name);
        }
        return value;
    }

    private static @Nullable Object below(@Nullable Object value, String name) {
        if (value instanceof Map<?, ?> map) {
            return map.get(name);
        }
        return value instanceof Estimate estimate ? part(estimate, name) : null;
    }

    private static @Nullable Object part(Estimate estimate, String name) {
        return switch (name) {
            case "low" -> sixDigits(estimate.low());
            case "best" -> sixDigits(estimate.best());
            case "high" -> sixDigits(estimate.high());
            case "unit" -> estimate.unit();
            default -> null;
        };
    }

    /// As it is written, so that every format says the same number.
    private static double sixDigits(double value) {
        return Double.parseDouble(PlainNumber.sixDigits(value));
    }
}
