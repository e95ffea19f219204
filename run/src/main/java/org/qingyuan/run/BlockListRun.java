package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseReader;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.ResultReader;
import org.qingyuan.registry.Prefix;
import org.qingyuan.registry.Registry;
import org.qingyuan.report.blocklist.BlockList;
import org.qingyuan.report.blocklist.BlockListFormat;
import org.qingyuan.report.blocklist.ReservedNetworks;
import org.qingyuan.report.circular.MiningSession;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// Makes a block list from the pools of the confirmed cases of a campaign, as far as its reader may see them: what the
/// confirmed sessions of a case talked to, never an attempt's end and never an address of one's own.
public final class BlockListRun {
    private static final int PAGE = 200;
    private static final int MOST_FINDINGS = 10_000;
    private static final int MOST_NETWORKS = 100_000;

    /// Confirmed by a person, and not taken back since.
    private static final Set<State> CONFIRMED = EnumSet.of(
            State.CONFIRMED,
            State.NOTIFIED,
            State.RESPONDED,
            State.OVERDUE,
            State.DISPOSITION_PROPOSED,
            State.DISPOSITION_APPROVED,
            State.EXECUTED,
            State.VERIFYING,
            State.CLOSED,
            State.RECURRED);

    private static final CsvColumns COLUMNS = new CsvColumns(List.of("network"), List.of("name"));

    private final CaseDesk desk;
    private final Actor reader;
    private final Wanted wanted;

    /// What list is wanted.
    ///
    /// @param days how long an entry holds after its pool was last seen
    /// @param sharedHosting networks that are left out
    /// @param own whose networks are left out, `null` where nobody is registered
    public record Wanted(
            String campaign,
            int days,
            List<Prefix> sharedHosting,
            @Nullable Registry own) {}

    public BlockListRun(CaseDesk desk, Actor reader, Wanted wanted) {
        this.desk = desk;
        this.reader = reader;
        this.wanted = wanted;
    }

    /// Reads the networks of shared hosting: a CSV of `network` and, for people, `name`. The first row that cannot be
    /// used ends the reading.
    ///
    /// @throws org.qingyuan.finding.Failure `SHEET_REJECTED`
    public static List<Prefix> sharedHosting(Path file) {
        List<Prefix> networks = new ArrayList<>();
        try (CsvReader rows = new CsvReader(
                file.toString(),
                new BufferedInputStream(Files.newInputStream(file)),
                COLUMNS,
                FieldSheet.ALL_OR_NOTHING)) {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                String text = row.required("network");
                Prefix network = Prefix.parse(text);
                if (network == null) {
                    row.reject("network", RejectReason.BAD_CIDR, text);
                } else if (networks.size() == MOST_NETWORKS) {
                    row.reject("network", RejectReason.OVERSIZED_RECORD, "> " + MOST_NETWORKS);
                } else {
                    networks.add(network);
                }
            }
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return networks;
    }

    /// A pool: numeric order of the address, then of the port.
    private record Pool(Address address, int port) implements Comparable<Pool> {
        @Override
        public int compareTo(Pool other) {
            int order = address.compareTo(other.address);
            return order != 0 ? order : Integer.compare(port, other.port);
        }
    }

    /// What the cases say.
    private static final class Seen {
        private final TreeMap<Pool, Instant> lastSeen = new TreeMap<>();
        private final Set<Address> subjects = new HashSet<>();
        private long cases;

        /// An end of a session that is no address and port of a packet is none that can be blocked.
        void add(MiningSession session) {
            Prefix server = Prefix.parse(session.serverIp());
            long port = session.values().count("server", "port");
            if (server != null && port > 0 && port <= 0xffff) {
                lastSeen.merge(
                        new Pool(server.network(), (int) port),
                        session.end(),
                        (one, other) -> one.isAfter(other) ? one : other);
            }
        }
    }

    /// Writes the list.
    ///
    /// @param head where the log ends, proved
    public BlockList write(CaseStore.LogHead head, Instant at, BlockListFormat format, Path file) {
        BlockList list = list(head, at.truncatedTo(ChronoUnit.SECONDS));
        try (AtomicFile written = AtomicFile.create(file, AtomicFile.Access.PRIVATE)) {
            Writer out = new BufferedWriter(new OutputStreamWriter(written.stream(), StandardCharsets.UTF_8));
            format.write(list, out);
            out.flush();
            written.commit();
        } catch (IOException e) {
            throw FileFaults.writing(file, e);
        }
        return list;
    }

    private BlockList list(CaseStore.LogHead head, Instant at) {
        Seen seen = new Seen();
        Campaign campaign = desk.store().read(reading -> {
            read(reading, seen);
            return desk.campaign(reading, wanted.campaign());
        });
        List<BlockList.Entry> entries = new ArrayList<>();
        Map<Left, Long> left = new EnumMap<>(Left.class);
        seen.lastSeen.forEach((pool, last) -> {
            // a tap whose clock runs ahead makes no entry hold longer
            Instant seenAt = last.isAfter(at) ? at : last;
            Instant until = seenAt.plus(Duration.ofDays(wanted.days())).truncatedTo(ChronoUnit.SECONDS);
            Left why = why(pool.address(), seen, last, until.isAfter(at), at);
            if (why == null) {
                entries.add(new BlockList.Entry(pool.address(), pool.port(), until));
            } else {
                left.merge(why, 1L, Long::sum);
            }
        });
        BlockList.Origin origin = new BlockList.Origin(
                campaign.name(),
                campaign.policy(),
                head,
                at,
                wanted.days(),
                wanted.own() != null,
                ProgramVersion.text());
        BlockList.Counts counts = new BlockList.Counts(
                seen.cases,
                seen.lastSeen.size(),
                left.getOrDefault(Left.LAPSED, 0L),
                left.getOrDefault(Left.SHARED_HOSTING, 0L),
                left.getOrDefault(Left.OWN, 0L),
                left.getOrDefault(Left.RESERVED, 0L));
        return new BlockList(origin, entries, counts);
    }

    /// Why a pool is left out; the first that holds.
    private enum Left {
        RESERVED,
        OWN,
        SHARED_HOSTING,
        LAPSED
    }

    private @Nullable Left why(Address address, Seen seen, Instant last, boolean holds, Instant at) {
        if (ReservedNetworks.hold(address)) {
            return Left.RESERVED;
        }
        Registry own = wanted.own();
        if (seen.subjects.contains(address)
                || own != null && (own.holderAt(address, last) != null || own.holderAt(address, at) != null)) {
            return Left.OWN;
        }
        if (wanted.sharedHosting().stream().anyMatch(network -> network.contains(address))) {
            return Left.SHARED_HOSTING;
        }
        return holds ? null : Left.LAPSED;
    }

    private void read(CaseReader reading, Seen seen) {
        List<CaseFile> page = List.of();
        do {
            String after = page.isEmpty() ? null : page.getLast().head().id();
            page = reading.page(new CaseQuery(wanted.campaign(), Set.of(), null, reader, after, PAGE));
            for (CaseFile file : page) {
                Prefix subject = Prefix.parse(file.head().subject().id());
                if (subject != null) {
                    seen.subjects.add(subject.network());
                }
                if (CONFIRMED.contains(file.status().state())) {
                    seen.cases++;
                    sessions(reading, file, seen);
                }
            }
        } while (page.size() == PAGE);
    }

    private static void sessions(CaseReader reading, CaseFile file, Seen seen) {
        for (KeptFinding kept : reading.findings(file.head().id(), MOST_FINDINGS)) {
            if (kept.opens() && kept.rule().equals(MiningSession.SESSION)) {
                MiningSession session = MiningSession.of("", ResultReader.finding(kept.line()));
                if (session.isConfirmed()) {
                    seen.add(session);
                }
            }
        }
    }
}
