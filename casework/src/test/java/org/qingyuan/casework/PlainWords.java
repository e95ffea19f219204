package org.qingyuan.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.notice.LetterWords;
import org.qingyuan.policy.Measure;

/// Says things in a form that a test can tell apart.
public final class PlainWords implements LetterWords {
    @Override
    public String subject(CaseFile file, KeptFinding leading, String language) {
        return file.head().subject().id();
    }

    @Override
    public String finding(KeptFinding leading, String language) {
        return language + " " + leading.rule() + " " + leading.id();
    }

    @Override
    public String reported(String language) {
        return language + " reported";
    }

    @Override
    public String moment(String moment, String language) {
        return moment;
    }

    @Override
    public String day(LocalDate day, String language) {
        return day.toString();
    }

    @Override
    public String proposed(KeptFinding leading, List<Measure> measures, String language) {
        return measures(measures, language);
    }

    @Override
    public String unanswered(String language) {
        return language + " unanswered";
    }

    @Override
    public String outcome(Step step, List<Measure> measures, String language) {
        return step.event().word() + " " + measures(measures, language);
    }

    @Override
    public String measures(List<Measure> measures, String language) {
        return measures.stream().map(Measure::word).collect(Collectors.joining(","));
    }

    @Override
    public String approval(boolean isSingleUser, String language) {
        return isSingleUser ? "single" : "four eyes";
    }

    @Override
    public String listed(String name) {
        return name.isEmpty() ? "" : name.charAt(0) + "*";
    }

    @Override
    public String listedSubject(String subject) {
        return "*" + subject;
    }

    @Override
    public String rule(KeptFinding leading, String language) {
        return language + " " + leading.rule();
    }

    @Override
    public String unnamed(String language) {
        return "unnamed";
    }
}
