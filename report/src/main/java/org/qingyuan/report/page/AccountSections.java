package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingyuan.finding.InputSummary;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.report.accounts.AccountModel;
import org.qingyuan.report.accounts.AccountModel.RuleResult;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tile;
import org.qingyuan.report.page.Block.Tone;

/// What stands around the rules of a report on accounts.
record AccountSections(Wording wording) {
    private static final List<String> METHOD =
            List.of("identity", "movement", "period", "exclusions", "undecided", "sums", "masking", "person");

    List<Block> refused(AccountModel model) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(say("refused"), Tone.WARNING));
        Tables table =
                new Tables(wording, "refused").text("rule").text("reason").text("missing");
        model.refused()
                .forEach((rule, reason) ->
                        table.row(wording.word("rule", rule), wording.word("refused", reason), detail(model, rule)));
        blocks.add(table.block());
        return blocks;
    }

    /// What is missing: dates, codes, files.
    private String detail(AccountModel model, String rule) {
        for (RunSummary run : model.runs()) {
            if (run.fields().get("refusedDetail") instanceof Map<?, ?> details
                    && details.get(rule) instanceof String text) {
                return wording.outside(text);
            }
        }
        return Wording.NONE;
    }

    List<Block> figures(AccountModel model) {
        List<Block> blocks = new ArrayList<>();
        warnings(model, blocks);
        long rows = model.runs().stream()
                .flatMap(run -> run.inputs().stream())
                .mapToLong(InputSummary::records)
                .sum();
        String key = model.findings() == 0 ? "report.accounts.nothing" : "report.accounts.sentence";
        blocks.add(new Paragraph(
                wording.say(key, Wording.with("rows", rows, "findings", model.findings(), "rules", (long)
                        model.rules().size())),
                Tone.PLAIN));
        blocks.add(new Block.Tiles(model.rules().stream().map(this::tile).toList()));
        blocks.add(summary(model));
        blocks.add(new Paragraph(say("overlap"), Tone.NOTE));
        return blocks;
    }

    private void warnings(AccountModel model, List<Block> blocks) {
        long stopped = model.runs().stream().filter(run -> !run.complete()).count();
        warnIf(model.cutOff(), "report.warning.cutOff", blocks);
        warnIf(stopped, "report.warning.stopped", blocks);
        warnIf(model.unusableLines(), "report.unread.lines", blocks);
        boolean isAccepted = model.runs().stream()
                .anyMatch(run -> Boolean.TRUE.equals(run.fields().get("unattributableAccepted")));
        if (isAccepted) {
            blocks.add(new Paragraph(say("unattributable"), Tone.WARNING));
        }
    }

    private void warnIf(long count, String key, List<Block> blocks) {
        if (count > 0) {
            blocks.add(new Paragraph(wording.say(key, "count", count), Tone.WARNING));
        }
    }

    private Tile tile(RuleResult rule) {
        return new Tile(
                wording.word("rule", rule.rule()),
                wording.humans().count(rule.findings()),
                wording.say("report.accounts.tile", "accounts", rule.accounts()));
    }

    private Block summary(AccountModel model) {
        Tables table = new Tables(wording, "rules")
                .text("rule")
                .number("found")
                .number("accounts")
                .number("balance")
                .number("excluded");
        for (RuleResult rule : model.rules()) {
            table.row(
                    wording.word("rule", rule.rule()),
                    wording.humans().count(rule.findings()),
                    wording.humans().count(rule.accounts()),
                    rule.accounts() == 0 ? Wording.NONE : wording.humans().value("balance", rule.balance()),
                    wording.humans()
                            .count(rule.outcomes().values().stream()
                                    .mapToLong(Long::longValue)
                                    .sum()));
        }
        return table.block();
    }

    List<Block> leftOut(AccountModel model) {
        List<Block> blocks = new ArrayList<>();
        Tables table =
                new Tables(wording, "left-out").text("rule").text("reason").number("count");
        for (RuleResult rule : model.rules()) {
            rule.outcomes()
                    .forEach((reason, count) -> table.row(
                            wording.word("rule", rule.rule()),
                            wording.word("outcome", reason),
                            wording.humans().count(count)));
        }
        boolean isEmpty = table.block().rows().isEmpty();
        blocks.add(new Paragraph(say(isEmpty ? "left-out.none" : "left-out"), Tone.PLAIN));
        if (!isEmpty) {
            blocks.add(table.block());
        }
        return blocks;
    }

    List<Block> data(AccountModel model) {
        List<Block> blocks = new ArrayList<>();
        Tables table = new Tables(wording, "inputs").text("file").number("size").number("count");
        for (RunSummary run : model.runs()) {
            for (InputSummary input : run.inputs()) {
                table.row(
                        wording.exact(input.file()),
                        wording.humans().bytes(Math.max(0, input.bytes())),
                        wording.humans().count(input.records()));
            }
        }
        blocks.add(table.block());
        counts(blocks, "account-rejects", "reject", sum(model, RunSummary::rejects));
        counts(blocks, "account-counters", "counter", sum(model, RunSummary::counters));
        counts(blocks, "unknown-codes", "code", sum(model, AccountSections::unknownCodes));
        return blocks;
    }

    private static Map<String, Long> unknownCodes(RunSummary run) {
        SortedMap<String, Long> codes = new TreeMap<>();
        if (run.fields().get("unknownCodes") instanceof Map<?, ?> counts) {
            counts.forEach((code, count) ->
                    codes.put(String.valueOf(code), count instanceof Number number ? number.longValue() : 0L));
        }
        return codes;
    }

    private static Map<String, Long> sum(
            AccountModel model, java.util.function.Function<RunSummary, Map<String, Long>> counts) {
        SortedMap<String, Long> sums = new TreeMap<>();
        model.runs().forEach(run -> counts.apply(run).forEach((name, count) -> sums.merge(name, count, Long::sum)));
        return sums;
    }

    private void counts(List<Block> blocks, String name, String family, Map<String, Long> counts) {
        if (!counts.isEmpty()) {
            Tables table = new Tables(wording, name).text("reason").number("count");
            counts.forEach((word, count) ->
                    table.row(wording.word(family, word), wording.humans().count(count)));
            blocks.add(table.block());
        }
    }

    List<Block> method(AccountModel model) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Bullets(
                METHOD.stream().map(name -> say("method." + name)).toList()));
        blocks.add(new Paragraph(say("genuine"), Tone.PLAIN));
        blocks.add(new Block.Bullets(model.digests().stream()
                .map(digest -> "SHA-256 " + wording.exact(digest))
                .toList()));
        return blocks;
    }

    private String say(String key) {
        return wording.say("report.accounts." + key);
    }
}
