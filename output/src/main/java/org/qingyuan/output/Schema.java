package org.qingyuan.output;

import static org.qingyuan.output.Column.Align.LEFT;
import static org.qingyuan.output.Column.Align.RIGHT;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;

/// The columns of one kind of record, in the order of its documentation. To add a column, add it here and its title to
/// the message files.
record Schema<T>(Shape<T> shape, List<Column<T>> columns) {
    /// Sessions and attempts of mining; a column that only one of them has stays blank for the other.
    static final Schema<Finding> MINING = new Schema<>(Shape.FINDING, concat(Stream.of(kernel(), mining())));

    /// What a bank's extract gave; a column that a rule does not have stays blank.
    static final Schema<Finding> ACCOUNTS =
            new Schema<>(Shape.FINDING, concat(Stream.of(matter(), AccountColumns.all())));

    /// One run, for the lines at its end.
    static final Schema<RunSummary> RUN = new Schema<>(
            Shape.RUN,
            List.of(
                    Column.of("command"),
                    Column.of("version"),
                    Column.<RunSummary>of("site").at(1, LEFT, 0, Cells::text),
                    Column.of("parameters"),
                    Column.of("limits"),
                    Column.<RunSummary>of("inputs").at(2, LEFT, 0, (v, run, m) -> Cells.inputs(run, m)),
                    Column.of("counters"),
                    Column.<RunSummary>of("rejects").at(4, LEFT, 0, (v, run, m) -> Cells.counts("reject", v, m)),
                    Column.of("outcomes"),
                    Column.<RunSummary>of("findings").at(3, LEFT, 0, (v, run, m) -> Cells.counts("rule", v, m)),
                    Column.<RunSummary>of("complete").at(5, LEFT, 0, Cells::text)));

    /// What could not be used, one by one.
    static final Schema<Reject> REJECT = new Schema<>(
            Shape.REJECT,
            List.of(
                    Column.of("file"),
                    Column.of("line"),
                    Column.of("column"),
                    Column.of("reason"),
                    Column.of("detail")));

    private static List<Column<Finding>> kernel() {
        return List.of(
                Column.<Finding>of("id").at(1, LEFT, 0, (v, f, m) -> Cells.shortId(f)),
                Column.of("key"),
                Column.<Finding>of("rule").at(12, LEFT, 0, (v, f, m) -> m.word("rule", f.rule())),
                Column.of("ruleVersion"),
                Column.<Finding>of("severity").at(2, LEFT, 0, (v, f, m) -> Cells.severity(f, m)),
                Column.of("subject.kind"),
                Column.of("subject.id"),
                Column.of("organisation.id"),
                Column.<Finding>of("organisation.name").at(4, LEFT, 10, (v, f, m) -> Cells.organisation(f, m)),
                Column.of("organisation.nameEn"),
                Column.of("organisation.kind"),
                Column.of("organisation.region"),
                Column.of("organisation.parent"),
                Column.<Finding>of("start")
                        .at(8, LEFT, 0, (v, f, m) -> m.humans().span(f.start(), f.end())),
                Column.of("end"),
                Column.of("parameters"),
                Column.of("summary.key"),
                Column.of("summary.arguments"),
                Column.of("evidence"),
                Column.of("evidenceCount"),
                Column.of("refutedBy"));
    }

    /// The kernel where nobody's organisation is looked up and the days are those of the rule.
    private static List<Column<Finding>> matter() {
        return kernel().stream()
                .filter(column -> !column.name().startsWith("organisation."))
                .map(column -> AccountColumns.placed(column))
                .toList();
    }

    private static List<Column<Finding>> mining() {
        return concat(Stream.of(
                List.of(
                        Column.of("reason"),
                        Column.of("count"),
                        Column.of("file"),
                        Column.<Finding>of("client.ip").at(3, LEFT, 15, Cells::text),
                        Column.of("client.port"),
                        Column.of("server.ip"),
                        Column.of("server.port"),
                        Column.of("server.name"),
                        Column.of("communityId"),
                        Column.of("vlan"),
                        Column.<Finding>of("dialect").at(11, LEFT, 0, Cells.word("dialect")),
                        Column.<Finding>of("algorithm").at(6, LEFT, 8, (v, f, m) -> Cells.algorithm(f, m)),
                        Column.of("algorithmCandidates"),
                        Column.of("coin.best"),
                        Column.of("coin.candidates"),
                        Column.of("wallet"),
                        Column.of("workers"),
                        Column.of("agent"),
                        Column.of("pool.name"),
                        Column.of("pool.host"),
                        Column.<Finding>of("pool.ip").at(7, LEFT, 12, (v, f, m) -> Cells.pool(f)),
                        Column.of("pool.port"),
                        Column.of("pool.source"),
                        Column.of("pool.advertised"),
                        Column.of("connections")),
                numbers()));
    }

    private static List<Column<Finding>> numbers() {
        return concat(Stream.of(
                Stream.of("submitted", "accepted", "stale", "rejected", "unanswered", "implausible")
                        .map(name -> Column.<Finding>of("shares." + name))
                        .map(column -> column.name().equals("shares.accepted")
                                ? column.at(10, RIGHT, 0, (v, f, m) -> Cells.shares(f, m))
                                : column)
                        .toList(),
                List.of(
                        Column.of("sharesPerMinute"),
                        Column.of("work.unit"),
                        Column.of("work.hashes"),
                        Column.of("work.squares"),
                        Column.of("work.largestWeight"),
                        Column.of("work.stale"),
                        Column.of("packets"),
                        Column.of("bytes.toServer"),
                        Column.of("bytes.toClient")),
                estimate("hashRate", 5),
                List.of(Column.of("ratedSeconds")),
                List.of(Column.of("selfReported.hashRate"), Column.of("selfReported.consistent")),
                estimate("power", 0),
                List.of(Column.of("powerDominatedBy")),
                estimate("energyPerDay", 9),
                List.of(
                        Column.of("hours"),
                        Column.of("serverOrganisation.id"),
                        Column.of("serverOrganisation.name"),
                        Column.of("serverOrganisation.nameEn"),
                        Column.of("serverOrganisation.kind"),
                        Column.of("serverOrganisation.region"),
                        Column.of("serverOrganisation.parent"),
                        Column.of("unconfirmed"),
                        Column.of("brokenOff"))));
    }

    /// The four columns of an interval; in a table the first stands for all.
    private static List<Column<Finding>> estimate(String name, int rank) {
        Column<Finding> low = Column.of(name + ".low");
        Column<Finding> shown = rank == 0 ? low : low.at(rank, LEFT, 0, (v, f, m) -> Cells.estimate(f, name, m));
        return List.of(shown, Column.of(name + ".best"), Column.of(name + ".high"), Column.of(name + ".unit"));
    }

    private static List<Column<Finding>> concat(Stream<List<Column<Finding>>> parts) {
        return parts.flatMap(List::stream).toList();
    }

    /// The columns of a table, the most important first.
    List<Column<T>> shown() {
        return columns.stream()
                .filter(column -> column.place() != null)
                .sorted(Comparator.comparingInt(column -> rank(column)))
                .toList();
    }

    private static int rank(Column<?> column) {
        return column.place() == null ? Integer.MAX_VALUE : column.place().rank();
    }

    /// A cell of a table; a dash where there is nothing.
    String cell(Column<T> column, T source, Messages messages) {
        if (column.place() == null) {
            return Column.NOTHING;
        }
        Object value = shape.at(source, column.path());
        return OutsideText.escapeControls(column.place().cell().text(value, source, messages));
    }

    /// Own fields for which there is no column.
    Map<String, @Nullable Object> others(T source) {
        Set<String> known = columns.stream().map(c -> c.path().getFirst()).collect(Collectors.toSet());
        Map<String, @Nullable Object> others = new LinkedHashMap<>(shape.own().apply(source));
        others.keySet().removeAll(known);
        return others;
    }
}
