package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.output.Messages;
import org.qingyuan.output.OutsideText;
import org.qingyuan.output.TextWidth;
import org.qingyuan.registry.Pool;
import org.qingyuan.registry.PoolCatalogue;
import org.qingyuan.run.FileFaults;
import org.qingyuan.run.ScanReferences;
import org.qingyuan.traffic.mining.Dialect;

/// Carries out the commands that list what the program knows.
final class ListActions {
    private ListActions() {}

    static int dialects(Context context) throws IOException {
        Messages messages = context.messages();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                messages.text("cli.list.dialect"), messages.text("cli.list.carrier"), messages.text("cli.list.what")));
        for (Dialect dialect : Dialect.values()) {
            String carrier = dialect.transport().name().toLowerCase(Locale.ROOT);
            rows.add(List.of(
                    dialect.word(), messages.text("cli.carrier." + carrier), messages.word("dialect", dialect.word())));
        }
        context.console().print(aligned(rows));
        return Runner.DONE;
    }

    static int pools(Context context) throws IOException {
        Arguments arguments = context.arguments();
        List<Pool> pools = catalogue(context).pools();
        String format = "" + arguments.text(Flag.LIST_FORMAT);
        switch (format) {
            case "csv" -> context.console().print(csv(pools));
            case "table" -> context.console().print(aligned(table(pools, context.messages())));
            default -> throw arguments.unusable(Flag.LIST_FORMAT, format, "list-format");
        }
        return Runner.DONE;
    }

    private static PoolCatalogue catalogue(Context context) {
        Path file = context.arguments().path(Flag.POOLS, context.environment().folder());
        if (file == null) {
            return PoolCatalogue.builtIn();
        }
        List<Reject> rejected = new ArrayList<>();
        PoolCatalogue catalogue;
        try {
            catalogue = PoolCatalogue.load(file, rejected::add);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        if (!rejected.isEmpty()) {
            Reject first = rejected.getFirst();
            String what = context.messages()
                    .text(
                            "cli.rejected-rows",
                            Map.of(
                                    "count",
                                    (long) rejected.size(),
                                    "place",
                                    ScanReferences.place(first),
                                    "reject",
                                    first.reason().word(),
                                    "detail",
                                    first.detail()));
            throw new Failure(ErrorCode.POOLS_REJECTED, Map.of("where", file.toString(), "what", what));
        }
        return catalogue;
    }

    private static List<List<String>> table(List<Pool> pools, Messages messages) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                messages.text("cli.list.pool"),
                messages.text("cli.list.coin"),
                messages.text("cli.list.confirmed"),
                messages.text("cli.list.patterns")));
        for (Pool pool : pools) {
            rows.add(List.of(
                    pool.name(), pool.coin(), pool.lastConfirmed().toString(), String.join(" ", pool.patterns())));
        }
        return rows;
    }

    /// In the form that `--pools` reads.
    private static List<String> csv(List<Pool> pools) {
        List<String> lines = new ArrayList<>();
        lines.add("name,patterns,coin,last_confirmed,source");
        for (Pool pool : pools) {
            lines.add(String.join(
                    ",",
                    quoted(pool.name()),
                    quoted(String.join(" ", pool.patterns())),
                    quoted(pool.coin()),
                    pool.lastConfirmed().toString(),
                    quoted(pool.source())));
        }
        return lines;
    }

    private static String quoted(String text) {
        return text.matches("[^,\"\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /// Columns as wide as their widest cell, the last one as it is.
    static List<String> aligned(List<List<String>> rows) {
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], TextWidth.of(OutsideText.escapeControls(row.get(i))));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = OutsideText.escapeControls(row.get(i));
                line.append(cell).append(TextWidth.padding(cell, widths[i])).append("  ");
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
