package org.qingyuan.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.notice.LetterWords;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.output.Language;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.Measure;

/// What letters say, from the message files. What names an account or a person is masked.
public final class CaseWords implements LetterWords {
    private static final int LISTED = 4;

    private final Map<Language, Messages> messages = new EnumMap<>(Language.class);
    private final ZoneId zone;
    private final Masking masking = Masking.forPeople(false);

    /// @param zone in which times are shown
    public CaseWords(ZoneId zone) {
        this.zone = zone;
        for (Language language : Language.values()) {
            messages.put(language, Messages.load(language, zone));
        }
    }

    private Messages in(String language) {
        return Objects.requireNonNull(messages.get(language.equals("en") ? Language.EN : Language.ZH));
    }

    private Finding masked(KeptFinding finding) {
        return masking.mask(ResultReader.finding(finding.line()));
    }

    @Override
    public String subject(CaseFile file, KeptFinding leading, String language) {
        Finding finding = masked(leading);
        Object account = finding.summary().arguments().get("account");
        return account instanceof String text ? text : finding.subject().id();
    }

    @Override
    public String finding(KeptFinding leading, String language) {
        return in(language).text(masked(leading).summary());
    }

    @Override
    public String reported(String language) {
        return in(language).text("case.reported");
    }

    @Override
    public String moment(String moment, String language) {
        return in(language).humans().moment(Moment.parse(moment));
    }

    @Override
    public String day(LocalDate day, String language) {
        return in(language).humans().moment(new Moment.On(day));
    }

    @Override
    public String proposed(KeptFinding leading, List<Measure> measures, String language) {
        Object proposed = ResultReader.finding(leading.line()).fields().get("proposed");
        return proposed instanceof String word ? in(language).word("proposed", word) : measures(measures, language);
    }

    @Override
    public String unanswered(String language) {
        return in(language).text("case.unanswered");
    }

    @Override
    public String outcome(Step step, List<Measure> measures, String language) {
        Instant moved = step.instant(Detail.OCCURRED_AT);
        return in(language)
                .text(
                        "case.outcome." + step.event().word(),
                        Map.of(
                                "measures",
                                measures(measures, language),
                                "moved",
                                moved == null ? "" : in(language).humans().moment(new Moment.On(day(moved)))));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    @Override
    public String measures(List<Measure> measures, String language) {
        boolean isEnglish = language.equals("en");
        return measures.stream()
                .map(measure ->
                        isEnglish ? measure.title().en() : measure.title().zh())
                .collect(Collectors.joining(isEnglish ? ", " : "、"));
    }

    @Override
    public String approval(boolean isSingleUser, String language) {
        return in(language).text(isSingleUser ? "case.approval.single" : "case.approval.four-eyes");
    }

    @Override
    public String listed(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    @Override
    public String listedSubject(String subject) {
        int shown = Math.min(LISTED, subject.length());
        return subject.startsWith("…") ? subject : "…" + subject.substring(subject.length() - shown);
    }

    @Override
    public String rule(KeptFinding leading, String language) {
        return in(language).word("rule", leading.rule());
    }

    @Override
    public String unnamed(String language) {
        return in(language).text("case.unnamed");
    }
}
