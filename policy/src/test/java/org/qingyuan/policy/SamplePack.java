package org.qingyuan.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import org.qingyuan.finding.Failure;

/// A small pack for mining with everything in order, of which a test changes one thing.
final class SamplePack {
    static final String CASES = """
            kind: mining
            opens: [mining.session]
            attaches: [mining.attempt]
            notice:
              minDays: 5
              maxDays: 30
              days: 15
              counting: working
              reminderLeadDays: [3, 1]
              channels: [unit-letter]
            times:
              overdueEscalationDays: 5
              restDays: 180
              interimDays: 7
              watchDays: 30
              checkDays: 10
              approvalDays: 6
              executionDays: 12
            measures:
              - word: isolate
                title: {zh: 隔离, en: Isolate}
                organisationKinds: [university]
                interim: true
                inForce: {from: 2021-09-24, to: 2023-01-01}
                legalBasis: {read: unread, zh: 法, en: law}
                limits: {maxDays: 7}
                grades:
                  - {upTo: 5, zh: 小, en: small}
                  - {upTo: , zh: 大, en: large}
              - word: isolate
                title: {zh: 隔离, en: Isolate}
                inForce: {from: 2023-01-01, to: }
                legalBasis: {read: copy, zh: 新法, en: new law}
              - word: surcharge
                title: {zh: 加价, en: Surcharge}
                inForce: {from: 2021-09-24}
                legalBasis: {read: reported, zh: 法, en: law}
                limits:
                  surchargePerKwh.any: 0.30
                  surchargePerKwh.330000: 0.50
                  surchargeFrom.330000: 2022-02-14
                  surchargeTo.330000: 2024-02-29
            letters:
              rectification-notice: unit-letter
              reminder: unit-letter
              decision: unit-letter
              decision-refusal: unit-letter
              closing: unit-letter
            holidays: {firstYear: 2026, lastYear: 2026}
            """;

    static final String HOLIDAYS = "date,kind\n2026-02-14,workday\n2026-02-16,holiday\n";
    static final String ZH = "{{recipient}}：\n{{genuineCode}}\n" + Letter.NEVER_ASKED_ZH + "\n";
    static final String EN = "{{recipient}}\n{{genuineCode}}\n" + Letter.NEVER_ASKED_EN + "\n";

    private final SequencedMap<String, String> files = new LinkedHashMap<>();

    SamplePack() {
        files.put(CasesReader.FILE, CASES);
        files.put(CasesReader.HOLIDAYS, HOLIDAYS);
        for (String word : CaseRules.requiredLetters(CaseRules.MINING)) {
            files.put("letters/" + word + ".zh.txt", ZH);
            files.put("letters/" + word + ".en.txt", EN);
        }
    }

    SamplePack with(String path, String text) {
        files.put(path, text);
        return this;
    }

    SamplePack without(String path) {
        files.remove(path);
        return this;
    }

    PackFiles files() {
        SequencedMap<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
        return new PackFiles("pack/1", bytes);
    }

    CaseRules rules() {
        Problems problems = new Problems();
        CaseRules rules = CasesReader.read(files(), problems).orElse(null);
        problems.throwFirst();
        return Objects.requireNonNull(rules);
    }

    /// Each problem as `where: reason (what)`.
    List<String> problems() {
        Problems problems = new Problems();
        CasesReader.read(files(), problems);
        return problems.all().stream().map(SamplePack::line).toList();
    }

    private static String line(Failure problem) {
        Map<String, Object> values = problem.arguments();
        return values.get("where") + ": " + values.get("reject") + " (" + values.get("what") + ")";
    }

    static CaseRules builtInCases(String name) {
        return Objects.requireNonNull(
                Policies.builtIn().find(name, LocalDate.of(2026, 6, 30)).cases());
    }
}
