package org.qingyuan.report.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.AccountSums;
import org.qingyuan.report.accounts.AccountModel.Place;
import org.qingyuan.report.accounts.AccountModel.RuleResult;
import org.qingyuan.report.circular.Values;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tone;

/// What one rule found: by legal entity, by branch, and one by one.
record RuleSection(Wording wording) {
    /// Branches listed for each rule.
    private static final int PLACES = 200;

    List<Block> blocks(RuleResult rule) {
        List<Block> blocks = new ArrayList<>();
        Finding first = rule.listed().getFirst();
        blocks.add(new Paragraph(
                wording.say(
                        "report.accounts.rule",
                        Wording.with(
                                "findings", rule.findings(),
                                "accounts", rule.accounts(),
                                "balance", rule.balance(),
                                "proposed",
                                        wording.word("proposed", new Values(first.fields()).textOrBlank("proposed")),
                                "severity", first.severity().word(),
                                "ruleVersion", first.ruleVersion())),
                Tone.PLAIN));
        if (!first.parameters().isEmpty()) {
            blocks.add(new Paragraph(parameters(first), Tone.NOTE));
        }
        blocks.add(entities(rule.places()));
        branches(rule.places(), blocks);
        blocks.add(list(rule.listed()));
        if (rule.unlisted() > 0) {
            blocks.add(new Paragraph(wording.say("report.accounts.unlisted", "count", rule.unlisted()), Tone.WARNING));
        }
        blocks.add(new Paragraph(refutations(first), Tone.NOTE));
        return blocks;
    }

    private String parameters(Finding finding) {
        List<String> texts = new ArrayList<>();
        finding.parameters().forEach((name, value) -> texts.add(name + " = " + (value == null ? Wording.NONE : value)));
        return wording.say("report.accounts.parameters", "list", wording.list(texts));
    }

    private Block entities(List<Place> places) {
        Tables table = places(new Tables(wording, "entities").text("legalEntity"));
        SortedMap<String, List<Place>> byEntity = new TreeMap<>();
        places.forEach(place -> byEntity.computeIfAbsent(place.legalEntity(), key -> new ArrayList<>())
                .add(place));
        for (Map.Entry<String, List<Place>> entity : byEntity.entrySet()) {
            table.row(cells(List.of(wording.exact(entity.getKey())), entity.getValue()));
        }
        return table.block();
    }

    private void branches(List<Place> places, List<Block> blocks) {
        if (places.stream().allMatch(place -> place.branch().isEmpty())) {
            return;
        }
        Tables table =
                places(new Tables(wording, "branches").text("legalEntity").text("branch"));
        for (Place place : places.subList(0, Math.min(PLACES, places.size()))) {
            String branch = place.branch().isEmpty() ? Wording.NONE : wording.exact(place.branch());
            table.row(cells(List.of(wording.exact(place.legalEntity()), branch), List.of(place)));
        }
        blocks.add(table.block());
        if (places.size() > PLACES) {
            blocks.add(new Paragraph(wording.say("report.more", "count", (long) places.size() - PLACES), Tone.WARNING));
        }
    }

    private static Tables places(Tables table) {
        return table.number("found").number("accounts").number("balance");
    }

    private List<String> cells(List<String> names, List<Place> places) {
        List<String> cells = new ArrayList<>(names);
        cells.add(wording.humans()
                .count(places.stream().mapToLong(Place::findings).sum()));
        cells.add(wording.humans()
                .count(places.stream().mapToLong(Place::accounts).sum()));
        cells.add(money(places.stream().map(Place::balance).reduce(BigDecimal.ZERO, BigDecimal::add)));
        return cells;
    }

    private String money(BigDecimal amount) {
        return wording.humans().value("balance", amount.setScale(2));
    }

    private Block list(List<Finding> findings) {
        Tables table = new Tables(wording, "accounts")
                .handle("id")
                .handle("legalEntity")
                .handle("customers")
                .handle("account")
                .number("balance")
                .text("summary")
                .text("rows");
        for (Finding whole : findings) {
            Finding finding = wording.masking().mask(whole);
            Values values = new Values(finding.fields());
            table.row(
                    finding.id().substring(0, Math.min(8, finding.id().length())),
                    wording.exact(values.textOrBlank("legalEntity")),
                    wording.exact(some(values.texts("customerIds"))),
                    wording.exact(some(values.maps("accounts").stream()
                            .map(account -> account.textOrBlank("accountId"))
                            .toList())),
                    balance(finding, values),
                    wording.summary(finding.summary()),
                    rows(finding));
        }
        return table.block();
    }

    private String balance(Finding finding, Values values) {
        Object compared = values.at("figures", "balance");
        BigDecimal amount =
                compared instanceof Number number ? AccountSums.money(number) : AccountSums.balance(finding);
        return amount == null ? Wording.NONE : money(amount);
    }

    /// The first two, and how many more there are.
    private String some(List<String> ids) {
        String first = wording.list(ids.stream().limit(2).toList());
        return ids.size() <= 2 ? first : first + " +" + (ids.size() - 2);
    }

    /// Where the proof stands: file and row.
    private String rows(Finding finding) {
        List<String> pointers = new ArrayList<>();
        for (Evidence piece :
                finding.evidence().subList(0, Math.min(3, finding.evidence().size()))) {
            pointers.add(piece.file() + ":" + piece.row());
        }
        String more =
                finding.evidenceCount() > pointers.size() ? " +" + (finding.evidenceCount() - pointers.size()) : "";
        return wording.exact(wording.list(pointers) + more);
    }

    private String refutations(Finding finding) {
        List<String> texts =
                finding.refutedBy().stream().map(wording::refutation).toList();
        return wording.say("report.accounts.refuted", "list", wording.list(texts));
    }
}
