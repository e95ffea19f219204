package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;
import org.qingyuan.run.PolicySource;

/// Carries out `policy list`, `policy show` and `policy check`.
final class PolicyActions {
    private PolicyActions() {}

    static int list(Context context) throws IOException {
        Messages messages = context.messages();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                messages.text("cli.list.policy"),
                messages.text("cli.list.in-force"),
                messages.text("cli.list.rules"),
                messages.text("cli.list.cases"),
                messages.text("cli.list.what")));
        for (Policy policy : Policies.builtIn().all()) {
            rows.add(List.of(
                    policy.reference(),
                    PolicyText.inForce(policy),
                    Integer.toString(policy.rules().size()),
                    cases(policy, messages),
                    PolicyText.in(messages, policy.title())));
        }
        context.console().print(ListActions.aligned(rows));
        return Runner.DONE;
    }

    private static String cases(Policy policy, Messages messages) {
        CaseRules cases = policy.cases();
        return cases == null ? "-" : messages.text("cli.policy.kind." + cases.kind());
    }

    static int show(Context context) throws IOException {
        Path folder = context.environment().folder();
        String reference = context.arguments().operands().getFirst();
        for (Policy policy : PolicySource.of(reference, folder).versions()) {
            context.console().print(PolicyText.of(policy, context.messages()));
        }
        return Runner.DONE;
    }

    /// Ends with the exit code of the first problem.
    static int check(Context context) throws IOException {
        int code = Runner.DONE;
        for (String operand : context.arguments().operands()) {
            List<Failure> problems = PolicySource.of(
                            operand, context.environment().folder())
                    .problems(rule -> context.messages().has("rule." + rule));
            for (Failure problem : problems) {
                context.console().print(line(problem, context.messages()));
            }
            code = code == Runner.DONE && !problems.isEmpty()
                    ? problems.getFirst().code().exitCode()
                    : code;
            tell(context, operand, problems.size());
        }
        return code;
    }

    private static String line(Failure problem, Messages messages) {
        return problem.arguments().containsKey("reject")
                ? messages.text("cli.policy.problem", problem.arguments())
                : messages.text(problem.code().messageKey(), problem.arguments());
    }

    private static void tell(Context context, String operand, int problems) throws IOException {
        Map<String, Object> values = Map.of("where", operand, "count", (long) problems);
        if (problems == 0) {
            context.console().note(context.messages().text("cli.policy.in-order", values));
        } else {
            context.console()
                    .warn(CommandTree.PROGRAM + ": " + context.messages().text("cli.policy.problems", values));
        }
    }
}
