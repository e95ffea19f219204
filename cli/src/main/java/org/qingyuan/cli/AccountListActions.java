package org.qingyuan.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;
import org.qingyuan.run.PolicySource;

/// Carries out `accounts rules` and `accounts policies`.
final class AccountListActions {
    private static final String INDENT = "  ";

    private AccountListActions() {}

    static int rules(Context context) throws IOException {
        Messages messages = context.messages();
        for (Rule rule : Rules.all()) {
            context.console()
                    .print(rule.id() + "  ["
                            + messages.word("severity", rule.severity().word()) + "]  "
                            + messages.word("rule", rule.id()));
            for (Rule.Parameter parameter : rule.parameters()) {
                String standard = parameter.defaultValue();
                context.console()
                        .print(INDENT + rule.name() + "." + parameter.name() + " = "
                                + (standard.isEmpty() ? messages.text("cli.accounts.unset") : standard));
            }
            context.console().print(INDENT + line(messages, "proposed", messages.word("proposed", rule.proposed())));
            context.console().print(INDENT + line(messages, "basis", rule.basis()));
        }
        return Runner.DONE;
    }

    static int policies(Context context) throws IOException {
        List<String> operands = context.arguments().operands();
        if (!operands.isEmpty()) {
            for (Policy policy :
                    judging(operands.getFirst(), context.environment().folder())) {
                context.console().print(PolicyText.ofAccounts(policy, context.messages()));
            }
            return Runner.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                context.messages().text("cli.list.policy"),
                context.messages().text("cli.list.in-force"),
                context.messages().text("cli.list.rules"),
                context.messages().text("cli.list.what")));
        for (Policy policy :
                Policies.builtIn().all().stream().filter(Policy::judgesAccounts).toList()) {
            rows.add(List.of(
                    policy.reference(),
                    PolicyText.inForce(policy),
                    Integer.toString(policy.rules().size()),
                    PolicyText.in(context.messages(), policy.title())));
        }
        context.console().print(ListActions.aligned(rows));
        return Runner.DONE;
    }

    private static List<Policy> judging(String reference, Path folder) {
        List<Policy> named = PolicySource.of(reference, folder).versions();
        if (named.stream().noneMatch(Policy::judgesAccounts)) {
            throw new Failure(ErrorCode.POLICY_WITHOUT_RULES, Map.of("where", reference, "what", reference));
        }
        return named;
    }

    private static String line(Messages messages, String name, String value) {
        return messages.text("cli.accounts." + name, Map.of("value", value));
    }
}
