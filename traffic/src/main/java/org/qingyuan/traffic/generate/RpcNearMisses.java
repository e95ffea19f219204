package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;

/// JSON-RPC and JSON lines of services that do not mine.
final class RpcNearMisses {
    private static final int TURNS = 18;

    private RpcNearMisses() {}

    static void node(Stage stage) {
        RandomGenerator random = stage.random.split();
        String[] methods = {
            "eth_blockNumber",
            "eth_gasPrice",
            "eth_hashrate",
            "eth_mining",
            "net_peerCount",
            "eth_getBalance",
            "eth_getBlockByNumber",
            "eth_sendRawTransaction"
        };
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 40), NearMissScenarios.server(80, 8545), 0.5);
        for (int i = 0; i < TURNS; i++) {
            String method = methods[i % methods.length];
            String result = switch (method) {
                case "eth_mining" -> "false";
                case "eth_getBlockByNumber" ->
                    "{\"difficulty\":\"0x2386f26fc10000\",\"hash\":\"0x" + Hex.random(random, 32)
                            + "\",\"mixHash\":\"0x" + Hex.random(random, 32) + "\",\"nonce\":\"0x"
                            + Hex.random(random, 8) + "\",\"miner\":\"0x" + Hex.random(random, 20) + "\"}";
                default -> "\"0x" + Long.toHexString(13_400_000L + i) + "\"";
            };
            chat.client(post("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"" + method + "\",\"params\":[]}"));
            chat.server(reply("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"result\":" + result + "}"))
                    .pause(7);
        }
        chat.end();
        Chat lines = new Chat(stage, NearMissScenarios.client(stage, 41), NearMissScenarios.server(80, 8546), 1);
        lines.client("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"eth_subscribe\",\"params\":[\"newHeads\"]}\n");
        lines.server("{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":\"0x9ce59a13059e417087c02d3236a0b1cc\"}\n");
        for (int i = 0; i < TURNS; i++) {
            lines.pause(13)
                    .server("{\"jsonrpc\":\"2.0\",\"method\":\"eth_subscription\",\"params\":{\"subscription\":"
                            + "\"0x9ce59a13059e417087c02d3236a0b1cc\",\"result\":{\"hash\":\"0x"
                            + Hex.random(random, 32) + "\",\"number\":\"0xcc78" + Hex.of(i, 2) + "\"}}}\n");
        }
        lines.end();
    }

    static void wallet(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat bitcoin = new Chat(stage, NearMissScenarios.client(stage, 42), NearMissScenarios.server(81, 8332), 0.5);
        String[] methods = {"getblockcount", "getmininginfo", "getnetworkhashps", "getbalance", "sendtoaddress"};
        for (int i = 0; i < TURNS; i++) {
            String method = methods[i % methods.length];
            String result = method.equals("getmininginfo")
                    ? "{\"blocks\":704600,\"difficulty\":19893045048575.59,\"networkhashps\":1.4e20,\"chain\":\"main\"}"
                    : Integer.toString(704_600 + i);
            bitcoin.client(post("{\"id\":" + i + ",\"method\":\"" + method + "\",\"params\":[]}"));
            bitcoin.server(reply("{\"result\":" + result + ",\"error\":null,\"id\":" + i + "}"))
                    .pause(6);
        }
        bitcoin.end();
        Chat monero = new Chat(stage, NearMissScenarios.client(stage, 43), NearMissScenarios.server(82, 18_081), 1);
        for (int i = 0; i < TURNS; i++) {
            monero.client(post("{\"jsonrpc\":\"2.0\",\"id\":\"0\",\"method\":\"get_block_template\",\"params\":{"
                    + "\"wallet_address\":\"" + Wallets.monero(random) + "\",\"reserve_size\":60}}"));
            monero.server(reply("{\"id\":\"0\",\"jsonrpc\":\"2.0\",\"result\":{\"blockhashing_blob\":\"0e0e"
                    + Hex.random(random, 74) + "\",\"difficulty\":330000000000,\"height\":2471200,\"seed_hash\":\""
                    + Hex.random(random, 32) + "\",\"status\":\"OK\"}}"));
            monero.client("GET /getheight HTTP/1.1\r\nHost: node.example\r\n\r\n");
            monero.server(reply("{\"hash\":\"" + Hex.random(random, 32) + "\",\"height\":2471200,\"status\":\"OK\"}"));
            monero.pause(5);
        }
        monero.end();
    }

    static void exchange(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 44), NearMissScenarios.server(83, 8332), 0.5);
        for (int i = 0; i < TURNS; i++) {
            chat.client(
                    post("{\"id\":" + i + ",\"method\":\"getblocktemplate\",\"params\":[{\"rules\":[\"segwit\"]}]}"));
            String body = new BlockTemplate(random, 8, "170e0f6b")
                    .answer(Hex.zeros(10) + Hex.random(random, 22), 704_600 + i, 1_634_000_000L + 20L * i, 8.5e22);
            chat.server(reply(body)).pause(20);
        }
        chat.end();
    }

    static void languageServer(Stage stage) {
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 45), NearMissScenarios.server(84, 3333), 0.5);
        chat.client(framed("{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"processId\":4711,"
                + "\"rootUri\":\"file:///home/lab/miner\",\"capabilities\":{}}}"));
        chat.server(framed("{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":{\"capabilities\":{\"hoverProvider\":true}}}"));
        for (int i = 1; i <= TURNS; i++) {
            chat.client(framed("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"method\":\"textDocument/hover\",\"params\":{"
                    + "\"textDocument\":{\"uri\":\"file:///home/lab/miner/submit.c\"},\"position\":{\"line\":" + i
                    + ",\"character\":4}}}"));
            chat.server(framed("{\"jsonrpc\":\"2.0\",\"id\":" + i + ",\"result\":{\"contents\":"
                    + "\"int mining_submit(struct job *job)\"}}"));
            chat.pause(8);
        }
        chat.end();
    }

    static void electrum(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 46), NearMissScenarios.server(85, 50_001), 0.5);
        chat.client("{\"id\":0,\"method\":\"server.version\",\"params\":[\"4.1.5\",\"1.4\"]}\n");
        chat.server("{\"id\":0,\"jsonrpc\":\"2.0\",\"result\":[\"ElectrumX 1.16.0\",\"1.4\"]}\n");
        chat.client("{\"id\":1,\"method\":\"blockchain.headers.subscribe\",\"params\":[]}\n");
        chat.server("{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":{\"height\":704600,\"hex\":\"" + Hex.random(random, 80)
                + "\"}}\n");
        for (int i = 2; i < TURNS; i++) {
            chat.client("{\"id\":" + i + ",\"method\":\"blockchain.scripthash.subscribe\",\"params\":[\""
                    + Hex.random(random, 32) + "\"]}\n");
            chat.server("{\"id\":" + i + ",\"jsonrpc\":\"2.0\",\"result\":\"" + Hex.random(random, 32) + "\"}\n");
            chat.pause(12);
            chat.server("{\"jsonrpc\":\"2.0\",\"method\":\"blockchain.headers.subscribe\",\"params\":[{\"height\":"
                    + (704_600 + i) + ",\"hex\":\"" + Hex.random(random, 80) + "\"}]}\n");
        }
        chat.end();
    }

    static void chat(Stage stage) {
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 47), NearMissScenarios.server(86, 4444), 0.5);
        chat.client("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"zhang\",\"pass\":\"x\","
                + "\"agent\":\"CampusChat/2.4 (Android 11)\"}}\n");
        chat.server("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"a81f\",\"rooms\":[\"3-204\"],"
                + "\"status\":\"OK\"}}\n");
        for (int i = 2; i < TURNS; i++) {
            chat.client("{\"id\":" + i + ",\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"a81f\","
                    + "\"text\":\"message " + i + "\"}}\n");
            chat.server("{\"id\":" + i + ",\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}\n");
            chat.pause(9);
            chat.server("{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":{\"title\":\"library assistant\",\"hours\":"
                    + i + "}}\n");
        }
        chat.end();
    }

    static void meters(Stage stage) {
        for (int meter = 0; meter < 3; meter++) {
            Chat chat = new Chat(
                    stage,
                    NearMissScenarios.client(stage, 48 + meter),
                    NearMissScenarios.server(87, 3333),
                    0.5 + meter);
            chat.client("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"meter-" + meter
                    + "\",\"pass\":\"x\",\"agent\":\"meterd/1.0\"}}\n");
            chat.server("{\"id\":1,\"error\":null,\"result\":{\"id\":\"m" + meter + "\",\"status\":\"OK\"}}\n");
            for (int i = 2; i < TURNS; i++) {
                chat.client("{\"id\":" + i + ",\"method\":\"submit\",\"params\":{\"id\":\"m" + meter
                        + "\",\"register\":\"1.8.0\",\"result\":" + (8_000 + 3 * i) + "}}\n");
                chat.server("{\"id\":" + i + ",\"error\":null,\"result\":{\"status\":\"OK\"}}\n");
                chat.pause(15);
                chat.client("{\"id\":9" + i + ",\"method\":\"keepalived\",\"params\":{\"id\":\"m" + meter + "\"}}\n");
                chat.server("{\"id\":9" + i + ",\"error\":null,\"result\":{\"status\":\"KEEPALIVED\"}}\n");
            }
            chat.end();
        }
    }

    static void dataMining(Stage stage) {
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 52), NearMissScenarios.server(88, 9000), 0.5);
        for (int i = 1; i < TURNS; i++) {
            chat.client("{\"id\":" + i + ",\"method\":\"mining.train\",\"params\":[\"corpus-" + i + "\",200]}\n");
            chat.server("{\"id\":" + i + ",\"result\":true,\"error\":null}\n").pause(10);
            chat.server("{\"id\":null,\"method\":\"mining.progress\",\"params\":[" + i + "]}\n");
        }
        chat.end();
    }

    static void quoted(Stage stage) {
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 53), NearMissScenarios.server(89, 7000), 0.5);
        for (int i = 1; i < TURNS; i++) {
            String text = "{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"a.b\",\"1\",\"2\",\"3\",\"4\"]}";
            chat.client("{\"id\":" + i + ",\"method\":\"documents.save\",\"params\":{\"title\":\"mining.authorize\","
                    + "\"text\":" + JsonText.quoted(text) + "}}\n");
            chat.server("{\"id\":" + i + ",\"result\":true,\"error\":null,\"saved\":\"mining.notify\"}\n")
                    .pause(9);
        }
        chat.end();
    }

    static void logs(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 54), NearMissScenarios.server(90, 5044), 0.5);
        String[] methods = {"GET", "POST", "login", "submit", "job", "mining.submit", "eth_getWork"};
        for (int i = 0; i < 4 * TURNS; i++) {
            String method = methods[random.nextInt(methods.length)];
            chat.client("{\"id\":" + i + ",\"timestamp\":\"2021-10-12T01:00:" + Hex.of(i % 60 / 10, 1) + i % 10
                    + "Z\",\"level\":\"info\",\"method\":\"" + method + "\",\"params\":{\"path\":\"/api\"},\"status\":"
                    + "200,\"result\":\"ok\"}\n");
            if (i % 8 == 7) {
                chat.server("{\"ack\":" + i + "}\n").pause(8);
            }
        }
        chat.end();
    }

    private static String framed(String body) {
        return "Content-Length: " + length(body) + "\r\n\r\n" + body;
    }

    private static String post(String body) {
        return "POST /json_rpc HTTP/1.1\r\nHost: node.example\r\nAuthorization: Basic cnBjdXNlcjp4\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + length(body) + "\r\n\r\n" + body;
    }

    private static String reply(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length(body) + "\r\n\r\n"
                + body;
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }
}
