package org.qingyuan.traffic.generate;

/// Checks RFC 1071 sums word by word; independent of the writer.
final class InternetChecksum {
    private InternetChecksum() {}

    /// How many of the IP header's and the transport's checksums are wrong; packets of other protocols have one sum.
    static int faults(PlainPcap.Captured each) {
        int faults = each.four() && sum(each.ip(), 0, each.transportAt(), 0) != 0xffff ? 1 : 0;
        int protocol = each.protocol();
        boolean checked = protocol == 6 || protocol == 17;
        return checked && sum(each.ip(), each.transportAt(), each.ip().length, pseudo(each)) != 0xffff
                ? faults + 1
                : faults;
    }

    private static long pseudo(PlainPcap.Captured each) {
        int from = each.four() ? 12 : 8;
        int to = each.four() ? 20 : 40;
        long sum = each.protocol();
        sum += each.ip().length - each.transportAt();
        for (int i = from; i < to; i += 2) {
            sum += each.number(i, 2);
        }
        return sum;
    }

    private static long sum(byte[] bytes, int from, int to, long start) {
        long sum = start;
        for (int i = from; i < to; i += 2) {
            int low = i + 1 < to ? bytes[i + 1] & 255 : 0;
            sum += (bytes[i] & 255) * 256 + low;
        }
        while (sum > 0xffff) {
            sum = (sum & 0xffff) + (sum >> 16);
        }
        return sum;
    }
}
