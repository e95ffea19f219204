package org.qingyuan.traffic.mining;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.FindingId;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Subject;
import org.qingyuan.finding.Summary;
import org.qingyuan.traffic.References;
import org.qingyuan.traffic.ScanParameters;
import org.qingyuan.traffic.mining.Attempts.Attempt;

/// Writes beginnings that came to nothing as findings.
final class AttemptMaker {
    private final References references;
    private final List<String> inputs;
    private final DnsNames names;
    private final Map<String, Object> thresholds;

    AttemptMaker(ScanParameters parameters, References references, List<String> inputs, DnsNames names) {
        this.references = references;
        this.inputs = inputs;
        this.names = names;
        this.thresholds = FindingMaker.thresholds(parameters);
    }

    Finding finding(Attempt attempt) {
        Ends ends = attempt.first;
        Moment.At start = Moment.ofEpochNanos(attempt.firstNanos, ends.nanos());
        Moment.At end = Moment.ofEpochNanos(attempt.lastNanos, ends.nanos());
        String client = ends.client().address().text();
        String key = "mining/" + FindingId.keyPart(client);
        List<Evidence> evidence = attempt.evidence.pick(inputs, ends.nanos(), 1);
        return new Finding(
                FindingId.of(Rule.ATTEMPT.word(), Rule.ATTEMPT.version(), key, start, end, ends.communityId() + " -"),
                key,
                Rule.ATTEMPT.word(),
                Rule.ATTEMPT.version(),
                Rule.ATTEMPT.severity(),
                new Subject("address", client),
                references.registry().holderAt(ends.client().address(), start.instant()),
                start,
                end,
                thresholds,
                summary(attempt),
                evidence,
                attempt.evidence.count(),
                List.of("scanner", "address-held-by-another", "authorised-use"),
                fields(attempt));
    }

    private static Summary summary(Attempt attempt) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("client", attempt.first.client().address().text());
        arguments.put(
                "server",
                attempt.first.server().address().text() + ":"
                        + attempt.first.server().port());
        arguments.put("dialect", attempt.dialect.word());
        arguments.put("count", attempt.count);
        return new Summary("mining.attempt." + attempt.reason.word(), arguments);
    }

    private Map<String, Object> fields(Attempt attempt) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reason", attempt.reason.word());
        fields.put("count", attempt.count);
        fields.put("file", inputs.get(attempt.first.firstInput()));
        fields.put("client", attempt.first.client().map(null));
        fields.put(
                "server",
                attempt.first.server().map(names.of(attempt.first.server().address())));
        fields.put("communityId", attempt.first.communityId());
        fields.put("dialect", attempt.dialect.word());
        fields.put("wallet", attempt.wallet);
        return fields;
    }
}
