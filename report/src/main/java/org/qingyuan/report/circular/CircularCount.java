package org.qingyuan.report.circular;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.estimate.PeakRate;
import org.qingyuan.estimate.Work;
import org.qingyuan.finding.Holder;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.registry.OrganisationKind;

/// Counts findings one by one; keeps no finding but those that will be listed.
final class CircularCount {
    /// The word under which addresses stand that no organisation holds.
    static final String UNREGISTERED = "unregistered";

    private final ZoneId zone;
    private final HardwareTable hardware;

    final Group all;
    final WorkTally publicSector;
    final Map<String, Group> byAlgorithm = new TreeMap<>();
    final Map<String, AlgorithmCount> algorithms = new TreeMap<>();
    final Map<String, Group> byKind = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();
    final Map<String, String> kindOfClient = new HashMap<>();
    final Map<String, Group> byRegion = new HashMap<>();
    final Map<HolderAt, Group> byOrganisation = new HashMap<>();
    final Map<String, Group> byCoin = new HashMap<>();
    final Map<String, Group> byPool = new HashMap<>();
    final Map<String, String> poolNames = new HashMap<>();
    final Set<String> poolAddresses = new HashSet<>();
    final HourCount hours;
    final ListedSessions sessions = ListedSessions.largestByEnergy();
    final ListedSessions unconfirmed = ListedSessions.longest();
    final ListedSessions attempts = ListedSessions.mostOften();
    long attemptCount;
    long toServer;
    long toClient;
    long contradicted;
    long otherFindings;

    CircularCount(ZoneId zone, HardwareTable hardware) {
        this.zone = zone;
        this.hardware = hardware;
        this.all = group();
        this.publicSector = new WorkTally(hardware, zone);
        this.hours = new HourCount(hardware, zone);
    }

    /// An organisation at a site: two sites may bring registries of their own.
    record HolderAt(String site, Holder holder) {}

    /// Counts of one algorithm beside its group.
    static final class AlgorithmCount {
        final Map<String, List<PeakRate.Session>> rated = new TreeMap<>();
        long withoutRate;
        long accepted;
    }

    private Group group() {
        return new Group(new WorkTally(hardware, zone));
    }

    void add(MiningSession session) {
        switch (session.finding().rule()) {
            case MiningSession.SESSION -> {
                if (session.isConfirmed()) {
                    addConfirmed(session);
                } else {
                    unconfirmed.add(session);
                }
            }
            case MiningSession.ATTEMPT -> {
                attempts.add(session);
                attemptCount += Math.max(1, session.values().count("count"));
            }
            default -> otherFindings++;
        }
    }

    private void addConfirmed(MiningSession session) {
        String client = one(session.clientKey());
        sessions.add(session);
        all.add(session, client);
        hours.add(session);
        toServer += session.values().count("bytes", "toServer");
        toClient += session.values().count("bytes", "toClient");
        contradicted += session.contradictsItself() ? 1 : 0;
        addAlgorithm(session, client);
        addHolder(session, client);
        addPool(session, client);
        String coin = session.coin();
        into(byCoin, coin == null ? "" : coin, session, client);
    }

    private void addAlgorithm(MiningSession session, String client) {
        into(byAlgorithm, session.algorithm(), session, client);
        AlgorithmCount count = algorithms.computeIfAbsent(session.algorithm(), name -> new AlgorithmCount());
        if (session.aside()) {
            return;
        }
        count.accepted += session.values().count("shares", "accepted");
        Work work = session.ratedWork();
        if (work == null) {
            count.withoutRate++;
        } else {
            count.rated
                    .computeIfAbsent(work.unit(), unit -> new ArrayList<>())
                    .add(new PeakRate.Session(session.ratedFrom(), session.end(), work));
        }
    }

    private void addHolder(MiningSession session, String client) {
        Holder holder = session.finding().organisation();
        OrganisationKind kind = holder == null ? null : OrganisationKind.of(holder.kind());
        String word = holder == null ? UNREGISTERED : kindWord(kind);
        kindOfClient.putIfAbsent(client, word);
        into(byKind, word, session, client);
        into(byRegion, holder == null ? "" : CityCode.of(holder.region()), session, client);
        if (holder != null) {
            into(byOrganisation, new HolderAt(session.site(), holder), session, client);
        }
        if (kind != null && kind.publicSector()) {
            publicSector.add(session);
        }
    }

    private static String kindWord(@Nullable OrganisationKind kind) {
        return kind == null ? OrganisationKind.OTHER.word() : kind.word();
    }

    private void addPool(MiningSession session, String client) {
        String endpoint = session.serverEndpoint();
        into(byPool, endpoint, session, client);
        poolAddresses.add(session.serverIp());
        if (!session.poolName().isEmpty()) {
            poolNames.putIfAbsent(endpoint, session.poolName());
        }
    }

    /// The same object for equal clients: 100,000 of them stand in seven groups each.
    private String one(String client) {
        return clients.computeIfAbsent(client, key -> key);
    }

    private <K> void into(Map<K, Group> groups, K key, MiningSession session, String client) {
        groups.computeIfAbsent(key, name -> group()).add(session, client);
    }
}
