package org.qingyuan.casework.cases;

import java.util.List;

/// What can be written to a store within one transaction. All of it is kept, or nothing.
public interface CaseWriter extends CaseReader {
    /// @throws org.qingyuan.finding.Failure `CAMPAIGN_EXISTS`
    void add(Campaign campaign);

    /// A new case with its first step, which is added to the log.
    void open(CaseFile opened, Step first);

    /// The case after a further step, which is added to the log.
    ///
    /// @throws org.qingyuan.finding.Failure `CASE_CHANGED` when the case that is kept is not at the version before
    void record(CaseFile after, Step step);

    /// Keeps findings that an import brought. What is known with the same content is left out; what is known with
    /// other content is kept as a further one.
    void keep(String importId, List<KeptFinding> findings);

    /// Notes that a case has taken what an import brought for a matter; a blank id when it waits for one.
    void take(String importId, KeptFinding.Matter matter, String caseId);

    /// Gives a case the findings of its matter that wait for one, those with no organisation included.
    ///
    /// @return how many
    long takeWaiting(KeptFinding.Matter matter, String caseId);

    /// Adds it or takes the place of what has its id.
    void put(ImportRun run);

    /// Adds an entry of version 1, or the next version of a known one.
    ///
    /// @throws org.qingyuan.finding.Failure `CASE_CHANGED` when another version is kept than the one before
    void put(Entry entry);

    /// Adds it or takes the place of what has its kind and id.
    void put(Contact contact);

    /// Adds it or takes the place of the one of its purpose and ordinal.
    void set(Deadline deadline);

    /// Removes those of a purpose.
    void remove(String caseId, Deadline.Purpose purpose);

    void remove(Deadline deadline);

    /// Notes the key of a command. Whoever gets `false` has already been carried out.
    boolean isFirst(String idempotencyKey);
}
