package org.qingyuan.report.circular;

import java.util.HashSet;
import java.util.Set;
import org.qingyuan.finding.Finding;

/// Which addresses may be proxies: those that confirmed sessions have on both of their ends.
final class ProxySearch {
    private final Set<String> clients = new HashSet<>();
    private final Set<String> servers = new HashSet<>();

    void add(Finding finding) {
        if (MiningSession.isConfirmed(finding)) {
            MiningSession session = MiningSession.of("", finding);
            clients.add(session.clientIp());
            servers.add(session.serverIp());
        }
    }

    Set<String> addresses() {
        Set<String> both = new HashSet<>(clients);
        both.retainAll(servers);
        both.remove("");
        return both;
    }
}
