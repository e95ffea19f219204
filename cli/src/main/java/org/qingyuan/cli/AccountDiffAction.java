package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.output.Change;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultJson;
import org.qingyuan.run.AccountDiff;
import org.qingyuan.run.FileFaults;

/// Carries out `accounts diff`.
final class AccountDiffAction {
    private AccountDiffAction() {}

    static int run(Context context) throws IOException {
        Arguments arguments = context.arguments();
        List<Path> files = AccountReportAction.existing(
                arguments.operands(), context.environment().folder());
        String format = Objects.requireNonNullElse(
                arguments.text(Flag.DIFF_FORMAT), context.environment().outIsTerminal() ? "table" : "jsonl");
        if (!format.equals("table") && !format.equals("jsonl")) {
            throw arguments.unusable(Flag.DIFF_FORMAT, format, "diff-format");
        }
        AccountDiff diff;
        try {
            diff = AccountDiff.of(files.getFirst(), files.getLast());
        } catch (IOException e) {
            throw FileFaults.reading(files.getFirst(), e);
        }
        for (Change change : diff.changes()) {
            if (format.equals("jsonl")) {
                context.console()
                        .out()
                        .write(ResultJson.line(Masking.forData(false).mask(change)));
            } else {
                context.console()
                        .print(sentence(context, Masking.forPeople(false).mask(change)));
            }
        }
        diff.notes(context.messages()).forEach(context.console()::warn);
        context.console().note(context.messages().text("cli.accounts.diff", Map.copyOf(diff.counts())));
        return Runner.DONE;
    }

    private static String sentence(Context context, Change change) {
        Messages messages = context.messages();
        String detail = change.fields().get("was") instanceof Map<?, ?> was
                        && change.fields().get("is") instanceof Map<?, ?> is
                ? figures(was, is)
                : "";
        Map<String, Object> values = Map.of(
                "change", messages.word("change", change.change()),
                "rule", change.rule(),
                "entity", Objects.toString(change.fields().get("legalEntity"), ""),
                "subject", change.subject().id(),
                "why", messages.word("change.why", change.why()),
                "reason", Objects.toString(change.fields().get("reason"), ""),
                "detail", detail);
        return messages.text(change.fields().containsKey("reason") ? "diff.line-reason" : "diff.line", values)
                .stripTrailing();
    }

    private static String figures(Map<?, ?> was, Map<?, ?> is) {
        List<String> parts = new ArrayList<>();
        was.forEach((name, old) -> parts.add(name + " " + old + " → " + is.get(name)));
        return String.join("; ", parts);
    }
}
