package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Severity;
import org.qingyuan.output.RunNotes;
import org.qingyuan.run.AccountOutcome;
import org.qingyuan.run.AccountPolicy;
import org.qingyuan.run.AccountRequest;
import org.qingyuan.run.AccountRun;
import org.qingyuan.run.PrivateFolder;
import org.qingyuan.run.RejectLimit;

/// Carries out `accounts screen`.
final class AccountsAction {
    private static final int MAX_THREADS = 64;

    private final Context context;
    private final Arguments arguments;

    private AccountsAction(Context context) {
        this.context = context;
        this.arguments = context.arguments();
    }

    static int run(Context context) throws IOException {
        return new AccountsAction(context).screen();
    }

    private int screen() throws IOException {
        Severity failOn = arguments.severity(Flag.FAIL_ON);
        AccountPolicy policy = policy();
        Path extract =
                context.environment().folder().resolve(arguments.operands().getFirst());
        if (!Files.isDirectory(extract)) {
            throw new Failure(
                    ErrorCode.FILE_NOT_FOUND,
                    Map.of("where", arguments.operands().getFirst(), "what", ""));
        }
        try (PrivateFolder temporary =
                        PrivateFolder.create(context.environment().temporary());
                ScanOutput output = new ScanOutput(context, ResultKind.ACCOUNTS, temporary.path())) {
            AccountRequest request = request(policy, extract, temporary.path());
            StepLine progress = new StepLine(context);
            AccountOutcome outcome = new AccountRun(request, output.writer(), output.rejects(), progress).run();
            progress.erase();
            if (outcome.written()) {
                output.finish(outcome.run(), policy.policy().zone());
            } else {
                output.finishRejectsOnly();
            }
            context.console().flush();
            tell(outcome, progress);
            return exitCode(outcome, failOn);
        }
    }

    private AccountPolicy policy() {
        String asOf = arguments.text(Flag.AS_OF);
        if (asOf == null) {
            throw Parsing.usage(
                    arguments.command().words(),
                    context.messages().text("cli.usage.missing-flag", Map.of("flag", Flag.AS_OF.text())));
        }
        LocalDate day = arguments.value(Flag.AS_OF, asOf, "date", LocalDate::parse);
        return AccountPolicy.of(
                Objects.requireNonNull(arguments.text(Flag.POLICY)),
                context.environment().folder(),
                day,
                arguments.texts(Flag.SET));
    }

    private AccountRequest request(AccountPolicy policy, Path extract, Path temporary) {
        String outcomes = Objects.requireNonNull(arguments.text(Flag.OUTCOMES));
        if (!outcomes.matches("none|counts|all")) {
            throw arguments.unusable(Flag.OUTCOMES, outcomes, "outcomes");
        }
        String limit = arguments.text(Flag.MAX_REJECTS);
        return new AccountRequest(
                extract,
                arguments.path(Flag.MAPPING, context.environment().folder()),
                policy,
                Objects.requireNonNullElse(arguments.text(Flag.SITE), ""),
                outcomes.equals("all"),
                !outcomes.equals("none"),
                limit == null
                        ? RejectLimit.STANDARD
                        : arguments.value(Flag.MAX_REJECTS, limit, "reject-limit", RejectLimit::of),
                arguments.has(Flag.ACCEPT_UNATTRIBUTABLE),
                arguments.has(Flag.REVEAL),
                (int) arguments.number(Flag.THREADS, context.environment().processors(), 1, MAX_THREADS),
                temporary);
    }

    private void tell(AccountOutcome outcome, StepLine progress) {
        Console console = context.console();
        refused(outcome);
        RunNotes.lines(outcome.run(), context.messages()).forEach(console::note);
        console.note(progress.taken());
        String firstId = outcome.firstId();
        if (firstId != null) {
            Map<String, Object> values = Map.of(
                    "name",
                    context.environment().name(),
                    "id",
                    firstId.substring(0, 8),
                    "file",
                    Objects.requireNonNullElse(arguments.text(Flag.WRITE), "findings.jsonl"));
            console.note(context.messages().text("cli.accounts.explain-first", values));
        }
    }

    private void refused(AccountOutcome outcome) {
        Map<String, Object> fields = outcome.run().fields();
        if (fields.get("refused") instanceof Map<?, ?> refused
                && fields.get("refusedDetail") instanceof Map<?, ?> more) {
            refused.forEach((rule, reason) -> {
                Map<String, Object> values = Map.of(
                        "rule", "" + rule,
                        "why", context.messages().word("refused", "" + reason),
                        "detail", "" + more.get(rule));
                context.console().warn(context.messages().text("cli.accounts.refused", values));
            });
        }
    }

    private int exitCode(AccountOutcome outcome, @org.jspecify.annotations.Nullable Severity failOn) {
        if (outcome.failure() != null) {
            throw outcome.failure();
        }
        if (!outcome.run().complete()) {
            String what = context.messages().text("cli.kept-partial");
            throw new Failure(
                    ErrorCode.INTERRUPTED, Map.of("where", arguments.command().words(), "what", what));
        }
        Severity worst = outcome.worst();
        boolean isMet = failOn != null && worst != null && worst.compareTo(failOn) >= 0;
        return isMet ? ScanAction.FAIL_ON_MET : Runner.DONE;
    }
}
