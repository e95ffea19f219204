package org.qingyuan.traffic.packet;

/// LINKTYPE numbers that are known (registry of the pcap project).
final class LinkType {
    static final int NULL = 0;
    static final int ETHERNET = 1;
    static final int RAW_BSD = 12;
    static final int RAW_OPENBSD = 14;
    static final int RAW = 101;
    static final int IEEE_802_11 = 105;
    static final int LOOP = 108;
    static final int LINUX_COOKED = 113;
    static final int PRISM = 119;
    static final int RADIOTAP = 127;
    static final int AVS = 163;
    static final int IPV4 = 228;
    static final int IPV6 = 229;
    static final int LINUX_COOKED_2 = 276;

    private LinkType() {}
}
