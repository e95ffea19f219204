package org.qingyuan.report.blocklist;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.qingyuan.finding.Address;
import org.qingyuan.output.OutsideText;

/// How a block list is written. Each begins with the same comment: from what it was made, when, and what was left out.
public enum BlockListFormat {
    /// A line `ADDRESS:PORT # until INSTANT` a pool, IPv6 in brackets.
    PLAIN {
        @Override
        void body(BlockList list, Appendable out) throws IOException {
            for (BlockList.Entry entry : list.entries()) {
                out.append(bracketed(entry.address()) + ":" + entry.port() + " # until " + entry.until() + "\n");
            }
        }
    },
    /// Commands for `nft -f`: two sets of address and port in the table `inet qingyuan`, emptied and filled anew. Each
    /// element has the time that is left as its timeout; the kernel counts it from the loading.
    NFTABLES {
        @Override
        void body(BlockList list, Appendable out) throws IOException {
            out.append("add table inet qingyuan\n");
            set(list, 4, out);
            set(list, 6, out);
        }

        private void set(BlockList list, int version, Appendable out) throws IOException {
            String set = "inet qingyuan pools" + version;
            out.append("add set " + set + " { type ipv" + version + "_addr . inet_service; flags timeout; }\n");
            out.append("flush set " + set + "\n");
            for (BlockList.Entry entry : list.entries()) {
                if (entry.address().version() == version) {
                    long left = ChronoUnit.SECONDS.between(list.origin().at(), entry.until());
                    out.append("add element " + set + " { " + entry.address().text() + " . " + entry.port()
                            + " timeout " + left + "s comment \"until " + entry.until() + "\" }\n");
                }
            }
        }
    },
    /// A rule a pool. Lists of reputation and data sets know no ports, so they would name whatever else lives at an
    /// address; a rule names address and port, and its end in `metadata`. Numbers lie in the range for local rules
    /// and follow from address and port, so that they stay the same from list to list.
    SURICATA {
        @Override
        void body(BlockList list, Appendable out) throws IOException {
            Set<Integer> taken = new HashSet<>();
            for (BlockList.Entry entry : list.entries()) {
                out.append("alert tcp any any -> " + bracketed(entry.address()) + " " + entry.port()
                        + " (msg:\"mining pool of a confirmed case, until " + entry.until()
                        + "\"; flow:to_server; threshold:type limit, track by_src, seconds 3600, count 1;"
                        + " priority:2; sid:" + sid(entry, taken) + "; rev:1; metadata:created_at "
                        + DAY.format(list.origin().at()) + ", expires " + DAY.format(entry.until()) + ";)\n");
            }
        }

        private int sid(BlockList.Entry entry, Set<Integer> taken) {
            int hash = (entry.address().text() + " " + entry.port()).hashCode();
            int sid = FIRST_SID + Math.floorMod(hash, SIDS);
            while (!taken.add(sid)) {
                sid = sid + 1 == FIRST_SID + SIDS ? FIRST_SID : sid + 1;
            }
            return sid;
        }
    };

    private static final int FIRST_SID = 1_000_000;
    private static final int SIDS = 1_000_000;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu_MM_dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    /// The word on the command line: lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<BlockListFormat> of(String word) {
        for (BlockListFormat format : values()) {
            if (format.word().equals(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Writes the whole list; the same list gives the same text.
    public void write(BlockList list, Appendable out) throws IOException {
        for (String line : header(list)) {
            out.append("# " + OutsideText.escapeControls(line) + "\n");
        }
        body(list, out);
    }

    abstract void body(BlockList list, Appendable out) throws IOException;

    private static List<String> header(BlockList list) {
        BlockList.Origin origin = list.origin();
        BlockList.Counts counts = list.counts();
        String earliest = list.entries().stream()
                .map(BlockList.Entry::until)
                .min(Instant::compareTo)
                .map(first -> "; the first ends " + first)
                .orElse("");
        return List.of(
                "mining pools of confirmed cases; findings only point, a person decides what is blocked",
                "campaign: " + origin.campaign(),
                "policy: " + origin.policy(),
                "log: " + origin.head().number() + " " + origin.head().hash(),
                "made: " + origin.at() + " by qingyuan " + origin.program(),
                "holds: " + origin.days() + " days after a pool was last seen" + earliest,
                "cases: " + counts.cases() + ", pools: " + counts.pools() + ", listed: "
                        + list.entries().size(),
                "left out: " + counts.lapsed() + " lapsed, " + counts.sharedHosting() + " on shared hosting, "
                        + counts.own() + " own, " + counts.reserved() + " private or reserved",
                origin.isOwnKnown()
                        ? "own networks: those of the registry"
                        : "own networks: NOT TOLD, only addresses of cases and private ones are left out");
    }

    private static String bracketed(Address address) {
        return address.version() == 6 ? "[" + address.text() + "]" : address.text();
    }
}
