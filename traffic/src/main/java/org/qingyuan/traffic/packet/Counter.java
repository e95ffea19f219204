package org.qingyuan.traffic.packet;

import java.util.Locale;

/// Everything that a scan counts by name. Each has a text in both languages under `counter.` and its word.
///
/// The sum holds for every input: `packets-read` = `packets-used` + `packets-rejected` + all that are [Kind#LEFT_OUT].
public enum Counter {
    /// Packet records, whatever became of them.
    PACKETS_READ(Kind.TOTAL),
    /// TCP segments and UDP datagrams that were looked at.
    PACKETS_USED(Kind.TOTAL),
    /// Packets that cannot be used, each under its reason among the rejects.
    PACKETS_REJECTED(Kind.TOTAL),
    /// Before `--from` or not before `--to`.
    OUTSIDE_WINDOW(Kind.LEFT_OUT),
    /// Neither end in a `--net`.
    OUTSIDE_NET(Kind.LEFT_OUT),
    /// Second sights of a packet within 100 ms.
    MIRRORED(Kind.LEFT_OUT),
    ARP(Kind.LEFT_OUT),
    /// 802.3 frames with a length: spanning tree and the like.
    IEEE_802_3(Kind.LEFT_OUT),
    IEEE_802_11(Kind.LEFT_OUT),
    MPLS(Kind.LEFT_OUT),
    PPPOE(Kind.LEFT_OUT),
    OTHER_LINK_PROTOCOL(Kind.LEFT_OUT),
    FRAGMENTS(Kind.LEFT_OUT),
    ICMP(Kind.LEFT_OUT),
    IGMP(Kind.LEFT_OUT),
    GRE(Kind.LEFT_OUT),
    IP_IN_IP(Kind.LEFT_OUT),
    IPSEC(Kind.LEFT_OUT),
    SCTP(Kind.LEFT_OUT),
    OTHER_IP_PROTOCOL(Kind.LEFT_OUT),

    /// Packets captured with fewer bytes than they had.
    SNAPPED(Kind.NOTE),
    /// TCP connections, those joined in the middle among them.
    CONNECTIONS(Kind.NOTE),
    /// TCP connections that were read.
    CONNECTIONS_READ(Kind.NOTE),
    /// Holes in streams that were read, filled by nothing.
    STREAM_GAPS(Kind.NOTE),
    /// Flows that left the full table before their time.
    FLOWS_SHED(Kind.NOTE),
    /// Connections that were not read because too many were.
    STREAMS_SHED(Kind.NOTE),
    /// Bytes of streams given up because a bound on memory was reached.
    BYTES_SHED(Kind.NOTE);

    /// How a counter takes part in the sum.
    public enum Kind {
        TOTAL,
        LEFT_OUT,
        NOTE
    }

    private final Kind kind;
    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    Counter(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// Lower case with hyphens, `packets-read`.
    public String word() {
        return word;
    }

    /// Key of the text in the message files.
    public String messageKey() {
        return "counter." + word;
    }
}
