package org.qingyuan.report.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.report.casework.CampaignCount;
import org.qingyuan.report.casework.CampaignCount.Tally;
import org.qingyuan.report.page.Block.Paragraph;
import org.qingyuan.report.page.Block.Tile;
import org.qingyuan.report.page.Block.Tone;

/// The report of a campaign as a page: how far it came, by region, kind and organisation, the list of its cases, and
/// how
/// it can be checked.
public final class CampaignPage {
    private final CampaignCount.Model model;
    private final Wording wording;

    private CampaignPage(CampaignCount.Model model, Wording wording) {
        this.model = model;
        this.wording = wording;
    }

    /// @param at when it was made; the cases are those of that moment
    /// @param version of the program
    public static Page of(CampaignCount.Model model, Instant at, String version, Wording wording) {
        return new CampaignPage(model, wording).page(at, version);
    }

    private Page page(Instant at, String version) {
        List<Section> sections = new ArrayList<>();
        add(sections, "figures", figures());
        add(sections, "groups", groups());
        add(sections, "cases", cases());
        add(sections, "method", method());
        return new Page(
                wording.isChinese() ? "zh-CN" : "en",
                say("title"),
                wording.exact(model.campaign().name()),
                List.of(
                        fact("campaign", wording.exact(model.campaign().name())),
                        fact("policy", wording.exact(model.campaign().policy())),
                        fact("made", wording.instant(at)),
                        fact("zone", wording.exact(model.campaign().zone().getId())),
                        fact("version", wording.exact(version))),
                sections,
                List.of(
                        wording.say("report.sign.prepared"),
                        wording.say("report.sign.checked"),
                        wording.say("report.sign.issued"),
                        wording.say("report.sign.date")),
                wording.say("report.campaign.footer", "version", wording.exact(version)));
    }

    private void add(List<Section> sections, String name, List<Block> blocks) {
        String number = wording.isChinese() ? "一二三四".charAt(sections.size()) + "、" : (sections.size() + 1) + ". ";
        sections.add(new Section(name, number + say("section." + name), blocks));
    }

    private Block.Fact fact(String name, String value) {
        return new Block.Fact(say("fact." + name), value);
    }

    private String say(String key) {
        return wording.say("report.campaign." + key);
    }

    private List<Block> figures() {
        List<Block> blocks = new ArrayList<>();
        if (model.isSingleUser()) {
            blocks.add(new Paragraph(wording.say("case.story.single-user"), Tone.WARNING));
        }
        blocks.add(new Paragraph(wording.say("report.campaign.sentence", counts(model.all())), Tone.PLAIN));
        blocks.add(new Block.Tiles(tiles()));
        Tables table = new Tables(wording, "case-states").text("state").number("cases");
        for (State state : State.values()) {
            Long count = model.states().get(state);
            if (count != null) {
                table.row(
                        wording.word("case-state", state.word()),
                        wording.humans().count(count));
            }
        }
        blocks.add(table.block());
        return blocks;
    }

    private List<Tile> tiles() {
        List<Tile> tiles = new ArrayList<>(List.of(
                tile("found", model.all().found()),
                tile("checked", model.all().checked()),
                tile("confirmed", model.all().confirmed()),
                tile("dismissed", model.all().dismissed()),
                tile("cleared", model.all().cleared()),
                tile("recurred", model.all().recurred()),
                tile("notices", model.notices()),
                new Tile(say("tile.meanOpen"), days(model.meanOpen()), "")));
        if (model.campaign().kind() == Kind.MINING) {
            long units = model.organisations().stream()
                    .filter(each -> !each.name().isEmpty() && each.confirmed() > 0)
                    .count();
            tiles.add(3, tile("units", units));
        }
        return tiles;
    }

    private Map<String, Object> counts(Tally tally) {
        return Wording.with(
                "found", tally.found(),
                "checked", tally.checked(),
                "confirmed", tally.confirmed(),
                "cleared", tally.cleared(),
                "recurred", tally.recurred());
    }

    private Tile tile(String name, long count) {
        return new Tile(say("tile." + name), wording.humans().count(count), "");
    }

    private String days(@Nullable Duration open) {
        return open == null
                ? Wording.NONE
                : wording.say("report.campaign.days", "number", wording.humans().number(open.toMinutes() / 1440.0));
    }

    private List<Block> groups() {
        List<Block> blocks = new ArrayList<>();
        boolean isMining = model.campaign().kind() == Kind.MINING;
        UnaryOperator<String> area = isMining ? wording::region : wording::exact;
        blocks.add(table(
                isMining ? "regions" : "case-entities", isMining ? "region" : "legalEntity", model.areas(), area));
        if (isMining) {
            blocks.add(table("case-kinds", "kind", model.kinds(), kind -> wording.word("kind", kind)));
            blocks.add(table("organisations", "organisation", model.organisations(), wording::outside));
        }
        return blocks;
    }

    private Block table(String caption, String column, List<Tally> tallies, UnaryOperator<String> name) {
        Tables table = new Tables(wording, caption)
                .text(column)
                .number("cases")
                .number("checked")
                .number("confirmed")
                .number("cleared")
                .number("clearanceRate")
                .number("recurred");
        for (Tally tally : tallies) {
            table.row(
                    tally.name().isEmpty() ? wording.say("report.unregistered") : name.apply(tally.name()),
                    wording.humans().count(tally.found()),
                    wording.humans().count(tally.checked()),
                    wording.humans().count(tally.confirmed()),
                    wording.humans().count(tally.cleared()),
                    wording.share(tally.cleared(), tally.confirmed()),
                    wording.humans().count(tally.recurred()));
        }
        return table.block();
    }

    private List<Block> cases() {
        Tables table = new Tables(wording, "cases")
                .handle("case")
                .text("subject")
                .text("organisation")
                .text("state")
                .text("opened")
                .text("closed");
        for (CampaignCount.Line line : model.lines()) {
            table.row(
                    wording.exact(line.file().head().id().substring(0, 8)),
                    wording.exact(line.file().head().subject().id()),
                    line.file().head().organisationName().isEmpty()
                            ? Wording.NONE
                            : wording.outside(line.file().head().organisationName()),
                    wording.word("case-state", line.file().status().state().word()),
                    wording.instant(line.file().head().openedAt()),
                    line.closedAt() == null ? Wording.NONE : wording.instant(line.closedAt()));
        }
        return List.of(table.block());
    }

    private List<Block> method() {
        return List.of(
                new Block.Bullets(List.of(
                        say("method.found"),
                        say("method.confirmed"),
                        say("method.cleared"),
                        say("method.mean"),
                        say("method.masking"))),
                new Paragraph(
                        wording.say(
                                "report.campaign.log",
                                Wording.with(
                                        "count", model.head().number(),
                                        "hash", wording.exact(model.head().hash()))),
                        Tone.NOTE));
    }
}
