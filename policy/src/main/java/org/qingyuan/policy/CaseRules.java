package org.qingyuan.policy;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How cases go under one version of a pack: what opens them, how much time everybody has, what may be done, and what
/// is written. Days are calendar days but where `notice.counting` is named.
///
/// @param kind `mining` or `accounts`
/// @param opens full names of the rules whose findings open a case
/// @param attaches rules whose findings only attach to a case and never cause a notice by themselves
/// @param overdueEscalationDays so many days after the deadline a case without an answer is escalated, counted as
///     `notice.counting`
/// @param restDays so long a dismissed matter rests: findings attach, no case opens
/// @param interimDays an interim measure lapses by itself after at most so many days, 1 to 7
/// @param watchDays how long a re-test watches unless another number is given
/// @param checkDays until when a suspicion is to be checked, counted as `notice.counting`
/// @param approvalDays until when a proposal is to be approved or rejected, likewise
/// @param executionDays until when an approved disposition is to be carried out, likewise
/// @param measures in the pack's order; texts of the same word do not overlap in time
/// @param requests measures that a holder may ask for, and what must hold before they are given at once; empty where
/// the
///     pack says nothing of it
/// @param actions which measure is carried out by batch for what a finding proposes; a person decides on what is not
/// here
/// @param letters each word once
public record CaseRules(
        String kind,
        List<String> opens,
        List<String> attaches,
        NoticeTerms notice,
        int overdueEscalationDays,
        int restDays,
        int interimDays,
        int watchDays,
        int checkDays,
        int approvalDays,
        int executionDays,
        List<Measure> measures,
        Map<String, List<Condition>> requests,
        Map<String, String> actions,
        List<Letter> letters,
        Holidays holidays) {
    public static final String MINING = "mining";
    public static final String ACCOUNTS = "accounts";

    /// What casework writes in every case of a kind; a pack has at least these.
    static List<String> requiredLetters(String kind) {
        return kind.equals(MINING)
                ? List.of("rectification-notice", "reminder", "decision", "decision-refusal", "closing")
                : List.of(
                        "announcement",
                        "personal-sms",
                        "personal-letter",
                        "unit-letter",
                        "reminder",
                        "decision",
                        "decision-refusal",
                        "kept",
                        "closing");
    }

    public CaseRules {
        opens = List.copyOf(opens);
        attaches = List.copyOf(attaches);
        measures = List.copyOf(measures);
        requests = Collections.unmodifiableMap(new LinkedHashMap<>(requests));
        actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
        letters = List.copyOf(letters);
    }

    /// Whether a finding of this rule opens a case.
    public boolean opens(String rule) {
        return opens.contains(rule);
    }

    /// Whether a finding of this rule belongs into a case at all.
    public boolean takes(String rule) {
        return opens.contains(rule) || attaches.contains(rule);
    }

    /// The text of a measure in force on a day.
    public Optional<Measure> measure(String word, LocalDate day) {
        return measures.stream()
                .filter(measure -> measure.word().equals(word) && measure.isInForce(day))
                .findFirst();
    }

    /// Every measure in force on a day.
    public List<Measure> measures(LocalDate day) {
        return measures.stream().filter(measure -> measure.isInForce(day)).toList();
    }

    /// The letter of a word.
    ///
    /// @throws IllegalArgumentException when the pack has none; those of [#requiredLetters] every pack has
    public Letter letter(String word) {
        return findLetter(word).orElseThrow(() -> new IllegalArgumentException(word));
    }

    public Optional<Letter> findLetter(String word) {
        return letters.stream().filter(letter -> letter.word().equals(word)).findFirst();
    }
}
