package org.qingyuan.report.page;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.Power;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Evidence;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Moment;
import org.qingyuan.finding.Summary;
import org.qingyuan.output.Humans;
import org.qingyuan.output.Language;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.circular.CityCode;

/// How things are said in one language.
public final class Wording {
    /// What stands where there is nothing to say.
    static final String NONE = "—";

    private static final String[] PREFIXES = {"", "k", "M", "G", "T", "P", "E"};

    private final Messages messages;
    private final Humans humans;
    private final Regions regions;
    private final Masking masking;

    public Wording(Messages messages, Regions regions) {
        this.messages = messages;
        this.humans = messages.humans();
        this.regions = regions;
        this.masking = Masking.forPeople(false);
    }

    public boolean isChinese() {
        return messages.language() == Language.ZH;
    }

    public Humans humans() {
        return humans;
    }

    public Masking masking() {
        return masking;
    }

    /// A sentence without values.
    public String say(String key) {
        return messages.text(key);
    }

    /// A sentence with values; texts among them must come from [#outside] or from here.
    public String say(String key, String name, Object value) {
        return messages.text(key, Map.of(name, value));
    }

    public String say(String key, Map<String, ?> values) {
        return messages.text(key, values);
    }

    /// Values by name, in pairs.
    static Map<String, Object> with(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    /// A word of ours.
    public String word(String family, String word) {
        return outside(messages.word(family, word));
    }

    /// What an observed fact is; `evidence.share-accepted` with its details.
    public String evidence(Evidence piece) {
        String key = "evidence." + piece.what();
        return messages.has(key) ? messages.text(key, piece.details()) : exact(piece.what());
    }

    /// What would show a finding wrong; takes the key with and without its family.
    public String refutation(String key) {
        String full = key.startsWith("refuted.") ? key : "refuted." + key;
        return messages.has(full) ? messages.text(full) : exact(key);
    }

    /// The sentence of a finding, or nothing where it has none.
    public String summary(Summary summary) {
        String key = summary.key().startsWith("finding.") ? summary.key() : "finding." + summary.key();
        return messages.has(key) ? messages.text(key, summary.arguments()) : "";
    }

    /// Text from outside, masked and with control characters shown.
    public String outside(String text) {
        return humans.value("text", masking.text(text));
    }

    /// Text from outside that is a pointer or a handle and never masked here.
    public String exact(String text) {
        return humans.value("text", text);
    }

    public String estimate(@Nullable Estimate estimate) {
        return estimate == null ? NONE : humans.estimate(estimate);
    }

    /// kWh a day of mean watts.
    public String energyPerDay(@Nullable Estimate watts) {
        return watts == null ? NONE : estimate(Power.energyPerDay(watts));
    }

    public String instant(Instant instant) {
        return humans.moment(new Moment.At(instant, false));
    }

    /// How long: hours where it is more than two, else minutes, else seconds.
    public String duration(double seconds) {
        String unit = seconds >= 7200 ? "hours" : seconds >= 120 ? "minutes" : "seconds";
        double per = seconds >= 7200 ? 3600 : seconds >= 120 ? 60 : 1;
        return say("report.duration." + unit, "number", humans.number(seconds / per));
    }

    public String megabits(long bytes, double seconds) {
        return seconds > 0 ? humans.number(bytes * 8 / seconds / 1e6) + " Mbit/s" : NONE;
    }

    public String share(long part, long whole) {
        return whole == 0 ? NONE : humans.percent((double) part / whole);
    }

    /// Name of an organisation in this language.
    public String organisation(@Nullable Holder holder) {
        if (holder == null) {
            return say("report.unregistered");
        }
        String english = holder.nameEn();
        return exact(isChinese() || english == null || english.isBlank() ? holder.name() : english);
    }

    /// Name of a region with its province, `江苏省苏州市`; of its city where a county has no name here, the code
    /// where that is unknown too.
    public String region(String code) {
        if (code.isEmpty()) {
            return say("report.unregistered");
        }
        String name = isChinese() ? regions.name(code) : regions.nameEn(code);
        if (name == null) {
            String city = CityCode.of(code);
            return city.equals(code) ? exact(code) : region(city);
        }
        String parent = regions.parent(code);
        String above = parent == null ? null : isChinese() ? regions.name(parent) : regions.nameEn(parent);
        return exact(above == null ? name : isChinese() ? above + name : name + ", " + above);
    }

    public String site(String site) {
        return site.isBlank() ? say("report.site.blank") : outside(site);
    }

    /// Joins texts as the language does.
    public String list(List<String> texts) {
        return texts.isEmpty() ? NONE : String.join(isChinese() ? "、" : ", ", texts);
    }

    /// Energy per hash in the unit that the field uses for `typical`: J/TH, J/MH, J/kH.
    public String joulesPer(double joules, double typical, String unit) {
        int prefix = 0;
        while (prefix < PREFIXES.length - 1 && typical * Math.pow(1000, prefix + 1) < 1000) {
            prefix++;
        }
        return humans.number(joules * Math.pow(1000, prefix)) + " J/" + PREFIXES[prefix] + unit;
    }
}
