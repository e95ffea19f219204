package org.qingyuan.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.policy.Basis;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.CodeRow;
import org.qingyuan.policy.Condition;
import org.qingyuan.policy.Grade;
import org.qingyuan.policy.Holidays;
import org.qingyuan.policy.Measure;
import org.qingyuan.policy.NoticeTerms;
import org.qingyuan.policy.Policy;
import org.qingyuan.policy.Wording;

/// A pack in lines for a person.
final class PolicyText {
    private static final String INDENT = "  ";
    private static final String DEEP = INDENT + INDENT;
    private static final String DEEPER = DEEP + INDENT;

    private final Messages messages;
    private final List<String> lines = new ArrayList<>();

    private PolicyText(Messages messages) {
        this.messages = messages;
    }

    /// What it says of accounts, and its basis.
    static List<String> ofAccounts(Policy policy, Messages messages) {
        PolicyText text = new PolicyText(messages);
        text.head(policy);
        text.accounts(policy);
        text.basis(policy);
        return text.lines;
    }

    /// All that it says.
    static List<String> of(Policy policy, Messages messages) {
        PolicyText text = new PolicyText(messages);
        text.head(policy);
        if (policy.judgesAccounts()) {
            text.accounts(policy);
        }
        if (policy.cases() != null) {
            text.cases(policy.cases());
        }
        text.basis(policy);
        return text.lines;
    }

    static String inForce(Policy policy) {
        return policy.from() + "/" + (policy.to() == null ? ".." : policy.to().toString());
    }

    static String in(Messages messages, Wording wording) {
        return messages.language() == Language.ZH ? wording.zh() : wording.en();
    }

    private void head(Policy policy) {
        lines.add(policy.reference() + "  " + in(messages, policy.title()));
        add("cli.accounts.in-force", inForce(policy));
        add("cli.accounts.sha256", policy.sha256());
        add("cli.accounts.currency", policy.currency() + "  " + policy.zone());
    }

    private void accounts(Policy policy) {
        policy.rules().forEach((rule, values) -> {
            lines.add(INDENT + "accounts." + rule + "  " + messages.word("rule", "accounts." + rule));
            values.forEach((name, value) -> lines.add(DEEP + rule + "." + name + " = " + value));
        });
        add("cli.accounts.codes", codes(policy));
        add("cli.accounts.products", String.join(" ", policy.protectedProducts()));
        add("cli.accounts.placeholders", String.join(" ", policy.placeholders()));
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

    private void cases(CaseRules cases) {
        lines.add(INDENT
                + messages.text("cli.policy.cases", Map.of("value", messages.text("cli.policy.kind." + cases.kind()))));
        addDeep("opens", rules(cases.opens()));
        addDeep("attaches", rules(cases.attaches()));
        notice(cases.notice());
        lines.add(DEEP
                + messages.text(
                        "cli.policy.times",
                        Map.of(
                                "check", cases.checkDays(),
                                "approval", cases.approvalDays(),
                                "execution", cases.executionDays(),
                                "escalation", cases.overdueEscalationDays(),
                                "interim", cases.interimDays(),
                                "watch", cases.watchDays(),
                                "rest", cases.restDays())));
        lines.add(DEEP + messages.text("cli.policy.measures"));
        cases.measures().forEach(this::measure);
        if (!cases.requests().isEmpty()) {
            lines.add(DEEP + messages.text("cli.policy.requests"));
            cases.requests().forEach((word, conditions) -> lines.add(DEEPER + word + ": " + conditions(conditions)));
        }
        if (!cases.actions().isEmpty()) {
            lines.add(DEEP + messages.text("cli.policy.actions"));
            cases.actions()
                    .forEach((proposed, word) -> lines.add(DEEPER + messages.word("proposed", proposed) + ": " + word));
        }
        addDeep(
                "letters",
                cases.letters().stream()
                        .map(letter -> letter.word() + " ("
                                + messages.word("channel", letter.channel().word()) + ")")
                        .collect(Collectors.joining(", ")));
        Holidays holidays = cases.holidays();
        if (holidays.firstYear() <= holidays.lastYear()) {
            addDeep("holidays", holidays.firstYear() + "-" + holidays.lastYear());
        }
    }

    private String conditions(List<Condition> conditions) {
        return conditions.stream()
                .map(condition -> condition.word() + " (" + messages.word("condition", condition.word()) + ")")
                .collect(Collectors.joining(", "));
    }

    private String rules(List<String> rules) {
        return rules.stream()
                .map(rule -> rule + " (" + messages.word("rule", rule) + ")")
                .collect(Collectors.joining(", "));
    }

    private void notice(NoticeTerms notice) {
        String channels = notice.channels().stream()
                .map(channel -> messages.word("channel", channel.word()))
                .collect(Collectors.joining(" > "));
        String leads = notice.reminderLeadDays().stream().map(String::valueOf).collect(Collectors.joining(", "));
        lines.add(DEEP
                + messages.text(
                        "cli.policy.notice",
                        Map.of(
                                "days", notice.days(),
                                "least", notice.minDays(),
                                "most", notice.maxDays(),
                                "counting",
                                        messages.word(
                                                "day-count", notice.counting().word()),
                                "leads", leads,
                                "channels", channels)));
    }

    private void measure(Measure measure) {
        String interim = measure.interim() ? "  " + messages.text("cli.policy.interim") : "";
        String to = measure.to() == null ? ".." : measure.to().toString();
        lines.add(DEEPER + measure.word() + "  " + in(messages, measure.title()) + "  " + measure.from() + "/" + to
                + interim);
        if (!measure.organisationKinds().isEmpty()) {
            String kinds = measure.organisationKinds().stream()
                    .map(kind -> messages.word("kind", kind))
                    .collect(Collectors.joining(", "));
            lines.add(DEEPER + INDENT + messages.text("cli.policy.organisations", Map.of("value", kinds)));
        }
        measure.limits().forEach((name, value) -> lines.add(DEEPER + INDENT + name + " = " + value));
        measure.grades().forEach(grade -> lines.add(DEEPER + INDENT + grade(grade)));
        basis(DEEPER + INDENT, new Basis(measure.legalBasis(), measure.read()));
    }

    private String grade(Grade grade) {
        String size = grade.upTo().isEmpty()
                ? messages.text("cli.policy.above")
                : messages.text("cli.policy.up-to", Map.of("value", grade.upTo()));
        return size + " " + in(messages, grade.text());
    }

    private void basis(Policy policy) {
        lines.add(INDENT + messages.text("cli.accounts.legal-basis"));
        policy.legalBasis().forEach(basis -> basis(DEEP, basis));
        lines.add(INDENT + messages.text("cli.accounts.sources"));
        policy.sources().forEach(basis -> basis(DEEP, basis));
    }

    private void basis(String indent, Basis basis) {
        String reading = messages.text("policy.reading." + basis.reading().word());
        lines.add(indent + "- " + in(messages, basis.text()) + " [" + reading + "]");
    }

    private void add(String key, String value) {
        lines.add(INDENT + messages.text(key, Map.of("value", value)));
    }

    private void addDeep(String name, String value) {
        lines.add(DEEP + messages.text("cli.policy." + name, Map.of("value", value)));
    }
}
