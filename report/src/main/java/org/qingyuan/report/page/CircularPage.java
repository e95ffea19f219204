package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.qingyuan.finding.Moment;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.CircularModel.Header;

/// The circular as a page, in the order in which an office reads: what, how much, whose, then the proof.
public final class CircularPage {
    private static final String[] CHINESE = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四"};

    private final Wording wording;
    private final List<Section> sections = new ArrayList<>();

    private CircularPage(Wording wording) {
        this.wording = wording;
    }

    public static Page of(CircularModel model, Wording wording) {
        return new CircularPage(wording).page(model);
    }

    private Page page(CircularModel model) {
        add("figures", new FigureSection(wording).blocks(model));
        add("window", new WindowSection(wording).blocks(model));
        add("energy", new EnergySection(wording).blocks(model));
        add("holders", new HolderSection(wording).blocks(model));
        add("coins", new CoinSection(wording).blocks(model));
        add("time", new TimeSection(wording).blocks(model));
        add("consistency", new ConsistencySection(wording).blocks(model));
        add("sessions", new SessionSection(wording).blocks(model));
        add("unconfirmed", new UnconfirmedSection(wording).blocks(model));
        add("unread", new UnreadSection(wording).blocks(model));
        add("method", new MethodSection(wording).blocks(model));
        add("genuine", new GenuineSection(wording).blocks(model));
        return new Page(
                wording.isChinese() ? "zh-CN" : "en",
                wording.say("report.title"),
                wording.say("report.subtitle", "sites", sites(model.header())),
                facts(model.header()),
                sections,
                List.of(
                        wording.say("report.sign.prepared"),
                        wording.say("report.sign.checked"),
                        wording.say("report.sign.issued"),
                        wording.say("report.sign.date")),
                wording.say("report.footer", "version", versions(model.header())));
    }

    private void add(String name, List<Block> blocks) {
        String number = wording.isChinese() ? CHINESE[sections.size()] + "、" : (sections.size() + 1) + ". ";
        sections.add(new Section(name, number + wording.say("report.section." + name), blocks));
    }

    private List<Block.Fact> facts(Header header) {
        return List.of(
                fact("site", sites(header)),
                fact("days", days(header)),
                fact("language", wording.say("report.language")),
                fact("registry", registries(header)),
                fact("policy", wording.say("report.policy.none")),
                fact("version", versions(header)));
    }

    private Block.Fact fact(String name, String value) {
        return new Block.Fact(wording.say("report.fact." + name), value);
    }

    private String sites(Header header) {
        return header.sites().isEmpty()
                ? wording.site("")
                : wording.list(header.sites().stream().map(wording::site).toList());
    }

    private String days(Header header) {
        if (header.firstDay() == null || header.lastDay() == null) {
            return wording.say("report.days.none");
        }
        Moment.On from = new Moment.On(header.firstDay());
        Moment.On to = new Moment.On(header.lastDay());
        String zone = header.zone().getId();
        return from.equals(to)
                ? wording.say("report.day", Wording.with("day", from, "zone", zone))
                : wording.say("report.days", Wording.with("from", from, "to", to, "zone", zone));
    }

    private String registries(Header header) {
        List<String> texts = header.registries().stream()
                .map(fingerprint ->
                        fingerprint.equals("none") ? wording.say("report.registry.none") : wording.exact(fingerprint))
                .toList();
        return texts.isEmpty() ? wording.say("report.unknown") : wording.list(texts);
    }

    private String versions(Header header) {
        return header.versions().isEmpty()
                ? wording.say("report.unknown")
                : wording.list(header.versions().stream().map(wording::exact).toList());
    }
}
