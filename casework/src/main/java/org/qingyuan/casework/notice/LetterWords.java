package org.qingyuan.casework.notice;

import java.time.LocalDate;
import java.util.List;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Step;
import org.qingyuan.policy.Measure;

/// How things are said in letters. Languages are `zh` and `en`; what names a person or an account is masked.
public interface LetterWords {
    /// Whom the case speaks about, the address or the account.
    String subject(CaseFile file, KeptFinding leading, String language);

    /// What was found, as a sentence.
    String finding(KeptFinding leading, String language);

    /// Stands for what was found where a person reported it.
    String reported(String language);

    /// When it was seen first and last.
    String moment(String moment, String language);

    String day(LocalDate day, String language);

    /// What is to be done if nobody answers: what the finding proposes, else the measures.
    String proposed(KeptFinding leading, List<Measure> measures, String language);

    /// Why a batch is carried out: nobody answered, and it still stands.
    String unanswered(String language);

    /// What came of it: kept, granted, carried out, quiet.
    String outcome(Step step, List<Measure> measures, String language);

    /// The titles of measures.
    String measures(List<Measure> measures, String language);

    /// Who decides: two persons, or one where the store was made for a single user.
    String approval(boolean isSingleUser, String language);

    /// A name on a public list, masked; blank stays blank.
    String listed(String name);

    /// An account or customer number on a public list: no more than its last four characters.
    String listedSubject(String subject);

    /// What was found, in a few words without figures.
    String rule(KeptFinding leading, String language);

    /// Stands for a name that is not known.
    String unnamed(String language);
}
