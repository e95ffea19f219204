package org.qingyuan.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.ScanResult.Coverage;

/// Sums the coverage of several files by network and day. Beyond [#MAX_ROWS] all networks are widened a byte (IPv4) or
/// two (IPv6) at a time until it fits, the registered ones among them, and at last days become months; how many rows
/// that cost is counted.
final class CoverageSum {
    static final int MAX_ROWS = 65_536;
    private static final int MONTHS = 5;

    private final int maxRows;
    private TreeMap<Place, Count> rows = new TreeMap<>();
    private int widened;
    private long merged;

    private record Place(String network, String date) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byNetwork = network.compareTo(other.network);
            return byNetwork != 0 ? byNetwork : date.compareTo(other.date);
        }
    }

    private record Count(long packetsFrom, long packetsTo, long bytes) {
        Count plus(Count other) {
            return new Count(packetsFrom + other.packetsFrom, packetsTo + other.packetsTo, bytes + other.bytes);
        }
    }

    CoverageSum() {
        this(MAX_ROWS);
    }

    CoverageSum(int maxRows) {
        this.maxRows = maxRows;
    }

    /// @param alreadyMerged rows that were merged before
    void add(List<Coverage> coverage, long alreadyMerged) {
        merged += alreadyMerged;
        for (Coverage row : coverage) {
            Place place = place(row.network(), row.date());
            rows.merge(place, new Count(row.packetsFrom(), row.packetsTo(), row.bytes()), Count::plus);
        }
        while (rows.size() > maxRows && widened < MONTHS) {
            widenAll();
        }
    }

    private void widenAll() {
        widened++;
        int before = rows.size();
        TreeMap<Place, Count> wider = new TreeMap<>();
        rows.forEach((place, count) -> wider.merge(place(place.network, place.date), count, Count::plus));
        rows = wider;
        merged += before - rows.size();
    }

    private Place place(String network, String date) {
        return new Place(
                widen(network, widened), widened < MONTHS ? date : date.substring(0, date.length() - 2) + "01");
    }

    /// The network that is at most 24 or 64 bits long, less a byte or two for each step.
    private static String widen(String network, int steps) {
        int slash = network.lastIndexOf('/');
        Address address = slash < 0 || steps == 0 ? null : Address.parse(network.substring(0, slash));
        if (address == null) {
            return network;
        }
        int most = address.version() == 4 ? 24 - 8 * Math.min(steps, 3) : 64 - 16 * Math.min(steps, 4);
        int bits = Math.min(Integer.parseInt(network.substring(slash + 1)), most);
        return address.network(bits).text() + "/" + bits;
    }

    long merged() {
        return merged;
    }

    /// By network, then by day.
    List<Map<String, Object>> toList() {
        List<Map<String, Object>> list = new ArrayList<>(rows.size());
        rows.forEach((place, count) -> {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("network", place.network);
            row.put("date", place.date);
            row.put("packetsFrom", count.packetsFrom);
            row.put("packetsTo", count.packetsTo);
            row.put("bytes", count.bytes);
            list.add(row);
        });
        return list;
    }
}
