package org.qingyuan.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.notice.Telling;
import org.qingyuan.casework.verification.Coverage;
import org.qingyuan.casework.verification.Retest;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.registry.Prefix;

/// Tests again whether what was cleared stays away, from the results of a later scan: its findings come into the cases,
/// and the coverage of its run line tells whether the tap was alive.
public final class RetestRun {
    private final CaseDesk desk;
    private final Telling telling;
    private final CaseImport imports;

    public RetestRun(CaseDesk desk, Telling telling, CaseImport imports) {
        this.desk = desk;
        this.telling = telling;
        this.imports = imports;
    }

    /// @param watchDays 0 = as the standard says
    public List<Retest.Result> run(String campaign, List<Path> results, int watchDays, Actor actor, Instant at) {
        List<Coverage.Day> days = new ArrayList<>();
        for (Path file : results) {
            imports.run(new CaseImport.Request(campaign, file, false), new Importing.Act(actor, at));
            RunSummary run = CaseImport.outline(file).run();
            if (run != null) {
                days.addAll(days(run));
            }
        }
        Retest retest = new Retest(desk, telling, RetestRun::address);
        return retest.run(new Retest.Watch(campaign, watchDays, new Coverage(days)), actor, at);
    }

    private static @Nullable Address address(String text) {
        Prefix prefix = Prefix.parse(text);
        return prefix == null ? null : prefix.network();
    }

    private static List<Coverage.Day> days(RunSummary run) {
        List<Coverage.Day> days = new ArrayList<>();
        if (run.fields().get("coverage") instanceof List<?> rows) {
            for (Object row : rows) {
                if (row instanceof Map<?, ?> map) {
                    day(map, days);
                }
            }
        }
        return days;
    }

    private static void day(Map<?, ?> row, List<Coverage.Day> days) {
        Prefix prefix = row.get("network") instanceof String network ? Prefix.parse(network) : null;
        if (prefix != null && row.get("date") != null) {
            long packets = count(row, "packetsFrom") + count(row, "packetsTo");
            LocalDate date = LocalDate.parse(String.valueOf(row.get("date")));
            days.add(new Coverage.Day(prefix.network(), prefix.bits(), date, packets));
        }
    }

    private static long count(Map<?, ?> row, String name) {
        return row.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
