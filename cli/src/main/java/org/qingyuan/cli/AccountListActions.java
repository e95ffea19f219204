package org.qingyuan.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Rules;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.Basis;
import org.qingyuan.policy.CodeRow;
import org.qingyuan.policy.Policies;
import org.qingyuan.policy.Policy;
import org.qingyuan.policy.Wording;

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
        Policies policies = Policies.builtIn();
        if (!operands.isEmpty()) {
            List<Policy> named = named(policies, operands.getFirst());
            for (Policy policy : named) {
                context.console().print(details(policy, context.messages()));
            }
            return Runner.DONE;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                context.messages().text("cli.list.policy"),
                context.messages().text("cli.list.in-force"),
                context.messages().text("cli.list.rules"),
                context.messages().text("cli.list.what")));
        for (Policy policy : policies.all()) {
            rows.add(List.of(
                    policy.reference(),
                    inForce(policy),
                    Integer.toString(policy.rules().size()),
                    in(context.messages(), policy.title())));
        }
        context.console().print(ListActions.aligned(rows));
        return Runner.DONE;
    }

    private static List<Policy> named(Policies policies, String reference) {
        List<Policy> named = policies.all().stream()
                .filter(policy ->
                        policy.name().equals(reference) || policy.reference().equals(reference))
                .toList();
        return named.isEmpty() ? List.of(policies.find(reference, LocalDate.EPOCH)) : named;
    }

    private static String inForce(Policy policy) {
        return policy.from() + "/" + (policy.to() == null ? ".." : policy.to().toString());
    }

    private static List<String> details(Policy policy, Messages messages) {
        List<String> lines = new ArrayList<>();
        lines.add(policy.reference() + "  " + in(messages, policy.title()));
        lines.add(INDENT + line(messages, "in-force", inForce(policy)));
        lines.add(INDENT + line(messages, "sha256", policy.sha256()));
        lines.add(INDENT + line(messages, "currency", policy.currency() + "  " + policy.zone()));
        policy.rules().forEach((rule, values) -> {
            lines.add(INDENT + "accounts." + rule + "  " + messages.word("rule", "accounts." + rule));
            values.forEach((name, value) -> lines.add(INDENT + INDENT + rule + "." + name + " = " + value));
        });
        lines.add(INDENT + line(messages, "codes", codes(policy)));
        lines.add(INDENT + line(messages, "products", String.join(" ", policy.protectedProducts())));
        lines.add(INDENT + line(messages, "placeholders", String.join(" ", policy.placeholders())));
        basis(lines, messages, "legal-basis", policy.legalBasis());
        basis(lines, messages, "sources", policy.sources());
        return lines;
    }

    private static String codes(Policy policy) {
        List<String> counting = new ArrayList<>();
        for (CodeRow row : policy.codes()) {
            boolean debit = row.debit() == CodeRow.Meaning.COUNTS;
            boolean credit = row.credit() == CodeRow.Meaning.COUNTS;
            if (debit || credit) {
                counting.add(row.code() + (debit && credit ? "" : debit ? "/debit" : "/credit"));
            }
        }
        return String.join(" ", counting);
    }

    private static void basis(List<String> lines, Messages messages, String title, List<Basis> list) {
        lines.add(INDENT + messages.text("cli.accounts." + title));
        for (Basis basis : list) {
            String reading = messages.text("policy.reading." + basis.reading().word());
            lines.add(INDENT + INDENT + "- " + in(messages, basis.text()) + " [" + reading + "]");
        }
    }

    private static String line(Messages messages, String name, String value) {
        return messages.text("cli.accounts." + name, Map.of("value", value));
    }

    private static String in(Messages messages, Wording wording) {
        return messages.language() == Language.ZH ? wording.zh() : wording.en();
    }
}
