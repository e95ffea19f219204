package org.qingyuan.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;

/// What a run says to the person who started it: a line for each input that has a problem, then what was read, found
/// and rejected.
public final class RunNotes {
    /// Most inputs whose problem gets a line of its own.
    private static final int MAX_PROBLEMS = 20;

    private RunNotes() {}

    public static List<String> lines(RunSummary run, Messages messages) {
        List<String> lines = new ArrayList<>();
        List<InputSummary> troubled =
                run.inputs().stream().filter(input -> input.problem() != null).toList();
        troubled.stream().limit(MAX_PROBLEMS).forEach(input -> lines.add(problem(input, messages)));
        if (troubled.size() > MAX_PROBLEMS) {
            lines.add(messages.text("run.more-problems", Map.of("count", (long) troubled.size() - MAX_PROBLEMS)));
        }
        for (Column<RunSummary> column : Schema.RUN.shown()) {
            String cell = Schema.RUN.cell(column, run, messages);
            if (!cell.equals(Column.NOTHING)) {
                lines.add(messages.text("run.line", Map.of("title", column.title(messages), "value", cell)));
            }
        }
        return lines;
    }

    private static String problem(InputSummary input, Messages messages) {
        String word = input.problem() == null ? "" : input.problem().word();
        return messages.text(
                input.stoppedAt() < 0 ? "run.problem" : "run.stopped",
                Map.of("file", input.file(), "reject", word, "offset", input.stoppedAt()));
    }
}
