package org.qingyuan.output;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;

/// How the columns of tables are shown to people.
final class Cells {
    private Cells() {}

    static String text(@Nullable Object value, Object source, Messages messages) {
        return value == null || value.equals("")
                ? Column.NOTHING
                : messages.humans().value("", value);
    }

    static <T> Column.Cell<T> word(String family) {
        return (value, source, messages) -> value instanceof String word ? messages.word(family, word) : Column.NOTHING;
    }

    /// The first 8 digits, enough to type.
    static String shortId(Finding f) {
        return f.id().substring(0, Math.min(8, f.id().length()));
    }

    /// A session of which only one side was seen carries a question mark.
    static String severity(Finding f, Messages messages) {
        return messages.word("severity", f.severity().word()) + (isUnconfirmed(f) ? "?" : "");
    }

    static boolean isUnconfirmed(Finding f) {
        return Boolean.TRUE.equals(f.fields().get("unconfirmed"));
    }

    static String organisation(Finding f, Messages messages) {
        Holder holder = f.organisation();
        if (holder == null) {
            return messages.text("table.nobody");
        }
        return messages.language() == Language.EN && holder.nameEn() != null ? holder.nameEn() : holder.name();
    }

    /// Algorithm and coin: `rx/0 XMR`.
    static String algorithm(Finding f, Messages messages) {
        if (!(f.fields().get("algorithm") instanceof String algorithm)) {
            return Column.NOTHING;
        }
        String coin = part(f, "coin", "best");
        return messages.word("algorithm", algorithm) + (coin == null ? "" : " " + coin);
    }

    /// The best name known for where it was mined at: catalogue, host, server's name, address and port.
    static String pool(Finding f) {
        for (List<String> path : List.of(List.of("pool", "name"), List.of("pool", "host"), List.of("server", "name"))) {
            String name = part(f, path.getFirst(), path.getLast());
            if (name != null) {
                return name;
            }
        }
        String ip = part(f, "server", "ip");
        if (ip == null) {
            return Column.NOTHING;
        }
        Object port = f.fields().get("server") instanceof Map<?, ?> server ? server.get("port") : null;
        return (ip.indexOf(':') < 0 ? ip : "[" + ip + "]") + (port == null ? "" : ":" + port);
    }

    /// Accepted of submitted: `5/6`.
    static String shares(Finding f, Messages messages) {
        return f.fields().get("shares") instanceof Map<?, ?> shares
                        && shares.get("submitted") instanceof Long submitted
                        && shares.get("accepted") instanceof Long accepted
                ? messages.humans().count(accepted) + "/" + messages.humans().count(submitted)
                : Column.NOTHING;
    }

    static String estimate(Finding f, String name, Messages messages) {
        return f.fields().get(name) instanceof Estimate estimate
                ? messages.humans().estimate(estimate)
                : Column.NOTHING;
    }

    /// `2 files, 161 KiB, 821 packets`
    static String inputs(RunSummary run, Messages messages) {
        long bytes = run.inputs().stream().mapToLong(InputSummary::bytes).sum();
        long records = run.inputs().stream().mapToLong(InputSummary::records).sum();
        boolean rows = run.inputs().stream().anyMatch(input -> input.unit().equals("rows"));
        return messages.text(
                rows ? "run.rows" : "run.packets",
                Map.of(
                        "files",
                        (long) run.inputs().size(),
                        "bytes",
                        messages.humans().bytes(bytes),
                        "records",
                        records));
    }

    /// Names of a family with their counts.
    static String counts(String family, @Nullable Object counts, Messages messages) {
        if (!(counts instanceof Map<?, ?> map) || map.isEmpty()) {
            return messages.humans().count(0);
        }
        return messages.humans()
                .list(map.entrySet().stream()
                        .map(entry -> messages.word(family, (String) entry.getKey()) + " "
                                + messages.humans().value("", entry.getValue()))
                        .toList());
    }

    private static @Nullable String part(Finding f, String name, String inner) {
        return f.fields().get(name) instanceof Map<?, ?> map && map.get(inner) instanceof String text && !text.isEmpty()
                ? text
                : null;
    }
}
