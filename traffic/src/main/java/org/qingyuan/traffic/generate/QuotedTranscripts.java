package org.qingyuan.traffic.generate;

import java.util.List;
import java.util.random.RandomGenerator;
import org.qingyuan.traffic.generate.wire.Endpoint;

/// Pages, mails, tables and files that quote whole mining sessions, both sides' lines, as people write who study them.
final class QuotedTranscripts {
    private QuotedTranscripts() {}

    /// Lines of a Stratum, a CryptoNote and an EthProxy session, questions and answers in turn.
    private static List<String> lines(RandomGenerator random) {
        String blob = "0e0e" + Hex.random(random, 74);
        String job = "{\"blob\":\"" + blob + "\",\"job_id\":\"j1\",\"target\":\"b88d0600\",\"algo\":\"rx/0\","
                + "\"height\":2471200,\"seed_hash\":\"" + Hex.random(random, 32) + "\"}";
        String work = "[\"0x" + Hex.random(random, 32) + "\",\"0x" + Hex.random(random, 32) + "\",\"0x00000000"
                + Hex.random(random, 28) + "\"]";
        return List.of(
                "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"cgminer/4.11.1\"]}",
                "{\"id\":1,\"result\":[[[\"mining.set_difficulty\",\"1\"],[\"mining.notify\",\"1\"]],\"08000002\",4],"
                        + "\"error\":null}",
                "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"" + Wallets.bitcoin(random) + ".a\",\"x\"]}",
                "{\"id\":2,\"result\":true,\"error\":null}",
                "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[8192]}",
                "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"bf\",\"" + Hex.random(random, 32) + "\",\"01"
                        + Hex.random(random, 50) + "\",\"" + Hex.random(random, 60) + "\",[],\"20000000\",\"170e2632\","
                        + "\"6164d700\",true]}",
                "{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"a.a\",\"bf\",\"00000001\",\"6164d708\","
                        + "\"b2957c02\"]}",
                "{\"id\":4,\"result\":true,\"error\":null}",
                "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\"" + Wallets.monero(random)
                        + "\",\"pass\":\"x\",\"agent\":\"XMRig/6.15.2\"}}",
                "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"s1\",\"job\":" + job
                        + ",\"status\":\"OK\"}}",
                "{\"id\":2,\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"s1\",\"job_id\":\"j1\","
                        + "\"nonce\":\"d0030040\",\"result\":\"" + Hex.random(random, 29) + "050000\"}}",
                "{\"id\":2,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}",
                "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"eth_submitLogin\",\"params\":[\"" + Wallets.ethereum(random)
                        + "\",\"x\"]}",
                "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":true}",
                "{\"id\":3,\"jsonrpc\":\"2.0\",\"method\":\"eth_getWork\",\"params\":[]}",
                "{\"id\":0,\"jsonrpc\":\"2.0\",\"result\":" + work + "}",
                "{\"id\":4,\"jsonrpc\":\"2.0\",\"method\":\"eth_submitWork\",\"params\":" + work + "}",
                "{\"id\":4,\"jsonrpc\":\"2.0\",\"result\":true}");
    }

    private static String text(RandomGenerator random) {
        return String.join("\n", lines(random)) + "\n";
    }

    static void webPage(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 60), NearMissScenarios.server(100, 80), 0.5);
        for (int i = 0; i < 6; i++) {
            chat.client("GET /stratum-" + i + ".html HTTP/1.1\r\nHost: blog.example\r\n\r\n");
            String page = "<html><body><h1>How miners talk</h1><pre>\n" + text(random) + "</pre></body></html>\n";
            chat.server("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: " + page.length() + "\r\n\r\n"
                    + page);
            chat.client("GET /raw-" + i + ".txt HTTP/1.1\r\nHost: blog.example\r\n\r\n");
            String raw = text(random);
            chat.server("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + raw.length()
                    + "\r\n\r\n" + raw);
            chat.pause(20);
        }
        chat.end();
    }

    static void mail(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat smtp = new Chat(stage, NearMissScenarios.client(stage, 61), NearMissScenarios.server(101, 25), 0.5);
        smtp.server("220 mail.example ESMTP\r\n").client("EHLO lab.example\r\n").server("250 OK\r\n");
        smtp.client("MAIL FROM:<a@lab.example>\r\n").server("250 OK\r\n");
        smtp.client("RCPT TO:<b@mail.example>\r\n").server("250 OK\r\n");
        smtp.client("DATA\r\n").server("354 go ahead\r\n");
        smtp.client("Subject: strange traffic\r\n\r\nwe saw this:\r\n");
        for (String line : lines(random)) {
            smtp.client(line + "\r\n").pause(5);
        }
        smtp.client(".\r\n")
                .server("250 queued\r\n")
                .client("QUIT\r\n")
                .server("221 bye\r\n")
                .end();
        Chat pop = new Chat(stage, NearMissScenarios.client(stage, 62), NearMissScenarios.server(101, 110), 2);
        pop.server("+OK ready\r\n").client("RETR 1\r\n");
        pop.server("+OK\r\nSubject: strange traffic\r\n\r\n" + text(random).replace("\n", "\r\n") + ".\r\n")
                .end();
    }

    static void sql(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 63), NearMissScenarios.server(102, 3306), 0.5);
        chat.server("J\0\0\0\n5.7.35-log\0").client("S\0\0\1\3SELECT line FROM traffic WHERE line LIKE '%mining.%'");
        for (int i = 0; i < 4; i++) {
            StringBuilder rows = new StringBuilder();
            int number = 0;
            for (String line : lines(random)) {
                rows.append((char) (line.length() & 127)).append("\0\0").append((char) ++number);
                rows.append(line).append('\n');
            }
            chat.client("S\0\0\1\3SELECT line FROM traffic LIMIT 20")
                    .server(rows.toString())
                    .pause(25);
        }
        chat.end();
    }

    /// The client asks by opening; the file begins with a transcript's first line.
    static void download(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 64), NearMissScenarios.server(103, 3333), 0.5);
        for (int i = 0; i < 8; i++) {
            chat.server(text(random)).pause(15);
        }
        chat.end();
        Chat slow = new Chat(stage, NearMissScenarios.client(stage, 65), NearMissScenarios.server(103, 9999), 1);
        for (String line : lines(random)) {
            slow.server(line + "\n").pause(6);
        }
        slow.end();
    }

    static void upload(Stage stage) {
        RandomGenerator random = stage.random.split();
        Chat chat = new Chat(stage, NearMissScenarios.client(stage, 66), NearMissScenarios.server(104, 9999), 0.5);
        for (int i = 0; i < 8; i++) {
            chat.client(text(random)).pause(15);
        }
        chat.server("https://paste.example/k3j9\n").end();
    }

    static void ftp(Stage stage) {
        RandomGenerator random = stage.random.split();
        Endpoint client = NearMissScenarios.client(stage, 67);
        Chat control = new Chat(stage, client, NearMissScenarios.server(105, 21), 0.5);
        control.server("220 ftp.example\r\n").client("USER lab\r\n").server("331 password\r\n");
        control.client("PASS x\r\n").server("230 in\r\n").client("EPSV\r\n");
        control.server("229 Entering Extended Passive Mode (|||51200|)\r\n").client("RETR transcripts.txt\r\n");
        control.server("150 opening\r\n")
                .pause(70)
                .server("226 done\r\n")
                .client("QUIT\r\n")
                .server("221 bye\r\n");
        control.end();
        Endpoint second = new Endpoint(client.address(), client.port() + 1);
        Chat data = new Chat(stage, second, NearMissScenarios.server(105, 51_200), 1.2);
        for (int i = 0; i < 12; i++) {
            data.server(text(random)).pause(5);
        }
        data.end();
    }
}
