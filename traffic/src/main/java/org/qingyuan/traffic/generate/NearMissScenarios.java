package org.qingyuan.traffic.generate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.qingyuan.traffic.generate.Scenario.Kind;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// What looks like mining and is none: a right scan is silent about every one of these.
final class NearMissScenarios {
    private static final String START = "2021-10-12T01:00:00Z";

    private NearMissScenarios() {}

    static List<Scenario> rows() {
        return List.of(
                row("bitcoin-p2p", "a Bitcoin node and its peers", BinaryNearMisses::bitcoin),
                row("ethereum-p2p", "an Ethereum node: RLPx-like streams and discovery", BinaryNearMisses::ethereum),
                row("monero-p2p", "a Monero node: Levin, on 18080 and on 3333", BinaryNearMisses::monero),
                row("mqtt", "MQTT on port 3333", BinaryNearMisses::mqtt),
                row("websocket", "WebSocket keep-alives on 443 and 3333", BinaryNearMisses::webSocket),
                row("tls-3333", "records like those of TLS on port 3333", BinaryNearMisses::tls),
                row(
                        "node-rpc",
                        "JSON-RPC of an Ethereum node, eth_hashrate and eth_mining among it",
                        RpcNearMisses::node),
                row(
                        "wallet-rpc",
                        "JSON-RPC of Bitcoin and Monero wallets and nodes, getmininginfo among it",
                        RpcNearMisses::wallet),
                row("exchange", "an exchange polls getblocktemplate and never submits", RpcNearMisses::exchange),
                row("lsp", "an editor speaks to its language server", RpcNearMisses::languageServer),
                row("electrum", "an Electrum wallet at its server", RpcNearMisses::electrum),
                row("chat-login", "a chat service whose methods are login, submit and job", RpcNearMisses::chat),
                row("iot-login", "meters that log in and submit values, status OK, no job", RpcNearMisses::meters),
                row("data-mining", "a text mining service with methods named mining.*", RpcNearMisses::dataMining),
                row("quoted-rpc", "a JSON-RPC service that carries mining.* in strings", RpcNearMisses::quoted),
                row("log-shipper", "JSON lines of logs with method, params and result members", RpcNearMisses::logs),
                row("web-page", "a web page quotes whole transcripts", QuotedTranscripts::webPage),
                row("mail", "a mail quotes whole transcripts line by line", QuotedTranscripts::mail),
                row("sql-result", "a database answers with transcripts in its rows", QuotedTranscripts::sql),
                row("download", "a plain download of transcripts, the client silent", QuotedTranscripts::download),
                row("upload", "a plain upload of transcripts, the server silent", QuotedTranscripts::upload),
                row("ftp", "FTP: transcripts on a data connection", QuotedTranscripts::ftp),
                row("syn-scan", "SYN scans of 3333, 8333 and 14444", BackgroundNearMisses::synScan),
                row("dns-lookups", "look-ups of pool names", BackgroundNearMisses::dns),
                row("ntp-ldap", "NTP, LDAP and syslog with the word stratum", BackgroundNearMisses::stratumText));
    }

    private static Scenario row(String word, String shows, Consumer<Stage> build) {
        return new Scenario(
                word,
                Kind.NEAR_MISS,
                shows,
                studio -> studio.capture(START, stage -> {
                    build.accept(stage);
                    plantNothing(stage, 0, shows);
                }));
    }

    /// Plants one truth for the background and all connections after the first so many: nothing is to find.
    static void plantNothing(Stage stage, int after, String note) {
        Set<Integer> talks = new LinkedHashSet<>();
        talks.add(0);
        for (int talk = after + 1; talk <= stage.talks(); talk++) {
            talks.add(talk);
        }
        Planted nothing = Studio.nothing(note);
        Endpoint client = stage.talks() <= after
                ? nothing.client()
                : stage.script(after + 1).client();
        Endpoint server = stage.talks() <= after
                ? nothing.server()
                : stage.script(after + 1).server();
        stage.plant(new Planted(Planted.Expected.NONE, null, client, server, 0, "H", new Ledger(), talks, note));
    }

    /// A client of the campus at an ephemeral port.
    static Endpoint client(Stage stage, int host) {
        return Endpoint.of("10.20.5." + host, 49_152 + stage.random.nextInt(16_000));
    }

    static Endpoint server(int host, int port) {
        return Endpoint.of("198.51.100." + host, port);
    }
}
