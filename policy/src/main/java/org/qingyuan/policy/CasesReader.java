package org.qingyuan.policy;

import static org.qingyuan.policy.YamlValue.required;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;

/// Reads `cases.yaml` with what belongs to it, `letters/` and `holidays.csv`, as strictly as `policy.yaml` is read but
/// section by section: a mistake in one does not hide those of the others.
final class CasesReader {
    static final String FILE = "cases.yaml";
    static final String HOLIDAYS = "holidays.csv";

    private static final List<String> FIELDS = List.of(
            "kind", "opens", "attaches", "notice", "times", "measures", "requests", "actions", "letters", "holidays");
    private static final List<String> TIMES = List.of(
            "overdueEscalationDays",
            "restDays",
            "interimDays",
            "watchDays",
            "checkDays",
            "approvalDays",
            "executionDays");
    private static final List<String> NOTICE =
            List.of("minDays", "maxDays", "days", "counting", "reminderLeadDays", "channels");
    private static final Pattern KIND = Pattern.compile(CaseRules.MINING + "|" + CaseRules.ACCOUNTS);
    private static final int MAX_INTERIM_DAYS = 7;
    private static final int MAX_LETTERS = 100;

    private final PackFiles files;
    private final Problems problems;
    private final YamlValue root;
    private final Map<String, YamlValue> members;

    private CasesReader(PackFiles files, Problems problems, YamlValue root) {
        this.files = files;
        this.problems = problems;
        this.root = root;
        this.members = root.members(FIELDS);
    }

    /// What the pack says of cases; empty when it has no such file, or when anything in it is wrong, which is then
    /// among
    /// the problems.
    static Optional<CaseRules> read(PackFiles files, Problems problems) {
        int known = problems.count();
        Optional<CaseRules> rules = problems.read(Optional.empty(), () -> readFile(files, problems));
        return problems.count() > known ? Optional.empty() : rules;
    }

    private static Optional<CaseRules> readFile(PackFiles files, Problems problems) {
        String yaml = files.text(FILE);
        if (yaml == null) {
            new LetterReader(files, problems).refuseOthers(Set.of());
            if (files.has(HOLIDAYS)) {
                problems.add(files.label(HOLIDAYS), 0, RejectReason.UNKNOWN_FIELD, FILE);
            }
            return Optional.empty();
        }
        return new CasesReader(files, problems, YamlValue.parse(files.label(FILE), yaml)).rules();
    }

    private Optional<CaseRules> rules() {
        String kind = problems.read("", () -> field("kind").matching(KIND));
        List<String> opens = problems.read(List.of(), () -> ruleNames("opens", kind));
        List<String> attaches = problems.read(List.of(), () -> ruleNames("attaches", kind));
        problems.read(true, () -> opensSomething(opens, attaches));
        Optional<NoticeTerms> notice = problems.read(Optional.empty(), () -> Optional.of(notice()));
        Map<String, Integer> times = problems.read(Map.of(), this::times);
        List<Measure> measures =
                problems.read(List.of(), () -> new MeasureReader(problems, kind).measures(field("measures")));
        Map<String, List<Condition>> requests = problems.read(Map.of(), () -> requests(measures));
        Map<String, String> actions = problems.read(Map.of(), () -> actions(measures));
        List<Letter> letters = problems.read(List.of(), () -> letters(kind, notice));
        Holidays holidays = problems.read(Holidays.NONE, this::holidays);
        problems.read(true, () -> canCount(notice));
        if (notice.isEmpty() || times.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CaseRules(
                kind,
                opens,
                attaches,
                notice.get(),
                times.getOrDefault("overdueEscalationDays", 0),
                times.getOrDefault("restDays", 0),
                times.getOrDefault("interimDays", 0),
                times.getOrDefault("watchDays", 0),
                times.getOrDefault("checkDays", 0),
                times.getOrDefault("approvalDays", 0),
                times.getOrDefault("executionDays", 0),
                measures,
                requests,
                actions,
                letters,
                holidays));
    }

    private YamlValue field(String name) {
        return required(root, members, name);
    }

    private List<String> ruleNames(String field, String kind) {
        Pattern pattern = Pattern.compile(Pattern.quote(kind) + "\\.[a-z][a-z-]{0,63}");
        return field(field).distinct(YamlValue.shape(pattern));
    }

    private boolean opensSomething(List<String> opens, List<String> attaches) {
        if (opens.isEmpty()) {
            throw field("opens").bad(RejectReason.BLANK_VALUE, "");
        }
        for (String rule : attaches) {
            if (opens.contains(rule)) {
                throw field("attaches").bad(RejectReason.REPEATED_ID, rule);
            }
        }
        return true;
    }

    private NoticeTerms notice() {
        YamlValue value = field("notice");
        Map<String, YamlValue> parts = value.members(NOTICE);
        List<Integer> leads = required(value, parts, "reminderLeadDays").elements().stream()
                .map(element -> element.number(1, NoticeTerms.MAX_DAYS))
                .toList();
        List<Channel> channels = required(value, parts, "channels").elements().stream()
                .map(element -> element.read(RejectReason.BAD_VALUE, Channel::from))
                .toList();
        int minDays = required(value, parts, "minDays").number(1, NoticeTerms.MAX_DAYS);
        int maxDays = required(value, parts, "maxDays").number(minDays, NoticeTerms.MAX_DAYS);
        int days = required(value, parts, "days").number(minDays, maxDays);
        DayCount counting = required(value, parts, "counting").row(DayCount.values(), DayCount::word);
        try {
            return new NoticeTerms(minDays, maxDays, days, counting, leads, channels);
        } catch (IllegalArgumentException e) {
            throw value.bad(RejectReason.BAD_VALUE, String.valueOf(e.getMessage()));
        }
    }

    private Map<String, Integer> times() {
        YamlValue value = field("times");
        Map<String, YamlValue> parts = value.members(TIMES);
        Map<String, Integer> times = new LinkedHashMap<>();
        for (String name : TIMES) {
            int most = name.equals("interimDays") ? MAX_INTERIM_DAYS : NoticeTerms.MAX_DAYS;
            times.put(name, required(value, parts, name).number(1, most));
        }
        return times;
    }

    private Map<String, List<Condition>> requests(List<Measure> measures) {
        Map<String, List<Condition>> requests = new LinkedHashMap<>();
        optional("requests").forEach((word, conditions) -> {
            checkMeasure(conditions, word, measures);
            requests.put(
                    word,
                    conditions.elements().stream()
                            .map(element -> element.read(RejectReason.BAD_VALUE, Condition::from))
                            .distinct()
                            .toList());
        });
        return requests;
    }

    private Map<String, String> actions(List<Measure> measures) {
        Map<String, String> actions = new LinkedHashMap<>();
        optional("actions").forEach((proposed, measure) -> {
            measure.checkName(PolicyReader.NAME, proposed);
            checkMeasure(measure, measure.text(), measures);
            actions.put(proposed, measure.text());
        });
        return actions;
    }

    private Map<String, YamlValue> optional(String name) {
        YamlValue value = members.get(name);
        return value == null ? Map.of() : value.members(null);
    }

    /// Where measures could not be read, that alone is said.
    private static void checkMeasure(YamlValue value, String word, List<Measure> measures) {
        if (!measures.isEmpty()
                && measures.stream().noneMatch(measure -> measure.word().equals(word))) {
            throw value.bad(RejectReason.UNKNOWN_VALUE, word);
        }
    }

    private List<Letter> letters(String kind, Optional<NoticeTerms> notice) {
        YamlValue value = field("letters");
        Map<String, YamlValue> words = value.members(null);
        if (words.size() > MAX_LETTERS) {
            throw value.bad(RejectReason.BAD_STRUCTURE, "> " + MAX_LETTERS);
        }
        LetterReader reader = new LetterReader(files, problems);
        List<Letter> letters = new ArrayList<>();
        words.forEach((word, channel) -> {
            channel.checkName(PolicyReader.NAME, word);
            letters.add(reader.letter(word, channel.read(RejectReason.BAD_VALUE, Channel::from)));
        });
        reader.refuseOthers(words.keySet());
        for (String word : CaseRules.requiredLetters(kind)) {
            if (!words.containsKey(word)) {
                problems.add(value.bad(RejectReason.BLANK_VALUE, word));
            }
        }
        notice.ifPresent(terms -> terms.channels().stream()
                .filter(channel -> letters.stream().noneMatch(letter -> letter.channel() == channel))
                .forEach(channel -> problems.add(value.bad(RejectReason.BLANK_VALUE, channel.word()))));
        return letters;
    }

    private Holidays holidays() {
        YamlValue value = members.get("holidays");
        String table = files.text(HOLIDAYS);
        if (value == null || table == null) {
            return withoutTable(value, table);
        }
        Map<String, YamlValue> years = value.members(List.of("firstYear", "lastYear"));
        int firstYear = required(value, years, "firstYear").number(1900, 2999);
        int lastYear = required(value, years, "lastYear").number(firstYear, 2999);
        return HolidayReader.read(files.label(HOLIDAYS), table, firstYear, lastYear, problems);
    }

    private Holidays withoutTable(@Nullable YamlValue value, @Nullable String table) {
        if (value != null) {
            throw value.bad(RejectReason.BLANK_VALUE, HOLIDAYS);
        }
        if (table != null) {
            throw root.bad(RejectReason.BLANK_VALUE, "holidays");
        }
        return Holidays.NONE;
    }

    private boolean canCount(Optional<NoticeTerms> notice) {
        if (notice.isPresent() && notice.get().counting() == DayCount.WORKING && !files.has(HOLIDAYS)) {
            throw field("notice").bad(RejectReason.BLANK_VALUE, HOLIDAYS);
        }
        return true;
    }
}
