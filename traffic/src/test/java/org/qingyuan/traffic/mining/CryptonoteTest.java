package org.qingyuan.traffic.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.qingyuan.traffic.mining.Fields.map;
import static org.qingyuan.traffic.mining.Fields.rate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;

class CryptonoteTest {
    private static final String WALLET = "4"
            + "8aBcDeFgHiJkMnPqRsTuVwXyZ123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
                    .repeat(2)
                    .substring(0, 94);
    private static final String LOGIN = "{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{\"login\":\""
            + WALLET + ".rig7\",\"pass\":\"x\",\"agent\":\"XMRig/6.15.2\",\"rigid\":\"lab\",\"algo\":[\"rx/0\"]}}";

    private static String job(String id, String target, String algorithm) {
        return "\"blob\":\"" + "0e".repeat(76) + "\",\"job_id\":\"" + id + "\",\"target\":\"" + target
                + "\",\"algo\":\"" + algorithm + "\",\"height\":2468000,\"seed_hash\":\"" + "ab".repeat(32) + "\"";
    }

    private static String welcome(String job) {
        return "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"s1\",\"job\":{" + job
                + "},\"status\":\"OK\"}}";
    }

    private static String push(String job) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":{" + job + "}}";
    }

    private static String submit(int id, String job, String tail) {
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{\"id\":\"s1\",\"job_id\":\""
                + job + "\",\"nonce\":\"0a0b0c0d\",\"result\":\"" + "11".repeat(24) + tail + "\"}}";
    }

    private static String ok(int id) {
        return "{\"id\":" + id + ",\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"status\":\"OK\"}}";
    }

    @Test
    void acceptedSharesGiveRateAndWork() {
        Talk talk = new Talk().connect().client(LOGIN).server(welcome(job("j1", "b88d0600", "rx/0")));
        for (int i = 0; i < 5; i++) {
            talk.after(10).client(submit(i + 2, "j1", "9d5c000000000000")).server(ok(i + 2));
        }
        Finding finding = talk.after(6.5)
                .client("{\"id\":9,\"method\":\"keepalived\",\"params\":{\"id\":\"s1\"}}")
                .only();
        assertThat(finding.rule()).isEqualTo("mining.session");
        assertThat(finding.fields())
                .containsEntry("algorithm", "rx/0")
                .containsEntry("wallet", WALLET)
                .containsEntry("workers", List.of("rig7", "lab"))
                .containsEntry("agent", "XMRig/6.15.2");
        assertThat(map(finding, "shares"))
                .containsEntry("submitted", 5L)
                .containsEntry("accepted", 5L)
                .containsEntry("unanswered", 0L);
        assertThat(map(finding, "work")).containsEntry("hashes", 50_000.0).containsEntry("largestWeight", 10_000.0);
        Estimate rate = rate(finding);
        assertThat(rate.best()).isEqualTo(885, within(0.5));
        assertThat(rate.low()).isEqualTo(287, within(1.0));
        assertThat(rate.high()).isEqualTo(2065, within(2.0));
    }

    @Test
    void shareWhoseHashMissesItsTargetIsNoWork() {
        Finding finding = new Talk()
                .connect()
                .client(LOGIN)
                .server(welcome(job("j1", "b88d0600", "rx/0")))
                .after(5)
                .client(submit(2, "j1", "ffffffffffffffff"))
                .server(ok(2))
                .only();
        assertThat(map(finding, "shares")).containsEntry("implausible", 1L).containsEntry("accepted", 0L);
        assertThat(map(finding, "work")).containsEntry("hashes", 0.0);
    }

    @Test
    void twoAlgorithmsGiveTwoFindings() {
        List<Finding> findings = new Talk()
                .connect()
                .client(LOGIN)
                .server(welcome(job("j1", "b88d0600", "rx/0")))
                .after(20)
                .client(submit(2, "j1", "0000000000000000"))
                .server(ok(2))
                .after(20)
                .server(push(job("j2", "711b0d00", "cn/gpu")))
                .after(30)
                .client(submit(3, "j2", "0000000000000000"))
                .server(ok(3))
                .findings();
        assertThat(findings).extracting(f -> f.fields().get("algorithm")).containsExactly("rx/0", "cn/gpu");
        assertThat(map(findings.get(1), "work")).containsEntry("hashes", 5_000.0);
        Estimate first = rate(findings.getFirst());
        assertThat(first.best()).isEqualTo(10_000 / 40.0);
    }

    @Test
    void chatThatLogsInAndSubmitsIsSilent() {
        assertThat(new Talk()
                        .connect()
                        .client("{\"id\":1,\"method\":\"login\",\"params\":{\"login\":\"bob\",\"pass\":\"x\"}}")
                        .server("{\"id\":1,\"result\":{\"token\":\"t\",\"status\":\"OK\"}}")
                        .client("{\"id\":2,\"method\":\"submit\",\"params\":{\"id\":\"t\",\"text\":\"hello\"}}")
                        .server("{\"id\":2,\"result\":{\"status\":\"OK\"}}")
                        .findings())
                .isEmpty();
    }

    @Test
    void refusedLoginIsAnAttempt() {
        Finding finding = new Talk()
                .connect()
                .client(LOGIN)
                .server(
                        "{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":{\"code\":-1,\"message\":\"Invalid payment address\"}}")
                .only();
        assertThat(finding.rule()).isEqualTo("mining.attempt");
        assertThat(finding.fields()).containsEntry("reason", "refused").containsEntry("count", 1L);
    }

    @Test
    void attemptsOfOneClientAreOneFinding() {
        Talk talk = new Talk();
        for (int port = 50_000; port < 50_003; port++) {
            talk.connect(port).client(LOGIN).after(1).end();
        }
        Finding finding = talk.only();
        assertThat(finding.fields()).containsEntry("reason", "unanswered").containsEntry("count", 3L);
    }

    @Test
    void workWithoutShareAfterAMinuteIsASession() {
        Talk before = new Talk().connect().client(LOGIN).server(welcome(job("j1", "b88d0600", "rx/0")));
        assertThat(before.after(59.9)
                        .server(push(job("j2", "b88d0600", "rx/0")))
                        .only()
                        .rule())
                .isEqualTo("mining.attempt");
        Talk after = new Talk().connect().client(LOGIN).server(welcome(job("j1", "b88d0600", "rx/0")));
        Finding finding =
                after.after(60).server(push(job("j2", "b88d0600", "rx/0"))).only();
        assertThat(finding.rule()).isEqualTo("mining.session");
        Estimate rate = rate(finding);
        assertThat(rate.low()).isZero();
        assertThat(rate.high()).isEqualTo(3.689 * 10_000 / 60, within(1.0));
    }

    @Test
    void transcriptSentByOneSideIsSilent() {
        assertThat(new Talk()
                        .connect()
                        .client(LOGIN)
                        .client(welcome(job("j1", "b88d0600", "rx/0")))
                        .client(submit(2, "j1", "0000000000000000"))
                        .client(ok(2))
                        .findings())
                .isEmpty();
    }

    @Test
    void sharesOfUnknownJobsWeighAsTheirNeighbours() {
        Talk talk = new Talk()
                .joined()
                .client(submit(7, "before", "0000000000000000"))
                .server(ok(7))
                .after(10);
        Finding finding = talk.server(push(job("j1", "b88d0600", "rx/0")))
                .after(10)
                .client(submit(8, "lost", "0000000000000000"))
                .server(ok(8))
                .after(10)
                .server(push(job("j2", "b88d0600", "rx/0")))
                .after(10)
                .client(submit(9, "lost2", "0000000000000000"))
                .server(ok(9))
                .server(push(job("j3", "711b0d00", "rx/0")))
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 3L);
        assertThat(map(finding, "work")).containsEntry("hashes", 20_000.0);
    }
}
