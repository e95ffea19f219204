package org.qingyuan.casework.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.access.Role;
import org.qingyuan.access.Scope;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseWriter;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.finding.Finding;
import org.qingyuan.policy.CaseRules;

/// Brings the findings of a file into the cases of a campaign, in transactions of bounded size: first every finding is
/// kept, then each case takes its own in one step. Whoever was stopped begins again with the same file and goes on
/// where it was; a file that was brought before changes nothing.
///
/// An import is bounded by the scope of who brings it. A finding that lies outside, or whose case does, is not kept and
/// is counted as rejected; so nobody opens or changes a case that is not the own, nobody learns from an import whether
/// there is one, and whoever may bring the same file with a wider scope brings just what was refused.
public final class Importing {
    /// Most findings of one transaction: at most three rows each.
    public static final int BATCH = 1600;

    /// Most matters of one transaction: four rows each, and three more where a further step follows.
    private static final int MATTERS = 500;

    private final CaseDesk desk;
    private final Taking taking;

    public Importing(CaseDesk desk, IdSource ids, FindingParser parser) {
        this.desk = desk;
        this.taking = new Taking(desk, ids, parser);
    }

    /// Begins, or goes on. The same file brought with another scope is another import.
    ///
    /// @param fileDigest SHA-256 of the file, 64 hex digits
    /// @param runLine blank where the file has none
    /// @return the import as it stands: the lines that are behind it need not come again
    public ImportRun begin(String campaign, String file, String fileDigest, String site, String runLine, Act who) {
        String scope = who.actor().scope().text();
        String id =
                FoundMatter.sha256(campaign + "\n" + fileDigest + "\n" + site + (scope.isEmpty() ? "" : "\n" + scope));
        return desk.store().write(writer -> {
            desk.campaign(writer, campaign);
            Optional<ImportRun> known = writer.importRun(id);
            if (known.isPresent()) {
                return known.get();
            }
            ImportRun run = new ImportRun(
                    id, campaign, file, site, runLine, 0, false, who.at(), who.actor(), ImportRun.Counts.NONE);
            writer.put(run);
            return run;
        });
    }

    /// Who brings it, and when.
    public record Act(Actor actor, Instant at) {
        public Act {
            CaseDesk.requireRole(actor, "", "import", Set.of(Role.ANALYST));
        }
    }

    /// One line of the file.
    ///
    /// @param line as results have it, without line feed
    public record Found(Finding finding, byte[] line) {}

    /// Keeps the next findings. Those that somebody else who brings the same file kept already are left out, and where
    /// he
    /// has them all, nothing is kept.
    ///
    /// @param found at most [#BATCH]
    /// @param lines how many findings of the file are behind it then, the unusable ones included
    /// @param rejected how many further lines could not be used
    public ImportRun keep(ImportRun run, List<Found> found, long lines, long rejected) {
        return keep(run, found, new Reached(lines, rejected, false));
    }

    /// Keeps the last findings of the file, which may be none; the cases can take theirs then.
    public ImportRun keepLast(ImportRun run, List<Found> found, long lines, long rejected) {
        return keep(run, found, new Reached(lines, rejected, true));
    }

    /// How far a batch comes.
    private record Reached(long lines, long rejected, boolean isLast) {}

    private ImportRun keep(ImportRun run, List<Found> found, Reached reached) {
        return desk.store().write(writer -> {
            ImportRun now = writer.importRun(run.id()).orElse(run);
            long known = now.lines() - (reached.lines - found.size());
            boolean isBehind = known > 0 && known >= found.size() && !reached.isLast;
            if (now.lines() < 0 || isBehind) {
                return now;
            }
            if (known < 0) {
                throw new IllegalArgumentException("lines are left out before " + reached.lines);
            }
            List<Found> further = found.subList((int) Math.min(known, found.size()), found.size());
            ImportRun.Counts counts = kept(writer, now, further, known > 0 ? 0 : reached.rejected);
            return put(writer, now, reached.isLast ? -1 : reached.lines, false, counts);
        });
    }

    private ImportRun.Counts kept(CaseWriter writer, ImportRun run, List<Found> found, long rejected) {
        List<KeptFinding> kept = usable(writer, run, found);
        long unusable = (long) found.size() - kept.size();
        ImportRun.Counts counts =
                counts(writer, kept).plus(new ImportRun.Counts(unusable, 0, 0, rejected + unusable, 0, 0, 0, 0));
        writer.keep(run.id(), kept);
        return counts;
    }

    private List<KeptFinding> usable(CaseReader reader, ImportRun run, List<Found> found) {
        Campaign campaign = desk.campaign(reader, run.campaign());
        CaseRules rules = desk.rules(campaign.policy());
        List<KeptFinding> kept = new ArrayList<>(found.size());
        for (Found each : found) {
            Finding finding = each.finding();
            if (FoundMatter.isOf(campaign.kind(), finding) && rules.takes(finding.rule())) {
                KeptFinding candidate = FoundMatter.kept(finding, each.line(), run.site(), rules);
                if (isInScope(reader, run.actor(), finding, candidate.matter())) {
                    kept.add(candidate);
                }
            }
        }
        return kept;
    }

    /// Who sees everything need not be asked for each finding.
    private static boolean isInScope(CaseReader reader, Actor actor, Finding finding, KeptFinding.Matter matter) {
        return actor.scope().equals(Scope.EVERYTHING)
                || actor.sees(FoundMatter.place(finding))
                        && !Taking.isHidden(reader.ofKey(matter.site(), matter.key()), matter, actor);
    }

    private static ImportRun.Counts counts(CaseReader reader, List<KeptFinding> kept) {
        Map<String, String> digests = new HashMap<>(reader.digests(kept));
        long known = 0;
        long revised = 0;
        for (KeptFinding each : kept) {
            String digest = digests.put(each.id(), each.digest());
            if (each.digest().equals(digest)) {
                known++;
            } else if (digest != null) {
                revised++;
            }
        }
        return new ImportRun.Counts(kept.size(), known, revised, 0, 0, 0, 0, 0);
    }

    /// Lets the cases take what is their own, until nothing is left.
    public ImportRun finish(ImportRun run, Act who) {
        ImportRun now = run;
        while (!now.isDone()) {
            ImportRun last = now;
            now = desk.store().write(writer -> {
                ImportRun before = writer.importRun(last.id()).orElse(last);
                if (before.isDone()) {
                    return before;
                }
                Taking.Taken taken = taking.take(writer, before, who, MATTERS);
                return put(writer, before, -1, taken.isAll(), taken.counts());
            });
        }
        return now;
    }

    private static ImportRun put(CaseWriter writer, ImportRun run, long lines, boolean isDone, ImportRun.Counts more) {
        ImportRun after = new ImportRun(
                run.id(),
                run.campaign(),
                run.file(),
                run.site(),
                run.runLine(),
                lines,
                isDone,
                run.startedAt(),
                run.actor(),
                run.counts().plus(more));
        writer.put(after);
        return after;
    }
}
