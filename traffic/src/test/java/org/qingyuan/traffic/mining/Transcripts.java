package org.qingyuan.traffic.mining;

import java.util.ArrayList;
import java.util.List;

/// A conversation of each dialect as bytes by side, for tests that damage them.
final class Transcripts {
    record Line(int side, String text) {}

    private Transcripts() {}

    static List<List<Line>> all() {
        return List.of(stratum(), zcash(), ethProxy(), cryptonote(), getwork(), ethGetwork(), blockTemplate());
    }

    private static List<Line> stratum() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(0, "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"cgminer/4.11.1\"]}\n"));
        lines.add(new Line(1, "{\"id\":1,\"result\":[[[\"mining.notify\",\"s\"]],\"08000002\",4],\"error\":null}\n"));
        lines.add(new Line(0, "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"1Boat.rig\",\"x\"]}\n"));
        lines.add(new Line(1, "{\"id\":2,\"result\":true,\"error\":null}\n"));
        lines.add(new Line(1, "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[8192]}\n"));
        lines.add(new Line(
                1,
                "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"a\",\"" + "0".repeat(64)
                        + "\",\"01\",\"ff\",[\"" + "c".repeat(64)
                        + "\"],\"20000000\",\"170e0f6b\",\"61650d00\",true]}\n"));
        lines.add(new Line(
                0,
                "{\"id\":3,\"method\":\"mining.submit\",\"params\":[\"w\",\"a\",\"01\",\"61650d10\",\"0badf00d\"]}\n"));
        lines.add(new Line(1, "{\"id\":3,\"result\":null,\"error\":[21,\"Job not found\",null]}\n"));
        return lines;
    }

    private static List<Line> zcash() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                0,
                "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"equihash\",null,\"z.example\",\"2142\"]}\n"));
        lines.add(new Line(1, "{\"id\":1,\"result\":[null,\"c208ec77\"],\"error\":null}\n"));
        lines.add(new Line(
                1, "{\"id\":null,\"method\":\"mining.set_target\",\"params\":[\"0007ff" + "f".repeat(58) + "\"]}\n"));
        lines.add(new Line(
                1,
                "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"39f2\",\"04000000\",\"" + "2".repeat(64)
                        + "\",\"" + "3".repeat(64) + "\",\"" + "0".repeat(64)
                        + "\",\"16ee7c58\",\"1d1ca97d\",true]}\n"));
        lines.add(new Line(
                0,
                "{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"w\",\"39f2\",\"16ee7c58\",\"" + "4".repeat(32)
                        + "\",\"fd4005" + "0".repeat(2688) + "\"]}\n"));
        return lines;
    }

    private static List<Line> ethProxy() {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                0,
                "{\"id\":2,\"method\":\"eth_submitLogin\",\"worker\":\"e\",\"params\":[\"0x" + "9".repeat(40)
                        + ".w\"]}\n"));
        lines.add(new Line(1, "{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":true}\n"));
        lines.add(new Line(1, work("a")));
        lines.add(new Line(0, "{\"id\":6,\"method\":\"eth_submitHashrate\",\"params\":[\"0x1d08a61\",\"0x01\"]}\n"));
        lines.add(new Line(
                0,
                "{\"id\":4,\"method\":\"eth_submitWork\",\"params\":[\"0x" + "0".repeat(16) + "\",\"0x" + "a".repeat(64)
                        + "\",\"0x" + "1".repeat(64) + "\"]}\n"));
        lines.add(new Line(1, "{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":true}\n"));
        return lines;
    }

    private static String work(String header) {
        return "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":[\"0x" + header.repeat(64) + "\",\"0x" + "7".repeat(64)
                + "\",\"0x00000000" + "d".repeat(56) + "\",\"0xcf0000\"]}\n";
    }

    private static List<Line> cryptonote() {
        List<Line> lines = new ArrayList<>();
        String job = "\"blob\":\"" + "0e".repeat(76) + "\",\"job_id\":\"j\",\"target\":\"b88d0600\",\"algo\":\"rx/0\"";
        lines.add(
                new Line(
                        0,
                        "{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"4A.w\",\"pass\":\"x\",\"agent\":\"XMRig/6\"}}\n"));
        lines.add(new Line(
                1, "{\"id\":1,\"error\":null,\"result\":{\"id\":\"s\",\"job\":{" + job + "},\"status\":\"OK\"}}\n"));
        lines.add(new Line(
                0,
                "{\"id\":2,\"method\":\"submit\",\"params\":{\"id\":\"s\",\"job_id\":\"j\",\"nonce\":\"0a0b0c0d\",\"result\":\""
                        + "1".repeat(48) + "00".repeat(8) + "\"}}\n"));
        lines.add(new Line(1, "{\"id\":2,\"error\":null,\"result\":{\"status\":\"OK\"}}\n"));
        lines.add(new Line(1, "{\"method\":\"job\",\"params\":{" + job.replace("\"j\"", "\"k\"") + "}}\n"));
        return lines;
    }

    private static List<Line> getwork() {
        List<Line> lines = new ArrayList<>();
        String body = "{\"method\":\"getwork\",\"params\":[],\"id\":0}";
        lines.add(new Line(
                0,
                "POST /lp?miner=0x" + "a".repeat(40)
                        + " HTTP/1.1\r\nHost: p.example:8332\r\nAuthorization: Basic YTpi\r\nContent-Length: "
                        + body.length() + "\r\n\r\n" + body));
        String result = "{\"id\":0,\"result\":{\"data\":\"" + "0".repeat(144) + "1b00ffff" + "0".repeat(104)
                + "\",\"target\":\"" + "f".repeat(56) + "00000000\"},\"error\":null}";
        lines.add(new Line(
                1,
                "HTTP/1.1 200 OK\r\nX-Stratum: stratum+tcp://p.example:3333\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(result.length()) + ";x=y\r\n" + result + "\r\n0\r\nTrailer: t\r\n\r\n"));
        return lines;
    }

    private static Line post(String body) {
        return new Line(
                0, "POST / HTTP/1.1\r\nHost: p.example\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static Line answer(String body) {
        return new Line(1, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static List<Line> ethGetwork() {
        List<Line> lines = new ArrayList<>();
        lines.add(post("{\"id\":1,\"method\":\"eth_getWork\",\"params\":[]}"));
        lines.add(answer(work("b").strip()));
        lines.add(post("{\"id\":1,\"method\":\"eth_submitWork\",\"params\":[\"0x" + "0".repeat(16) + "\",\"0x"
                + "b".repeat(64) + "\",\"0x" + "1".repeat(64) + "\"]}"));
        lines.add(answer("{\"id\":1,\"result\":true}"));
        return lines;
    }

    private static List<Line> blockTemplate() {
        List<Line> lines = new ArrayList<>();
        lines.add(post("{\"id\":1,\"method\":\"getblocktemplate\",\"params\":[{\"rules\":[\"segwit\"]}]}"));
        lines.add(answer("{\"id\":1,\"result\":{\"transactions\":[{\"data\":\"" + "ab".repeat(100)
                + "\"}],\"previousblockhash\":\"" + "cd".repeat(32) + "\",\"target\":\"" + "0".repeat(8)
                + "f".repeat(56) + "\",\"bits\":\"170e0f6b\"},\"error\":null}"));
        lines.add(post("{\"id\":2,\"method\":\"submitblock\",\"params\":[\"00000020" + "cd".repeat(32) + "ee".repeat(32)
                + "00000000" + "6b0f0e17" + "00000000" + "00".repeat(100) + "\"]}"));
        lines.add(answer("{\"id\":2,\"result\":null,\"error\":null}"));
        return lines;
    }
}
