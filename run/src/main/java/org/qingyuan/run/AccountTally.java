package org.qingyuan.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.Parameters;
import org.qingyuan.accounts.Refused;
import org.qingyuan.accounts.ScreenResult;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.policy.Policy;
import org.qingyuan.table.raw.RawFile;
import org.qingyuan.table.raw.RawTable;

/// Says in the run line what a screening read, by which standard, and what came of it.
final class AccountTally {
    static final String COMMAND = "accounts screen";

    private final AccountRequest request;
    private final Extract extract;
    private final ScreenResult result;
    private final RunSummary run;

    AccountTally(AccountRequest request, Extract extract, ScreenResult result) {
        this.request = request;
        this.extract = extract;
        this.result = result;
        this.run = new RunSummary(
                COMMAND,
                ProgramVersion.text(),
                request.site(),
                parameters(),
                Map.of("maxRejects", request.maxRejects().text()),
                inputs(),
                result.counters(),
                result.checked().rejects(),
                request.countsOutcomes() ? result.outcomes() : Map.of(),
                result.findings(),
                result.completed(),
                fields());
    }

    RunSummary run() {
        return run;
    }

    /// What the command ends with because of rules that could not run; `null` when it may end well.
    @Nullable
    Failure failure() {
        Map<String, Refused> refused = result.refused();
        if (refused.values().stream().anyMatch(why -> why.reason() == Refused.Reason.UNATTRIBUTABLE_ROWS)) {
            return new Failure(
                    ErrorCode.UNATTRIBUTABLE_ROWS,
                    Map.of(
                            "where", request.extract().toString(),
                            "what", result.checked().unattributable()));
        }
        boolean isAsked = request.policy().setRules().stream().anyMatch(refused::containsKey);
        List<String> rules = request.policy().parameters().rules();
        if (!result.completed() || !isAsked && !refused.keySet().containsAll(rules)) {
            return null;
        }
        List<String> told = refused.entrySet().stream()
                .filter(entry -> !isAsked || request.policy().setRules().contains(entry.getKey()))
                .map(entry -> entry.getKey() + ": " + entry.getValue().reason().word() + " ("
                        + entry.getValue().detail() + ")")
                .toList();
        return new Failure(
                ErrorCode.RULE_REFUSED, Map.of("where", request.extract().toString(), "what", String.join(", ", told)));
    }

    private Map<String, Object> parameters() {
        Parameters parameters = request.policy().parameters();
        Policy policy = request.policy().policy();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("asOf", parameters.asOf().toString());
        map.put("policy", policy());
        map.put("rules", parameters.rules());
        map.putAll(parameters.values());
        map.put("codes", List.copyOf(parameters.codes().counting()));
        map.put("protectedProducts", policy.protectedProducts());
        map.put("currency", parameters.currency());
        map.put("zone", policy.zone().getId());
        return map;
    }

    private Map<String, Object> policy() {
        Policy policy = request.policy().policy();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", policy.name());
        map.put("version", policy.version());
        map.put("sha256", policy.sha256());
        return map;
    }

    private List<InputSummary> inputs() {
        List<InputSummary> inputs = new ArrayList<>();
        for (CanonicalTable table : CanonicalTable.values()) {
            RawTable raw = extract.table(table);
            for (RawFile file : raw == null ? List.<RawFile>of() : raw.files()) {
                inputs.add(new InputSummary(
                        file.name(), file.bytes(), file.format(), null, null, file.rows(), "rows", true, -1, null));
            }
        }
        return inputs;
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        SortedMap<String, Object> refused = new TreeMap<>();
        SortedMap<String, Object> missing = new TreeMap<>();
        result.refused().forEach((rule, why) -> {
            refused.put(rule, why.reason().word());
            missing.put(rule, why.detail());
        });
        fields.put("refused", refused);
        if (!missing.isEmpty()) {
            fields.put("refusedDetail", missing);
        }
        fields.put("extract", extract());
        fields.put("unknownCodes", new TreeMap<String, Object>(result.unknownCodes()));
        fields.put("unattributable", result.checked().unattributable());
        if (request.acceptUnattributable() && result.checked().unattributable() > 0) {
            fields.put("unattributableAccepted", true);
        }
        return fields;
    }

    private Map<String, Object> extract() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (extract.extractedOn() != null) {
            map.put("extractedOn", extract.extractedOn().toString());
        }
        if (result.transactionsFrom() != null) {
            map.put("transactionsFrom", result.transactionsFrom().toString());
            map.put("transactionsFromAssumed", result.transactionsFromAssumed());
        }
        map.put("accountsComplete", extract.accountsComplete());
        if (extract.lastActivityCounts() != null) {
            map.put(
                    "lastActivityCounts",
                    extract.lastActivityCounts().stream().sorted().toList());
        }
        return map;
    }
}
