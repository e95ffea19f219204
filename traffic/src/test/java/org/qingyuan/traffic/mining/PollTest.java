package org.qingyuan.traffic.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qingyuan.traffic.mining.Fields.map;
import static org.qingyuan.traffic.mining.Fields.rate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;

class PollTest {
    private static final String MINER = "/?miner=30@0x4b999ba68e017854ffb6b494bc2ddb9ef02bd745@rig";
    private static final String HEADER = "d49408f639581e7c4daffd1b20ee981139ca96694a7e6460dad17a9bb45efcf6";
    private static final String TARGET = "00000000dbe6fecebdedd5beb573440e5a884d1b2fbf06fcce912adcb8d8422e";

    private static String post(String target, String body) {
        return "POST " + target
                + " HTTP/1.1\r\nHost: pool.example.org\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    private static String answer(String body) {
        return "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n"
                + body + "\r\n0\r\n\r\n";
    }

    private static String work(String header) {
        return answer("{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":[\"0x" + header + "\",\"0x" + "71".repeat(32)
                + "\",\"0x" + TARGET + "\"]}");
    }

    @Test
    void pollsOverSeveralConnectionsAreOneSession() {
        Talk talk = new Talk("2017-01-17T12:34:40Z");
        talk.connect(49_417)
                .raw(0, post(MINER, "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"eth_getWork\"}"))
                .raw(1, work(HEADER));
        talk.end().after(30);
        talk.connect(49_418)
                .raw(
                        0,
                        post(
                                MINER,
                                "{\"id\":1,\"method\":\"eth_submitWork\",\"params\":[\"0x" + "0".repeat(16) + "\",\"0x"
                                        + HEADER + "\",\"0x" + "1".repeat(64) + "\"]}"))
                .raw(1, answer("{\"id\":73,\"jsonrpc\":\"2.0\",\"result\":true}"));
        Finding finding = talk.only();
        assertThat(finding.rule()).isEqualTo("mining.session");
        assertThat(finding.fields())
                .containsEntry("dialect", "eth-getwork")
                .containsEntry("algorithm", "ethash")
                .containsEntry("wallet", "0x4b999ba68e017854ffb6b494bc2ddb9ef02bd745")
                .containsEntry("workers", List.of("rig"))
                .containsEntry("connections", 2L);
        assertThat(map(finding, "client")).containsEntry("port", 49_417L);
        assertThat(map(finding, "shares")).containsEntry("accepted", 1L);
        assertThat(map(finding, "pool"))
                .containsEntry("host", "pool.example.org")
                .containsEntry("source", "host-header");
        assertThat(rate(finding).best()).isEqualTo(5.0e9 / 30, within(1e6));
    }

    @Test
    void templatesWithoutABlockAreSilent() {
        Talk talk = new Talk().connect();
        for (int i = 0; i < 30; i++) {
            talk.raw(0, post("/", "{\"id\":1,\"method\":\"getblocktemplate\",\"params\":[{\"rules\":[\"segwit\"]}]}"))
                    .raw(1, template("170e0f6b"))
                    .after(10);
        }
        assertThat(talk.findings()).isEmpty();
    }

    private static String template(String bits) {
        String transactions = ("{\"data\":\"" + "ab".repeat(2000) + "\"},").repeat(60);
        return answer("{\"id\":1,\"result\":{\"version\":536870912,\"previousblockhash\":\"" + "0".repeat(16)
                + "cd".repeat(24)
                + "\",\"transactions\":[" + transactions
                + "{\"data\":\"00\"}],\"coinbasevalue\":625000000,\"target\":\""
                + "0".repeat(8) + "f".repeat(56) + "\",\"bits\":\"" + bits + "\",\"height\":704000},\"error\":null}");
    }

    @Test
    void aSubmittedBlockIsASession() {
        String previous = "dc".repeat(24).replace("dc", "cd") + "0".repeat(16);
        String block =
                "00000020" + previous + "ee".repeat(32) + "00000000" + "6b0f0e17" + "00000000" + "00".repeat(4000);
        Finding finding = new Talk()
                .connect()
                .raw(0, post("/", "{\"id\":1,\"method\":\"getblocktemplate\",\"params\":[{\"rules\":[\"segwit\"]}]}"))
                .raw(1, template("170e0f6b"))
                .after(10)
                .raw(0, post("/", "{\"id\":2,\"method\":\"submitblock\",\"params\":[\"" + block + "\"]}"))
                .raw(1, answer("{\"id\":2,\"result\":null,\"error\":null}"))
                .only();
        assertThat(finding.fields()).containsEntry("dialect", "getblocktemplate");
        assertThat(map(finding, "shares")).containsEntry("submitted", 1L).containsEntry("accepted", 1L);
        assertThat((Double) map(finding, "work").get("hashes")).isBetween(0x1p32 * 0.999, 0x1p32 * 1.001);
    }

    @Test
    void aBlockHandedToANodeThatGaveNoTemplateIsSilent() {
        String block = "00000020" + "cd".repeat(32) + "ee".repeat(32) + "00000000" + "6b0f0e17" + "00000000"
                + "00".repeat(4000);
        List<Finding> relayed = new Talk()
                .connect()
                .raw(0, post("/", "{\"id\":2,\"method\":\"submitblock\",\"params\":[\"" + block + "\"]}"))
                .raw(1, answer("{\"id\":2,\"result\":\"duplicate\",\"error\":null}"))
                .findings();
        assertThat(relayed).isEmpty();
    }

    @Test
    void theServerMayAdvertiseStratum() {
        String advertising = answer("{\"id\":1,\"result\":null,\"error\":{\"code\":-1,\"message\":\"no\"}}")
                .replace("\r\n\r\n", "\r\nX-Stratum: stratum+tcp://pool.example:3333\r\n\r\n");
        Talk talk = new Talk().connect();
        for (int i = 0; i < 2; i++) {
            String data = "00000001" + "ab".repeat(64) + "00000000" + "6b0f0e17" + "00".repeat(52);
            talk.raw(0, post("/", "{\"id\":1,\"method\":\"getwork\",\"params\":[]}"))
                    .raw(
                            1,
                            i == 0
                                    ? advertising
                                    : answer("{\"id\":1,\"result\":{\"data\":\"" + data + "\",\"target\":\""
                                            + "f".repeat(56) + "00000000\"}}"))
                    .after(70);
        }
        Finding finding = talk.raw(0, post("/", "{\"id\":1,\"method\":\"getwork\",\"params\":[]}"))
                .only();
        assertThat(map(finding, "pool")).containsEntry("advertised", "stratum+tcp://pool.example:3333");
    }

    @Test
    void getworkIsRefusedByAServerThatAnswersBareJson() {
        String poll =
                "POST / HTTP/1.1\r\nAuthorization: Basic Qmlnc2t5OjEyMw==\r\nUser-Agent: bfgminer/5.2.0\r\nContent-Length: 44\r\n\r\n"
                        + "{\"method\": \"getwork\", \"params\": [], \"id\":0}\n";
        Finding finding = new Talk()
                .connect()
                .raw(0, poll)
                .raw(1, "{\"id\":0,\"result\":null,\"error\":[20,\"Parse error\",null]}\n")
                .only();
        assertThat(finding.fields())
                .containsEntry("reason", "refused")
                .containsEntry("dialect", "getwork")
                .containsEntry("wallet", "Bigsky");
    }

    @Test
    void nodeAskedOverHttpIsSilent() {
        Talk talk = new Talk().connect();
        for (int i = 0; i < 40; i++) {
            talk.raw(
                            0,
                            post(
                                    "/",
                                    "{\"id\":" + i
                                            + ",\"jsonrpc\":\"2.0\",\"method\":\"eth_blockNumber\",\"params\":[]}"))
                    .raw(1, answer("{\"id\":" + i + ",\"jsonrpc\":\"2.0\",\"result\":\"0x4b7\"}"))
                    .after(5);
        }
        assertThat(talk.findings()).isEmpty();
    }

    @Test
    void ethProxyWorkComesWithIdZero() {
        String push = "{\"jsonrpc\":\"2.0\",\"id\":0,\"result\":[\"0x" + HEADER + "\",\"0x" + "71".repeat(32)
                + "\",\"0x" + TARGET + "\"]}";
        Finding finding = new Talk("2017-01-17T12:17:00Z")
                .connect()
                .client(
                        "{\"worker\": \"eth1.0\", \"jsonrpc\": \"2.0\", \"params\": [\"0x9c99d212f7e5daa18ab50810e0fd255d1f04303b/lab.w1\", \"x\"], \"id\": 2, \"method\": \"eth_submitLogin\"}")
                .server("{\"jsonrpc\":\"2.0\",\"id\":2,\"result\":true}")
                .server(push)
                .client(
                        "{\"worker\": \"\", \"jsonrpc\": \"2.0\", \"params\": [], \"id\": 3, \"method\": \"eth_getWork\"}")
                .server(push)
                .client(
                        "{\"id\":6,\"jsonrpc\":\"2.0\",\"method\":\"eth_submitHashrate\",\"params\":[\"0x1d08a61\", \"0x01\"]}")
                .after(291.7)
                .client("{\"id\":4,\"method\":\"eth_submitWork\",\"params\":[\"0x" + "0".repeat(16) + "\",\"0x" + HEADER
                        + "\",\"0x" + "1".repeat(64) + "\"]}")
                .server("{\"jsonrpc\":\"2.0\",\"id\":4,\"result\":true}")
                .only();
        assertThat(finding.fields())
                .containsEntry("dialect", "ethproxy")
                .containsEntry("wallet", "0x9c99d212f7e5daa18ab50810e0fd255d1f04303b")
                .containsEntry("workers", List.of("eth1.0", "lab.w1"));
        assertThat(rate(finding).best()).isEqualTo(17.1e6, within(0.1e6));
        assertThat(map(finding, "selfReported"))
                .containsEntry("hashRate", 30_444_129.0)
                .containsEntry("consistent", true);
    }
}
