package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.report.accounts.AccountModel;
import org.qingyuan.report.circular.Values;

/// The report on accounts as a page: what could not be judged first, then the figures, each rule with its places and
/// its list, what was left out and why, and the method.
public final class AccountPage {
    private static final String[] CHINESE = {
        "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六"
    };

    private final AccountModel model;
    private final Wording wording;
    private final List<Section> sections = new ArrayList<>();

    private AccountPage(AccountModel model, Wording wording) {
        this.model = model;
        this.wording = wording;
    }

    public static Page of(AccountModel model, Wording wording) {
        return new AccountPage(model, wording).page();
    }

    private Page page() {
        AccountSections parts = new AccountSections(wording);
        if (!model.refused().isEmpty()) {
            add("refused", say("section.refused"), parts.refused(model));
        }
        add("figures", say("section.figures"), parts.figures(model));
        RuleSection rules = new RuleSection(wording);
        for (AccountModel.RuleResult rule : model.rules()) {
            if (rule.findings() > 0) {
                String name = rule.rule().substring(rule.rule().indexOf('.') + 1);
                add(name, wording.word("rule", rule.rule()), rules.blocks(rule));
            }
        }
        add("left-out", say("section.left-out"), parts.leftOut(model));
        add("data", say("section.data"), parts.data(model));
        add("method", say("section.method"), parts.method(model));
        return new Page(
                wording.isChinese() ? "zh-CN" : "en",
                say("title"),
                wording.say(
                        "report.accounts.subtitle",
                        "sites",
                        distinct(run -> run.site().isBlank() ? say("unnamed") : wording.site(run.site()))),
                facts(),
                sections,
                List.of(
                        wording.say("report.sign.prepared"),
                        wording.say("report.sign.checked"),
                        wording.say("report.sign.issued"),
                        wording.say("report.sign.date")),
                wording.say("report.accounts.footer", "version", distinct(run -> wording.exact(run.version()))));
    }

    private String say(String key) {
        return wording.say("report.accounts." + key);
    }

    private void add(String anchor, String title, List<Block> blocks) {
        int at = sections.size();
        String number = wording.isChinese() && at < CHINESE.length ? CHINESE[at] + "、" : (at + 1) + ". ";
        String heading = Character.toUpperCase(title.charAt(0)) + title.substring(1);
        sections.add(new Section(anchor, number + heading, blocks));
    }

    private List<Block.Fact> facts() {
        return List.of(
                fact("asOf", distinct(run -> parameter(run, "asOf"))),
                fact("policy", distinct(run -> policy(run, "name") + "@" + policy(run, "version"))),
                fact("sha256", distinct(run -> policy(run, "sha256"))),
                fact("extractedOn", distinct(run -> extract(run, "extractedOn"))),
                fact("transactionsFrom", distinct(run -> extract(run, "transactionsFrom"))),
                fact("version", distinct(run -> wording.exact(run.version()))));
    }

    private Block.Fact fact(String name, String value) {
        return new Block.Fact(say("fact." + name), value);
    }

    private String distinct(Function<RunSummary, String> value) {
        Set<String> texts = new LinkedHashSet<>();
        model.runs().forEach(run -> texts.add(value.apply(run)));
        return texts.isEmpty() ? wording.say("report.unknown") : wording.list(List.copyOf(texts));
    }

    private String parameter(RunSummary run, String name) {
        return known(new Values(run.parameters()).at(name));
    }

    private String policy(RunSummary run, String name) {
        return known(new Values(run.parameters()).at("policy", name));
    }

    private String extract(RunSummary run, String name) {
        return known(new Values(run.fields()).at("extract", name));
    }

    private String known(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? wording.say("report.unknown") : wording.exact(value.toString());
    }
}
