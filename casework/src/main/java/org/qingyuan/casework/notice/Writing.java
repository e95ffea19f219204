package org.qingyuan.casework.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.IdSource;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.Clocks;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Channel;
import org.qingyuan.policy.Letter;
import org.qingyuan.policy.LetterField;
import org.qingyuan.policy.Measure;

/// Fills the letters of a standard with what a case says.
final class Writing {
    private static final int CODE_DIGITS = 8;
    private static final int LOOKED_AT = 1000;

    private final CaseDesk desk;
    private final IdSource ids;
    private final LetterWords words;

    Writing(CaseDesk desk, IdSource ids, LetterWords words) {
        this.desk = desk;
        this.ids = ids;
        this.words = words;
    }

    /// One letter.
    ///
    /// @param at when it is written
    /// @param told when the party was told first
    /// @param deadline the last day to answer, or to appeal
    /// @param step what was decided, `null` for a notice
    /// @param code to compare at the counter, blank where the letter has one of its own
    record Occasion(
            NoticeLetter kind,
            Channel channel,
            Instant at,
            Instant told,
            LocalDate deadline,
            @Nullable Decided step,
            String code) {}

    /// What a letter says of a decision.
    ///
    /// @param measures words of the standard, with commas; blank where there are none
    record Decided(Step step, String measures) {}

    Notice write(CaseReader reader, CaseFile file, Addressee addressee, Occasion occasion) {
        CaseRules rules = desk.rules(file);
        Letter letter = occasion.kind().of(file, rules, occasion.channel());
        String code = occasion.code().isEmpty()
                ? ids.next().substring(0, CODE_DIGITS).toUpperCase(Locale.ROOT)
                : occasion.code();
        Map<String, String> values = values(reader, file, addressee, occasion, code);
        String language = addressee.language();
        return new Notice(
                ids.next(),
                file.head().id(),
                Notice.State.WRITTEN,
                letter.word(),
                occasion.channel(),
                language,
                values.getOrDefault(LetterField.RECIPIENT.word(), ""),
                to(addressee, occasion.channel()),
                code,
                occasion.deadline().toString(),
                letter.text(language, values),
                occasion.at().toString());
    }

    /// The text of an announcement.
    ///
    /// @param list stands where the list goes
    String announcement(Campaign campaign, Announcement announcement, String list, String language) {
        CaseRules rules = desk.rules(campaign.policy());
        LocalDate day = new Clocks(rules, campaign.zone()).day(Instant.parse(announcement.madeAt()));
        LocalDate deadline = LocalDate.parse(announcement.deadline());
        List<Measure> measures = rules.measures(day).stream()
                .filter(measure -> rules.actions().containsValue(measure.word()))
                .toList();
        Values values = new Values();
        values.put(LetterField.CAMPAIGN, campaign.name());
        values.put(LetterField.POLICY, campaign.policy());
        values.put(LetterField.LETTER_DATE, words.day(day, language));
        values.put(LetterField.DAYS, Integer.toString(announcement.days()));
        values.put(LetterField.DEADLINE, words.day(deadline, language));
        values.put(LetterField.APPEAL_DEADLINE, words.day(deadline, language));
        values.put(LetterField.APPROVAL, words.approval(desk.store().isSingleUser(), language));
        values.put(LetterField.GENUINE_CODE, announcement.code());
        values.put(LetterField.LIST, list);
        values.put(LetterField.LIST_COUNT, Long.toString(announcement.cases()));
        values.put(LetterField.LEGAL_BASIS, legalBasis(measures, language));
        office(values, campaign.office());
        return rules.letter(Channel.ANNOUNCEMENT.word()).text(language, values.all);
    }

    private static String to(Addressee addressee, Channel channel) {
        return switch (channel) {
            case SMS -> addressee.contact().phone();
            case EMAIL -> addressee.contact().email();
            case LETTER, UNIT_LETTER -> addressee.contact().address();
            case ANNOUNCEMENT, HALL -> "";
        };
    }

    private Map<String, String> values(
            CaseReader reader, CaseFile file, Addressee addressee, Occasion occasion, String code) {
        Campaign campaign = desk.campaign(reader, file.head().campaign());
        String language = addressee.language();
        Clocks clocks = desk.clocks(reader, file);
        LocalDate day = clocks.day(occasion.at());
        LocalDate told = clocks.day(occasion.told());
        Values values = new Values();
        values.put(
                LetterField.RECIPIENT,
                addressee.contact().name().isEmpty()
                        ? words.unnamed(language)
                        : addressee.contact().name());
        values.put(LetterField.LETTER_DATE, words.day(day, language));
        values.put(LetterField.CASE_ID, file.head().id());
        values.put(LetterField.CAMPAIGN, campaign.name());
        values.put(LetterField.POLICY, file.status().policy());
        values.put(LetterField.DAYS, Long.toString(ChronoUnit.DAYS.between(told, occasion.deadline())));
        values.put(LetterField.DAYS_LEFT, Long.toString(ChronoUnit.DAYS.between(day, occasion.deadline())));
        values.put(LetterField.DEADLINE, words.day(occasion.deadline(), language));
        values.put(LetterField.APPEAL_DEADLINE, words.day(occasion.deadline(), language));
        values.put(LetterField.NOTICE_DATE, words.day(told, language));
        values.put(LetterField.APPROVAL, words.approval(desk.store().isSingleUser(), language));
        values.put(LetterField.GENUINE_CODE, code);
        office(values, campaign.office());
        Decided decided = occasion.step();
        List<Measure> measures = decided == null ? measures(file, day) : measures(file, decided.measures(), day);
        found(values, reader, file, measures, language);
        if (decided != null) {
            values.put(LetterField.MEASURE, words.measures(measures, language));
            values.put(LetterField.MEASURE_FROM, words.day(day, language));
            values.put(
                    LetterField.REASON,
                    decided.step().has(Detail.BATCH)
                            ? words.unanswered(language)
                            : decided.step().reason());
            values.put(LetterField.OUTCOME, words.outcome(decided.step(), measures, language));
        }
        return values.all;
    }

    private static void office(Values values, Campaign.Office office) {
        values.put(LetterField.OFFICE, office.name());
        values.put(LetterField.OFFICE_PHONE, office.phone());
        values.put(LetterField.OFFICE_ADDRESS, office.address());
        values.put(LetterField.OFFICE_HOURS, office.hours());
        values.put(LetterField.APPEAL_OFFICE, office.appeals().isEmpty() ? office.name() : office.appeals());
    }

    /// Those that were decided, in the text in force on the day.
    private List<Measure> measures(CaseFile file, String decided, LocalDate day) {
        return Stream.of(decided.split(","))
                .flatMap(word -> desk.rules(file).measure(word, day).stream())
                .toList();
    }

    /// What would be done if nobody answered: the first measure of the standard that can be taken in this case on that
    /// day. A notice does not threaten with all that could follow; of accounts what the finding proposes is said.
    private List<Measure> measures(CaseFile file, LocalDate day) {
        return desk.rules(file).measures(day).stream()
                .filter(measure -> measure.appliesToKind(file.head().organisationKind()))
                .limit(file.head().kind() == Kind.MINING ? 1 : Long.MAX_VALUE)
                .toList();
    }

    private void found(Values values, CaseReader reader, CaseFile file, List<Measure> measures, String language) {
        values.put(LetterField.LEGAL_BASIS, legalBasis(measures, language));
        values.put(LetterField.LIST_COUNT, "1");
        List<KeptFinding> findings = reader.findings(file.head().id(), LOOKED_AT);
        if (findings.isEmpty()) {
            reported(values, desk.clocks(reader, file), file, measures, language);
        } else {
            found(values, findings, file, measures, language);
        }
    }

    /// Behind a case that a person reported there may be no finding. Who it was is not said.
    private void reported(Values values, Clocks clocks, CaseFile file, List<Measure> measures, String language) {
        String subject = file.head().kind() == Kind.MINING
                ? file.head().subject().id()
                : file.head().id();
        String day = words.day(clocks.day(file.head().openedAt()), language);
        values.put(LetterField.SUBJECT, subject);
        values.put(LetterField.FINDING, words.reported(language));
        values.put(LetterField.FIRST_SEEN, day);
        values.put(LetterField.LAST_SEEN, day);
        values.put(LetterField.PROPOSED, words.measures(measures, language));
        values.put(LetterField.LIST, subject);
    }

    private void found(
            Values values, List<KeptFinding> findings, CaseFile file, List<Measure> measures, String language) {
        KeptFinding leading =
                findings.stream().filter(KeptFinding::opens).findFirst().orElseGet(findings::getFirst);
        String last = findings.stream()
                .map(each -> each.end().text())
                .max(String::compareTo)
                .orElseThrow();
        values.put(LetterField.SUBJECT, words.subject(file, leading, language));
        values.put(LetterField.FINDING, words.finding(leading, language));
        values.put(
                LetterField.FIRST_SEEN, words.moment(findings.getFirst().start().text(), language));
        values.put(LetterField.LAST_SEEN, words.moment(last, language));
        values.put(LetterField.PROPOSED, words.proposed(leading, measures, language));
        values.put(LetterField.LIST, words.subject(file, leading, language));
    }

    private static String legalBasis(List<Measure> measures, String language) {
        return measures.stream()
                .map(measure -> language.equals("en")
                        ? measure.legalBasis().en()
                        : measure.legalBasis().zh())
                .distinct()
                .collect(Collectors.joining(language.equals("en") ? "; " : "；"));
    }

    /// Values of a letter by name.
    private record Values(Map<String, String> all) {
        Values() {
            this(new LinkedHashMap<>());
        }

        void put(LetterField field, String value) {
            all.put(field.word(), value);
        }
    }
}
