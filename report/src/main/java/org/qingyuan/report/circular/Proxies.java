package org.qingyuan.report.circular;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.HashRate;
import org.qingyuan.estimate.Work;

/// Addresses that are the pool of some confirmed sessions and at the same time the client of others: proxies. Their
/// work is in the results twice, once as their workers' shares and once as the shares that they hand on, so that only
/// one of the two may enter a total.
///
/// The workers count, because they tell whose the machines are; unless the proxy's interval lies wholly above theirs:
/// then the capture does not show all workers, and the proxy counts. Compared are sessions of one site and algorithm
/// that overlap in time.
final class Proxies {
    private final Map<Place, Group> groups = new TreeMap<>(Comparator.comparing(Place::site)
            .thenComparing(Place::address)
            .thenComparing(Place::algorithm)
            .thenComparing(Place::unit));
    private final Set<String> addresses;
    private final Map<Integer, BitSet> aside = new HashMap<>();

    /// @param addresses that may be proxies; sessions of others are not kept
    Proxies(Set<String> addresses) {
        this.addresses = addresses;
    }

    private record Place(String site, String address, String algorithm, String unit) {}

    /// What of a session decides.
    private record Row(int run, int ordinal, String client, Instant start, Instant end, Work work) {
        boolean overlaps(Row other) {
            return !start.isAfter(other.end) && !other.start.isAfter(end);
        }
    }

    /// The two sides of a proxy.
    private static final class Group {
        final List<Row> handedOn = new ArrayList<>();
        final List<Row> workers = new ArrayList<>();
    }

    /// Takes a session that the merge left.
    void add(MiningSession session, int run, int ordinal) {
        Work work = session.isConfirmed() ? session.ratedWork() : null;
        if (work == null || session.clientIp().equals(session.serverIp())) {
            return;
        }
        Row row = new Row(run, ordinal, session.clientIp(), session.start(), session.end(), work);
        if (addresses.contains(session.clientIp())) {
            group(session, session.clientIp(), work.unit()).handedOn.add(row);
        }
        if (addresses.contains(session.serverIp())) {
            group(session, session.serverIp(), work.unit()).workers.add(row);
        }
    }

    private Group group(MiningSession session, String address, String unit) {
        Place place = new Place(session.site(), address, session.algorithm(), unit);
        return groups.computeIfAbsent(place, key -> new Group());
    }

    /// Decides for each proxy which of its sides counts; to be called once, before [#isAside].
    List<ProxyLine> resolve() {
        groups.values().forEach(Proxies::keepOverlapping);
        groups.values().removeIf(group -> group.handedOn.isEmpty());
        List<ProxyLine> lines = new ArrayList<>();
        groups.forEach((place, group) -> {
            Work handedOn = sum(group.handedOn);
            Work workers = sum(group.workers);
            boolean more = isMore(handedOn, workers);
            if (more) {
                setWorkersAside(place, new HashSet<>());
            } else {
                group.handedOn.forEach(this::setAside);
            }
            long clients = group.workers.stream().map(Row::client).distinct().count();
            lines.add(new ProxyLine(place.site, place.address, place.algorithm, clients, handedOn, workers, more));
        });
        return lines;
    }

    private static void keepOverlapping(Group group) {
        List<Row> all = List.copyOf(group.handedOn);
        group.handedOn.removeIf(row -> group.workers.stream().noneMatch(row::overlaps));
        group.workers.removeIf(row -> all.stream().noneMatch(row::overlaps));
    }

    private static Work sum(List<Row> rows) {
        return rows.stream()
                .map(Row::work)
                .sorted(Comparator.comparingDouble(Work::hashes).thenComparingDouble(Work::squares))
                .reduce(Work::plus)
                .orElseThrow();
    }

    private static boolean isMore(Work handedOn, Work workers) {
        if (!HashRate.applies(handedOn, 1) || !HashRate.applies(workers, 1)) {
            return false;
        }
        return HashRate.of(handedOn, 1).low() > HashRate.of(workers, 1).high();
    }

    /// Also those of workers that are proxies themselves.
    private void setWorkersAside(Place place, Set<Place> visited) {
        Group group = groups.get(place);
        if (group == null || !visited.add(place)) {
            return;
        }
        for (Row row : group.workers) {
            setAside(row);
            setWorkersAside(new Place(place.site, row.client, place.algorithm, place.unit), visited);
        }
    }

    private void setAside(Row row) {
        aside.computeIfAbsent(row.run, key -> new BitSet()).set(row.ordinal);
    }

    /// Whether the work of the finding at a place counts through others.
    boolean isAside(int run, int ordinal) {
        @Nullable BitSet places = aside.get(run);
        return places != null && places.get(ordinal);
    }
}
