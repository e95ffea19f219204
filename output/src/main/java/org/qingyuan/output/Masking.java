package org.qingyuan.output;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// Hides what is not needed, once, at the output's edge. E-mail addresses, phones, identity numbers and names of
/// persons are masked wherever they appear unless revealed. Wallets and accounts are handles to act on: whole in data,
/// masked where people look. Ids, keys and file names are never touched. Masking twice changes nothing more.
///
/// @param edge what the output is for
/// @param reveal whether everything is shown; the run line then says `"revealed":true`
public record Masking(Edge edge, boolean reveal) {
    /// What an output is for.
    public enum Edge {
        /// JSON lines, CSV: for programs.
        DATA,
        /// Tables, reports, circulars.
        PEOPLE
    }

    public static Masking forData(boolean reveal) {
        return new Masking(Edge.DATA, reveal);
    }

    public static Masking forPeople(boolean reveal) {
        return new Masking(Edge.PEOPLE, reveal);
    }

    public Finding mask(Finding f) {
        if (reveal) {
            return f;
        }
        String wallet = f.fields().get("wallet") instanceof String text ? text : "";
        return new Finding(
                f.id(),
                f.key(),
                f.rule(),
                f.ruleVersion(),
                f.severity(),
                mask(f.subject()),
                f.organisation(),
                f.start(),
                f.end(),
                maskAll(f.parameters(), wallet),
                new Summary(f.summary().key(), maskAll(f.summary().arguments(), wallet)),
                f.evidence().stream().map(e -> mask(e, wallet)).toList(),
                f.evidenceCount(),
                f.refutedBy(),
                maskAll(f.fields(), wallet));
    }

    public Outcome mask(Outcome o) {
        return reveal
                ? o
                : new Outcome(o.rule(), o.key(), mask(o.subject()), o.kind(), o.reason(), maskAll(o.fields(), ""));
    }

    public Change mask(Change c) {
        return reveal
                ? c
                : new Change(c.change(), c.rule(), c.key(), mask(c.subject()), c.why(), maskAll(c.fields(), ""));
    }

    /// Adds `"revealed":true` where everything is shown.
    public RunSummary mask(RunSummary r) {
        Map<String, Object> fields = new LinkedHashMap<>(reveal ? r.fields() : maskAll(r.fields(), ""));
        if (reveal) {
            fields.put("revealed", true);
        }
        return new RunSummary(
                r.command(),
                r.version(),
                r.site(),
                reveal ? r.parameters() : maskAll(r.parameters(), ""),
                r.limits(),
                r.inputs(),
                r.counters(),
                r.rejects(),
                r.outcomes(),
                r.findings(),
                r.complete(),
                fields);
    }

    public Reject mask(Reject r) {
        return reveal ? r : new Reject(r.file(), r.line(), r.column(), r.reason(), detail(r.column(), r.detail()));
    }

    /// What stood in a column of a bank's extract.
    private String detail(@Nullable String column, String detail) {
        return switch (column == null ? "" : column) {
            case "name" -> Redaction.name(detail);
            case "phone", "id_number" -> Redaction.number(detail);
            default -> Redaction.text(detail);
        };
    }

    /// Text from outside that stands alone.
    public String text(String text) {
        return reveal ? text : Redaction.text(text);
    }

    /// Name of a person that stands alone.
    public String name(String name) {
        return reveal ? name : Redaction.name(name);
    }

    private Subject mask(Subject subject) {
        return edge == Edge.PEOPLE && subject.kind().equals("account")
                ? new Subject(subject.kind(), Redaction.account(subject.id()))
                : subject;
    }

    private Evidence mask(Evidence e, String wallet) {
        return new Evidence(e.what(), e.file(), e.at(), e.packet(), e.row(), maskAll(e.details(), wallet));
    }

    private Map<String, Object> maskAll(Map<String, Object> map, String wallet) {
        Map<String, Object> masked = new LinkedHashMap<>();
        map.forEach((name, value) -> put(masked, name, mask(name, value, wallet)));
        return masked;
    }

    @SuppressWarnings("NullAway") // a field that applies and is not known stays null
    private static void put(Map<String, Object> map, String name, @Nullable Object value) {
        map.put(name, value);
    }

    private @Nullable Object mask(String name, @Nullable Object value, String wallet) {
        if (value instanceof String text) {
            return mask(Mark.ofName(name), text, wallet);
        }
        if (value instanceof List<?> list) {
            return maskAll(name, list, wallet);
        }
        return value instanceof Map<?, ?> map ? maskInner(map, wallet) : value;
    }

    private List<@Nullable Object> maskAll(String name, List<?> list, String wallet) {
        List<@Nullable Object> masked = new ArrayList<>(list.size());
        for (Object element : list) {
            masked.add(mask(name, element, wallet));
        }
        return masked;
    }

    private Map<String, @Nullable Object> maskInner(Map<?, ?> map, String wallet) {
        Map<String, @Nullable Object> masked = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            masked.put((String) entry.getKey(), mask((String) entry.getKey(), entry.getValue(), wallet));
        }
        return masked;
    }

    private String mask(Mark mark, String text, String wallet) {
        return switch (mark) {
            case EXACT -> text;
            case TEXT -> Redaction.text(withoutWallet(text, wallet));
            case NAME -> Redaction.name(text);
            case NUMBER -> Redaction.number(text);
            case EMAIL -> Redaction.email(text);
            case WALLET -> wallet(text, wallet);
            case ACCOUNT -> edge == Edge.PEOPLE ? Redaction.account(text) : text;
        };
    }

    private String wallet(String text, String wallet) {
        String masked = Redaction.text(text);
        if (edge == Edge.DATA || !masked.equals(text)) {
            return masked;
        }
        String without = withoutWallet(text, wallet);
        return without.equals(text) ? Redaction.wallet(text) : without;
    }

    /// For people the finding's wallet is hidden in every text, in an agent's or a worker's too.
    private String withoutWallet(String text, String wallet) {
        return edge == Edge.PEOPLE && wallet.length() >= 14 ? text.replace(wallet, Redaction.wallet(wallet)) : text;
    }
}
