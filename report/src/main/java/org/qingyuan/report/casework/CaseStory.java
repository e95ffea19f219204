package org.qingyuan.report.casework;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Interim;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.casework.notice.Notice;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Moment;
import org.qingyuan.output.Language;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.CaseRules;

/// A case as lines of text, in the order in which a reader asks: what is to be done next and by when, whom it is about,
/// what was found, what is open, what happened. Masked.
public final class CaseStory {
    private static final int SHOWN_FINDINGS = 5;
    private static final List<Detail> SHOWN_DETAILS = List.of(
            Detail.FINDINGS,
            Detail.MEASURES,
            Detail.REQUEST,
            Detail.ACCOUNT,
            Detail.TARGET,
            Detail.ATTESTED,
            Detail.OCCURRED_AT,
            Detail.BATCH,
            Detail.LEFT_OUT,
            Detail.CHANNEL,
            Detail.DELIVERY);

    private final Messages messages;
    private final boolean isSingleUser;
    private final Masking masking = Masking.forPeople(false);
    private final List<String> lines = new ArrayList<>();
    private final CaseRules rules;

    private CaseStory(Messages messages, boolean isSingleUser, CaseRules rules) {
        this.messages = messages;
        this.isSingleUser = isSingleUser;
        this.rules = rules;
    }

    /// All that is kept of a case.
    ///
    /// @param rules of the standard that it follows
    /// @param findings the first few; `findingCount` says how many there are
    /// @param surcharge what one would come to, see [Surcharge]
    /// @param isForParty whether the party reads it: what could tell who reported is left out
    public record Content(
            CaseFile file,
            CaseRules rules,
            List<LoggedStep> steps,
            List<KeptFinding> findings,
            long findingCount,
            List<Notice> notices,
            Optional<Surcharge> surcharge,
            boolean isForParty) {}

    public static List<String> of(Content content, boolean isSingleUser, Messages messages) {
        return new CaseStory(messages, isSingleUser, content.rules()).told(content);
    }

    private List<String> told(Content content) {
        CaseFile file = content.file();
        say(
                "head",
                Map.of(
                        "id",
                        file.head().id(),
                        "state",
                        state(file),
                        "version",
                        file.status().version()));
        next(file);
        subject(file);
        findings(content);
        open(file);
        content.surcharge().ifPresent(this::surcharge);
        notices(content.notices());
        say("steps", Map.of());
        StepFiles files = new StepFiles(messages, masking, content.isForParty());
        content.steps().forEach(logged -> {
            step(logged, content.isForParty());
            lines.addAll(files.lines(logged.step()));
        });
        return List.copyOf(lines);
    }

    private String state(CaseFile file) {
        return messages.word("case-state", file.status().state().word());
    }

    private void next(CaseFile file) {
        String action = messages.word(
                "case-next",
                file.status().isAppealed() ? "appealed" : file.status().state().word());
        Instant due = file.status().dueAt();
        if (due == null) {
            say("next", Map.of("action", action));
        } else {
            say("next-due", Map.of("action", action, "due", time(due.minusNanos(1))));
        }
        if (!file.status().assignee().isEmpty()) {
            say("assignee", Map.of("name", file.status().assignee()));
        }
    }

    private void subject(CaseFile file) {
        say(
                "campaign",
                Map.of(
                        "campaign",
                        file.head().campaign(),
                        "policy",
                        file.status().policy()));
        String organisation = file.head().organisationName();
        say(
                organisation.isEmpty() ? "subject" : "subject-of",
                Map.of("subject", file.head().subject().id(), "organisation", organisation));
        if (isSingleUser) {
            say("single-user", Map.of());
        }
        if (file.status().isIncomplete()) {
            say("incomplete", Map.of());
        }
    }

    private void findings(Content content) {
        say("findings", Map.of("count", content.findingCount()));
        content.findings().stream().limit(SHOWN_FINDINGS).forEach(kept -> {
            Finding finding = masking.mask(ResultReader.finding(kept.line()));
            lines.add("  " + finding.id().substring(0, 8) + "  " + messages.text(finding.summary()));
        });
    }

    private void open(CaseFile file) {
        if (file.status().isAppealed()) {
            say("appealed", Map.of());
        }
        Interim interim = file.status().interim();
        Instant until = interim.until();
        if (interim.phase() == Interim.Phase.PROPOSED) {
            say("interim-proposed", Map.of("measures", measures(interim.measures())));
        } else if (until != null) {
            say("interim", Map.of("measures", measures(interim.measures()), "until", time(until.minusNanos(1))));
        }
        if (!file.status().measures().isEmpty()) {
            say("measures", Map.of("measures", measures(file.status().measures())));
        }
    }

    /// An interval on the basis that the pack names, never one number.
    private void surcharge(Surcharge surcharge) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("measure", measures(surcharge.measure().word()));
        values.put("amount", surcharge.amount());
        values.put("energy", surcharge.energy());
        values.put("daily", surcharge.daily());
        values.put("days", surcharge.days());
        values.put(
                "rates",
                messages.humans()
                        .list(surcharge.rates().stream()
                                .map(BigDecimal::toPlainString)
                                .toList()));
        say("surcharge", values);
        if (surcharge.unrated() > 0) {
            say("surcharge.unrated", Map.of("count", surcharge.unrated()));
        }
        say(
                "surcharge.basis",
                Map.of(
                        "basis",
                        messages.language() == Language.EN
                                ? surcharge.measure().legalBasis().en()
                                : surcharge.measure().legalBasis().zh()));
    }

    private void notices(List<Notice> notices) {
        for (Notice notice : notices) {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("id", notice.id());
            values.put("channel", messages.word("channel", notice.channel().word()));
            values.put("letter", notice.letter());
            values.put("delivery", messages.word("case-delivery", notice.state().word()));
            values.put("code", notice.code());
            say("notice", values);
        }
    }

    private void step(LoggedStep logged, boolean isForParty) {
        Step step = logged.step();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("version", step.version());
        values.put("at", time(step.at()));
        values.put("event", messages.word("case-event", step.event().word()));
        values.put("state", messages.word("case-state", step.state().word()));
        values.put(
                "actor",
                messages.word("case-role", step.actor().role().word()) + " "
                        + step.actor().name());
        values.put(
                "way",
                step.actor().way().identity().isEmpty()
                        ? "-"
                        : step.actor().way().identity());
        lines.add("  " + text("step", values) + details(step, isForParty));
    }

    /// Titles of measures; a word that the standard does not know stands as it is.
    private String measures(String words) {
        List<String> titles = new ArrayList<>();
        for (String word : words.split(",")) {
            titles.add(rules.measures().stream()
                    .filter(measure -> measure.word().equals(word))
                    .findFirst()
                    .map(measure -> messages.language() == Language.EN
                            ? measure.title().en()
                            : measure.title().zh())
                    .orElse(word));
        }
        return messages.humans().list(titles);
    }

    private String value(Step step, Detail detail) {
        String text = step.text(detail);
        return switch (detail) {
            case MEASURES, REQUEST -> measures(text);
            case CHANNEL -> messages.word("channel", text);
            case DELIVERY -> messages.word("case-delivery", text);
            case OCCURRED_AT -> time(step.instant(detail));
            case LEFT_OUT -> leftOut(step);
            case ATTESTED ->
                messages.humans()
                        .list(Stream.of(text.split(","))
                                .map(word -> messages.word("condition", word))
                                .toList());
            case ACCOUNT, TARGET -> masking.text(text);
            default -> text;
        };
    }

    /// Why a case was left out of a batch, with the exclusion behind it.
    private String leftOut(Step step) {
        String word = step.text(Detail.LEFT_OUT);
        String why = messages.word("left-out", word);
        return step.reason().equals(word) ? why : why + " (" + messages.word("outcome", step.reason()) + ")";
    }

    private String details(Step step, boolean isForParty) {
        StringBuilder text = new StringBuilder();
        for (Detail detail : SHOWN_DETAILS) {
            if (step.has(detail)) {
                text.append(messages.text("case.story.detail." + detail.word(), Map.of("value", value(step, detail))));
            }
        }
        boolean isSaid = !isForParty || !StepFiles.isOfReport(step);
        if (!step.reason().isBlank() && isSaid && !step.has(Detail.BATCH)) {
            text.append(messages.text("case.story.reason", Map.of("reason", masking.text(step.reason()))));
        }
        return text.toString();
    }

    private String time(@Nullable Instant at) {
        return messages.humans().moment(new Moment.At(Objects.requireNonNull(at), false));
    }

    private String text(String key, Map<String, ?> values) {
        return messages.text("case.story." + key, values);
    }

    private void say(String key, Map<String, ?> values) {
        lines.add(text(key, values));
    }
}
