package org.qingyuan.traffic.generate;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Moment;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Writes a truth as one line of JSON (RFC 8259), numbers in plain notation.
final class TruthJson {
    private TruthJson() {}

    static String line(Truth truth) {
        StringBuilder out = new StringBuilder(1024);
        value(out, members(truth));
        return out.append('\n').toString();
    }

    private static Map<String, @Nullable Object> members(Truth truth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("file", truth.file());
        map.put("scenario", truth.scenario());
        map.put("rule", truth.rule());
        map.put("reason", truth.reason());
        map.put("count", truth.count());
        map.put("unconfirmed", truth.unconfirmed());
        map.put("dialect", truth.dialect());
        map.put("algorithm", truth.algorithm());
        map.put("coin", truth.coin());
        map.put("wallet", truth.wallet());
        map.put("workers", truth.workers());
        map.put("agent", truth.agent());
        map.put("client", endpoint(truth.client()));
        map.put("server", endpoint(truth.server()));
        map.put("connections", truth.connections());
        map.put("start", Moment.ofEpochNanos(truth.startNanos(), false).text());
        map.put("end", Moment.ofEpochNanos(truth.endNanos(), false).text());
        map.put("shares", shares(truth.shares()));
        map.put("work", work(truth.work()));
        map.put("rate", truth.rate());
        map.put("ratedSeconds", truth.ratedSeconds());
        map.put("rateKnown", truth.rateKnown());
        map.put("packets", truth.packets());
        Map<String, @Nullable Object> bytes = new LinkedHashMap<>();
        bytes.put("toServer", truth.bytesToServer());
        bytes.put("toClient", truth.bytesToClient());
        map.put("bytes", bytes);
        map.put("note", truth.note());
        return map;
    }

    private static Map<String, @Nullable Object> endpoint(Endpoint endpoint) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("ip", endpoint.address().text());
        map.put("port", endpoint.port());
        return map;
    }

    private static Map<String, @Nullable Object> shares(Truth.Shares shares) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("submitted", shares.submitted());
        map.put("accepted", shares.accepted());
        map.put("stale", shares.stale());
        map.put("rejected", shares.rejected());
        map.put("unanswered", shares.unanswered());
        map.put("implausible", shares.implausible());
        return map;
    }

    private static Map<String, @Nullable Object> work(Truth.Work work) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("unit", work.unit());
        map.put("hashes", work.hashes());
        map.put("squares", work.squares());
        map.put("largestWeight", work.largestWeight());
        map.put("stale", work.stale());
        return map;
    }

    private static void value(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> object(out, map);
            case Collection<?> list -> array(out, list);
            case Double number -> out.append(plain(number));
            case String text -> string(out, text);
            default -> out.append(value);
        }
    }

    private static void object(StringBuilder out, Map<?, ?> map) {
        String separator = "{";
        for (Map.Entry<?, ?> member : map.entrySet()) {
            out.append(separator);
            string(out, String.valueOf(member.getKey()));
            out.append(':');
            value(out, member.getValue());
            separator = ",";
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void array(StringBuilder out, Collection<?> list) {
        String separator = "[";
        for (Object element : list) {
            out.append(separator);
            value(out, element);
            separator = ",";
        }
        out.append(list.isEmpty() ? "[]" : "]");
    }

    /// The shortest form that reads back exactly, without exponent.
    static String plain(double number) {
        String text = BigDecimal.valueOf(number).toPlainString();
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    private static void string(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
