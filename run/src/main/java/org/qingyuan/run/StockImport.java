package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Place;
import org.qingyuan.casework.campaign.Tip;
import org.qingyuan.casework.campaign.TipIntake;
import org.qingyuan.casework.campaign.TipSource;
import org.qingyuan.casework.cases.Attachment;
import org.qingyuan.casework.cases.AttachmentKeeper;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Subject;
import org.qingyuan.registry.Registry;

/// Brings a list of another office into the cases of a campaign: of each address and who held it when it was seen, one
/// report, as if a person had brought it. It opens a suspicion and no more; a person checks, and confirms with a
/// reason.
///
/// Reports are taken in transactions of bounded size. Whoever was stopped brings the same list again: what was taken is
/// known.
public final class StockImport {
    /// Most reports of one transaction.
    static final int BATCH = 100;

    private final CaseDesk desk;
    private final TipIntake intake;
    private final AttachmentKeeper keeper;

    public StockImport(CaseDesk desk, TipIntake intake, AttachmentKeeper keeper) {
        this.desk = desk;
        this.intake = intake;
        this.keeper = keeper;
    }

    /// What is brought.
    ///
    /// @param site the vantage point whose addresses they are, blank where there is one alone
    public record Request(String campaign, Path file, String site, Registry registry) {}

    /// What became of it.
    ///
    /// @param rows of the list
    /// @param addresses of these, each once
    /// @param organisations who held them
    /// @param unregistered addresses that nobody in the registry held
    /// @param refused reports that lie outside the scope of who brings them
    public record Result(
            long rows,
            long addresses,
            long organisations,
            long unregistered,
            Map<TipIntake.Fate, Long> fates,
            long refused,
            List<String> unknownColumns) {
        public long count(TipIntake.Fate fate) {
            return fates.getOrDefault(fate, 0L);
        }
    }

    /// Rows of one address and holder.
    private record Matter(Address address, String organisation) implements Comparable<Matter> {
        @Override
        public int compareTo(Matter other) {
            int order = address.compareTo(other.address);
            return order != 0 ? order : organisation.compareTo(other.organisation);
        }
    }

    private record Group(@Nullable Holder holder, List<StockList.Row> rows) {
        Group(@Nullable Holder holder) {
            this(holder, new ArrayList<>());
        }
    }

    /// @throws Failure `SHEET_REJECTED`, `ATTACHMENT_REFUSED`, `ROLE_REFUSED`, `CAMPAIGN_UNKNOWN`
    public Result run(Request request, TipIntake.Taker taker) {
        Campaign campaign = desk.store().read(reader -> desk.campaign(reader, request.campaign()));
        if (campaign.kind() != Kind.MINING) {
            throw new Failure(
                    ErrorCode.CONFIGURATION,
                    Map.of("where", campaign.name(), "what", campaign.kind().word()));
        }
        intake.checkRole(campaign.name(), taker);
        byte[] bytes = FieldSheet.bytes(request.file(), AttachmentFile.MAX_BYTES);
        StockList list = StockList.read(request.file().toString(), bytes, campaign.zone(), taker.at());
        Map<Matter, Group> groups = grouped(list, request.registry());
        Attachment kept =
                AttachmentFile.keepAll(List.of(request.file()), keeper).getFirst();
        List<Tip> tips = new ArrayList<>();
        groups.forEach((matter, group) -> tips.add(tip(matter, group, request.site(), campaign.zone(), kept)));
        Tally tally = new Tally();
        for (int from = 0; from < tips.size(); from += BATCH) {
            take(campaign.name(), tips.subList(from, Math.min(tips.size(), from + BATCH)), taker, tally);
        }
        return result(list, groups, tally);
    }

    private static Map<Matter, Group> grouped(StockList list, Registry registry) {
        Map<Matter, Group> groups = new TreeMap<>();
        for (StockList.Row row : list.rows()) {
            Holder holder = registry.holderAt(row.address(), row.seenAt());
            Matter matter = new Matter(row.address(), holder == null ? "" : holder.id());
            groups.computeIfAbsent(matter, any -> new Group(holder)).rows().add(row);
        }
        return groups;
    }

    /// The same rows make the same report in whichever list they come.
    private static Tip tip(Matter matter, Group group, String site, ZoneId zone, Attachment kept) {
        List<String> seen = group.rows().stream()
                .map(row -> row.seenAt() + " " + row.source())
                .distinct()
                .sorted()
                .toList();
        String address = matter.address().text();
        String content =
                "stock\n" + site + "\n" + address + "\n" + matter.organisation() + "\n" + String.join("\n", seen);
        Holder holder = group.holder();
        String first = seen.getFirst().substring(0, seen.getFirst().indexOf(' '));
        String last = seen.getLast().substring(0, seen.getLast().indexOf(' '));
        Tip.Told told = new Tip.Told(
                TipSource.LIST,
                group.rows().getLast().source(),
                Instant.parse(last).atZone(zone).toLocalDate(),
                seen.size() + " x " + first + "/" + last);
        return new Tip(
                HexFormat.of().formatHex(CaseImport.sha256().digest(content.getBytes(UTF_8))),
                Kind.MINING,
                new Tip.Matter(site, "mining/" + address),
                new Subject("address", address),
                holder,
                new Place(holder == null ? "" : holder.region(), matter.organisation(), ""),
                told,
                List.of(kept));
    }

    private static final class Tally {
        private final Map<TipIntake.Fate, Long> fates = new TreeMap<>();
        private long refused;

        void add(TipIntake.Taken taken) {
            fates.merge(taken.fate(), 1L, Long::sum);
        }
    }

    /// One by one where a batch holds what is not for who brings it.
    private void take(String campaign, List<Tip> tips, TipIntake.Taker taker, Tally tally) {
        try {
            intake.takeAll(campaign, tips, taker).forEach(tally::add);
        } catch (Failure e) {
            if (e.code() != ErrorCode.OUT_OF_SCOPE) {
                throw e;
            }
            if (tips.size() == 1) {
                tally.refused++;
            } else {
                tips.forEach(tip -> take(campaign, List.of(tip), taker, tally));
            }
        }
    }

    private static Result result(StockList list, Map<Matter, Group> groups, Tally tally) {
        Set<Address> addresses = new HashSet<>();
        Set<Address> unregistered = new HashSet<>();
        Set<String> organisations = new HashSet<>();
        for (Matter matter : groups.keySet()) {
            addresses.add(matter.address());
            if (matter.organisation().isEmpty()) {
                unregistered.add(matter.address());
            } else {
                organisations.add(matter.organisation());
            }
        }
        return new Result(
                list.rows().size(),
                addresses.size(),
                organisations.size(),
                unregistered.size(),
                tally.fates,
                tally.refused,
                list.unknownColumns());
    }
}
