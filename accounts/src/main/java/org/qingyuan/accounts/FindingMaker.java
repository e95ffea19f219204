package org.qingyuan.accounts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.rule.Rule;
import org.qingyuan.accounts.rule.Thresholds;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.table.session.Row;

/// Makes one finding of its parts.
final class FindingMaker {
    /// A row of the extract that stands behind a finding.
    record Pointer(String id, int file, long row) {}

    /// A figure as its column gives it.
    ///
    /// @param name with dots where figures are nested; one that begins with `!` is not shown
    /// @param type as DuckDB names it
    record Figure(String name, String type, @Nullable String text) {
        boolean shown() {
            return !name.startsWith("!");
        }

        @Nullable
        Object value() {
            if (text == null) {
                return null;
            }
            if (type.startsWith("DECIMAL")) {
                return new BigDecimal(text);
            }
            return switch (type) {
                case "DATE" -> new Moment.On(LocalDate.parse(text));
                case "BIGINT", "INTEGER" -> Long.valueOf(text);
                default -> text;
            };
        }
    }

    /// An account that a finding lists, or a sub-account that proves it.
    ///
    /// @param untouchable whether an exclusion protects it; only known where the rule counts such accounts
    record ListedAccount(
            Pointer at,
            @Nullable String branch,
            @Nullable String accountClass,
            String status,
            BigDecimal balance,
            @Nullable LocalDate lastMovedOn,
            boolean untouchable,
            String products,
            LocalDate openedOn,
            int depth) {
        private static final int TEXT = 6;

        static ListedAccount of(Row row, int file, long number) {
            String moved = row.optionalText(TEXT + 5);
            return new ListedAccount(
                    new Pointer(row.text(TEXT), file, number),
                    row.optionalText(TEXT + 1),
                    row.optionalText(TEXT + 2),
                    row.text(TEXT + 3),
                    new BigDecimal(row.text(TEXT + 4)),
                    moved == null ? null : LocalDate.parse(moved),
                    row.text(TEXT + 6).equals("true"),
                    row.text(TEXT + 7),
                    LocalDate.parse(row.text(TEXT + 8)),
                    Integer.parseInt(row.text(TEXT + 9)));
        }
    }

    /// A holder-initiated booking that proves a finding.
    record Movement(
            Pointer pointer,
            String accountId,
            String code,
            boolean debit,
            BigDecimal amount,
            LocalDateTime at,
            @Nullable String channel,
            @Nullable String counterparty,
            boolean timed,
            @Nullable LocalDate phoneVerifiedOn) {
        private static final int TEXT = 6;

        static Movement of(Row row, int file, long number) {
            String verified = row.optionalText(TEXT + 9);
            return new Movement(
                    new Pointer(row.text(TEXT), file, number),
                    row.text(TEXT + 1),
                    row.text(TEXT + 2),
                    row.text(TEXT + 3).equals("debit"),
                    new BigDecimal(row.text(TEXT + 4)),
                    LocalDateTime.parse(row.text(TEXT + 5)),
                    row.optionalText(TEXT + 6),
                    row.optionalText(TEXT + 7),
                    "true".equals(row.optionalText(TEXT + 8)),
                    verified == null ? null : LocalDate.parse(verified));
        }
    }

    private final Extract extract;
    private final Parameters parameters;
    private final Rule rule;
    private final Thresholds thresholds;
    private final boolean acceptedUnattributable;
    private final String identity;
    private final Map<String, Object> shownParameters;

    FindingMaker(
            Extract extract, Parameters parameters, Rule rule, Thresholds thresholds, boolean acceptedUnattributable) {
        this.extract = extract;
        this.parameters = parameters;
        this.rule = rule;
        this.thresholds = thresholds;
        this.acceptedUnattributable = acceptedUnattributable;
        this.shownParameters = new LinkedHashMap<>(thresholds.named());
        StringBuilder text = new StringBuilder(parameters.policyName() + "@" + parameters.policyVersion());
        thresholds
                .named()
                .forEach((name, value) ->
                        text.append(' ').append(name).append('=').append(value));
        this.identity = text.toString();
    }

    Finding make(RuleFindings.Draft draft) {
        Moment.On start = new Moment.On(thresholds.start());
        Moment.On end = new Moment.On(parameters.asOf());
        Map<String, Object> figures = figures(draft);
        List<Evidence> evidence = evidence(draft);
        return new Finding(
                FindingId.of(rule.id(), rule.version(), draft.key, start, end, identity(draft)),
                draft.key,
                rule.id(),
                rule.version(),
                rule.severity(),
                new Subject("customer", draft.subject),
                null,
                start,
                end,
                shownParameters,
                summary(draft, figures),
                Spread.over(evidence, Finding.MAX_EVIDENCE),
                evidence.size(),
                rule.refutedBy(),
                fields(draft, figures));
    }

    private String identity(RuleFindings.Draft draft) {
        String more = hidden(draft, "!smallest");
        return more == null ? identity : identity + " " + more;
    }

    private Awakening awakening(RuleFindings.Draft draft, String transaction) {
        BigDecimal limit = thresholds.of("limit") instanceof BigDecimal value ? value : BigDecimal.ZERO;
        return Awakening.of(draft.movements, transaction, extract, limit);
    }

    private static @Nullable String hidden(RuleFindings.Draft draft, String name) {
        return draft.figures.stream()
                .filter(figure -> figure.name().equals(name))
                .map(Figure::text)
                .findFirst()
                .orElse(null);
    }

    private Map<String, Object> figures(RuleFindings.Draft draft) {
        Map<String, Object> figures = new LinkedHashMap<>();
        for (Figure figure : draft.figures) {
            int dot = figure.name().indexOf('.');
            if (dot > 0) {
                nest(figures, figure, dot);
            } else if (figure.shown()) {
                figures.put(figure.name(), figure.value());
            }
        }
        String awakening = hidden(draft, "!awakening");
        if (awakening != null) {
            figures.putAll(awakening(draft, awakening).figures());
        }
        return figures;
    }

    /// A nested figure that is null is left out.
    private static void nest(Map<String, Object> figures, Figure figure, int dot) {
        String outer = figure.name().substring(0, dot);
        Map<String, Object> inner = new LinkedHashMap<>();
        if (figures.get(outer) instanceof Map<?, ?> known) {
            known.forEach((name, value) -> inner.put((String) name, value));
        }
        Object value = figure.value();
        if (value != null) {
            inner.put(figure.name().substring(dot + 1), value);
        }
        figures.put(outer, inner);
    }

    private Summary summary(RuleFindings.Draft draft, Map<String, Object> figures) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("customer", draft.subject);
        List<ListedAccount> listed = listed(draft);
        arguments.put("accounts", (long) listed.size());
        if (listed.size() == 1) {
            arguments.put("account", listed.getFirst().at().id());
        }
        figures.forEach((name, value) -> {
            if (value != null && !(value instanceof Map) && !(value instanceof List)) {
                arguments.put(name, value);
            }
        });
        if (figures.get("reasons") instanceof List<?> reasons) {
            arguments.put("reasons", Awakening.met(reasons));
        }
        return new Summary(rule.id(), arguments);
    }

    private static List<ListedAccount> listed(RuleFindings.Draft draft) {
        return draft.accounts.stream().filter(account -> account.depth() == 0).toList();
    }

    private Map<String, Object> fields(RuleFindings.Draft draft, Map<String, Object> figures) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("legalEntity", draft.legalEntity);
        fields.put("customerIds", draft.customers.stream().map(Pointer::id).toList());
        List<ListedAccount> listed = listed(draft);
        Map<String, String> kept = rule.name().equals("over-count") ? Keeping.of(listed, thresholds) : Map.of();
        fields.put(
                "accounts",
                listed.stream().map(account -> account(account, kept)).toList());
        fields.put("figures", figures);
        Map<String, Object> policy = new LinkedHashMap<>();
        policy.put("name", parameters.policyName());
        policy.put("version", parameters.policyVersion());
        fields.put("policy", policy);
        fields.put("proposed", rule.proposed());
        if (acceptedUnattributable) {
            fields.put("acceptedUnattributable", true);
        }
        return fields;
    }

    private Map<String, Object> account(ListedAccount account, Map<String, String> kept) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("accountId", account.at().id());
        if (account.branch() != null) {
            map.put("branch", account.branch());
        }
        if (account.accountClass() != null) {
            map.put("class", account.accountClass());
        }
        map.put("status", account.status());
        map.put("balance", account.balance());
        if (extract.table(CanonicalTable.TRANSACTIONS) != null || account.lastMovedOn() != null) {
            map.put("lastMovedOn", account.lastMovedOn() == null ? null : new Moment.On(account.lastMovedOn()));
        }
        if (account.untouchable()) {
            map.put("untouchable", true);
        }
        if (kept.containsKey(account.at().id())) {
            String reason = kept.get(account.at().id());
            map.put("keep", !reason.isEmpty());
            if (!reason.isEmpty()) {
                map.put("keepReason", reason);
            }
        }
        return map;
    }

    private List<Evidence> evidence(RuleFindings.Draft draft) {
        List<Evidence> evidence = new ArrayList<>();
        for (Pointer customer : draft.customers) {
            evidence.add(new Evidence(
                    "customer-record",
                    file(CanonicalTable.CUSTOMERS, customer),
                    null,
                    0,
                    customer.row(),
                    Map.of("customerId", customer.id())));
        }
        for (ListedAccount account : draft.accounts) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("accountId", account.at().id());
            details.put("status", account.status());
            details.put("balance", account.balance());
            evidence.add(new Evidence(
                    account.depth() == 0 ? "account-record" : "sub-account-record",
                    file(CanonicalTable.ACCOUNTS, account.at()),
                    new Moment.On(account.openedOn()),
                    0,
                    account.at().row(),
                    details));
        }
        String awakening = hidden(draft, "!awakening");
        List<Movement> shown = awakening == null
                ? draft.movements
                : awakening(draft, awakening).shown();
        for (Movement movement : shown) {
            evidence.add(movement(movement, awakening == null ? "last-movement" : "movement"));
        }
        return evidence;
    }

    private Evidence movement(Movement movement, String what) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("transactionId", movement.pointer().id());
        details.put("accountId", movement.accountId());
        details.put("code", movement.code());
        details.put("direction", movement.debit() ? "debit" : "credit");
        details.put("amount", movement.amount());
        return new Evidence(
                what,
                file(CanonicalTable.TRANSACTIONS, movement.pointer()),
                new Moment.On(movement.at().toLocalDate()),
                0,
                movement.pointer().row(),
                details);
    }

    private String file(CanonicalTable table, Pointer pointer) {
        return extract.get(table).files().get(pointer.file()).name();
    }
}
