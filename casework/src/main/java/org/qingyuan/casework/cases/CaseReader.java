package org.qingyuan.casework.cases;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What can be read of a store within one transaction. Used by the thread that was given it, and not after.
///
/// Every method throws [org.qingyuan.finding.Failure] with a code of the store when the machine or the file fails.
public interface CaseReader {
    Optional<Campaign> campaign(String name);

    /// All, by name.
    List<Campaign> campaigns();

    /// Ids that begin with the digits, sorted.
    List<String> caseIds(String prefix, int atMost);

    Optional<CaseFile> find(String id);

    List<CaseFile> page(CaseQuery query);

    /// How many cases of a campaign are in each state; states without any are absent.
    Map<State, Long> counts(String campaign);

    /// Cases of a site and key, whatever the organisation and state, the newest first.
    List<CaseFile> ofKey(String site, String key);

    /// The steps of a case in their order.
    List<LoggedStep> steps(String caseId);

    /// Findings of a case by start and id; of one that has several contents, the newest.
    List<KeptFinding> findings(String caseId, int atMost);

    /// Their ids alone, in the same order; nothing is decrypted for them.
    List<String> findingIds(String caseId, int atMost);

    /// Digests of the newest content by id, of those findings whose id is known with their key.
    Map<String, String> digests(Collection<KeptFinding> findings);

    Optional<ImportRun> importRun(String id);

    /// What an import brought and no case has taken yet, by matter in an order that stays the same.
    List<Arrivals> arrivals(String importId, int atMost);

    List<Entry> entriesOfCase(String caseId, String kind);

    /// Entries of a kind and group by id, after the given one.
    List<Entry> entriesOfGroup(String kind, String group, String afterId, int atMost);

    Optional<Entry> entry(String id);

    Optional<Contact> contact(String kind, String id);

    /// What is due, the oldest first, then by case and purpose.
    List<Deadline> due(Instant now, int atMost);
}
