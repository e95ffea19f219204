package org.qingyuan.casework;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.FindingParser;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Severity;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;

/// Findings as a test needs them, and the parser that knows their lines.
public final class Finds implements FindingParser {
    /// In Suqian, Jiangsu.
    public static final Holder SCHOOL = new Holder("school", "第一中学", null, "school", "321300", null);

    public static final Holder UNIVERSITY = new Holder("uni", "理工大学", "Tech", "university", "320500", null);
    public static final Holder HOME = new Holder("home", "住户", null, "residential", "320500", null);

    private final Map<String, Finding> byLine = new HashMap<>();

    /// A session of an address.
    public static Finding session(String id, String address, @Nullable Holder holder, String start) {
        return of(id, "mining.session", address, holder, start, Map.of());
    }

    public static Finding unconfirmed(String id, String address, @Nullable Holder holder, String start) {
        return of(id, "mining.session", address, holder, start, Map.of("unconfirmed", true));
    }

    public static Finding attempt(String id, String address, @Nullable Holder holder, String start) {
        return of(id, "mining.attempt", address, holder, start, Map.of());
    }

    /// A customer of a branch.
    public static Finding customer(String id, String rule, String customer) {
        return finding(
                id,
                rule,
                "accounts/" + customer,
                new Subject("customer", customer),
                null,
                "2026-01-31",
                "2026-01-31",
                Map.of("legalEntity", "rcb/east"));
    }

    public static Finding of(
            String id, String rule, String address, @Nullable Holder holder, String start, Map<String, Object> fields) {
        return finding(id, rule, "mining/" + address, new Subject("address", address), holder, start, start, fields);
    }

    /// Any finding.
    public static Finding finding(
            String id,
            String rule,
            String key,
            Subject subject,
            @Nullable Holder holder,
            String start,
            String end,
            Map<String, Object> fields) {
        return new Finding(
                id,
                key,
                rule,
                1,
                Severity.HIGH,
                subject,
                holder,
                Moment.parse(start),
                Moment.parse(end),
                Map.of(),
                new Summary("summary", Map.of()),
                List.of(),
                0,
                List.of(),
                new LinkedHashMap<>(fields));
    }

    Importing.Found found(Finding finding) {
        String line = finding.toString();
        byLine.put(line, finding);
        return new Importing.Found(finding, line.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Finding parse(byte[] line) {
        Finding finding = byLine.get(new String(line, StandardCharsets.UTF_8));
        if (finding == null) {
            throw new IllegalArgumentException("no finding");
        }
        return finding;
    }
}
