package org.qingyuan.traffic.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.traffic.mining.Fields.map;
import static org.qingyuan.traffic.mining.Fields.rate;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;

class StratumTest {
    private static final String SUBSCRIBE =
            "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"cgminer/4.11.1\"]}";
    private static final String SUBSCRIBED =
            "{\"id\":1,\"result\":[[[\"mining.set_difficulty\",\"s\"],[\"mining.notify\",\"s\"]],\"08000002\",4],\"error\":null}";
    private static final String AUTHORIZE =
            "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"1BoatSLRHtKNngkdXEeobR76b53LETtpyT.rig1\",\"x\"]}";
    private static final String ROLLING =
            "{\"id\":0,\"method\":\"mining.configure\",\"params\":[[\"version-rolling\"],{\"version-rolling.mask\":\"1fffe000\"}]}";
    private static final String ROLLED =
            "{\"id\":0,\"result\":{\"version-rolling\":true,\"version-rolling.mask\":\"1fffe000\"},\"error\":null}";

    private static String difficulty(String value) {
        return "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[" + value + "]}";
    }

    private static String notify(String job) {
        return "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"" + job + "\",\"" + "0".repeat(16)
                + "ab".repeat(24) + "\",\"01000000\",\"ffffffff\",[\"" + "cd".repeat(32)
                + "\"],\"20000000\",\"170e0f6b\",\"61650d00\",true]}";
    }

    private static String submit(Object id, String job) {
        return "{\"id\":" + id + ",\"method\":\"mining.submit\",\"params\":[\"w.rig1\",\"" + job
                + "\",\"00000001\",\"61650d10\",\"0badf00d\"]}";
    }

    private static String ok(Object id) {
        return "{\"id\":" + id + ",\"result\":true,\"error\":null}";
    }

    private static Talk begun() {
        return new Talk()
                .connect()
                .client(ROLLING)
                .server(ROLLED)
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(AUTHORIZE)
                .server(ok(2));
    }

    @Test
    void difficultyBindsWhenTheJobIsSent() {
        Finding finding = begun().server(difficulty("1024"))
                .server(notify("a"))
                .after(10)
                .server(difficulty("2048"))
                .client(submit(3, "a"))
                .server(ok(3))
                .server(notify("b"))
                .after(10)
                .client(submit(4, "b"))
                .server(ok(4))
                .only();
        assertThat(finding.fields()).containsEntry("dialect", "stratum-v1").containsEntry("algorithm", "sha256d");
        assertThat(map(finding, "work"))
                .containsEntry("hashes", (1024 + 2048) * 0x1p32)
                .containsEntry("largestWeight", 2048 * 0x1p32);
        assertThat(rate(finding).best()).isEqualTo((1024 + 2048) * 0x1p32 / 20);
        assertThat(finding.fields()).containsEntry("wallet", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT");
    }

    @Test
    void idsMayBeTextAndAnswersNumbers() {
        Finding finding = begun().server(difficulty("1024.5"))
                .server(notify("a"))
                .after(5)
                .client(submit("\"77\"", "a"))
                .server(ok(77))
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 1L);
    }

    @Test
    void staleSharesStandApart() {
        Finding finding = begun().server(difficulty("512"))
                .server(notify("a"))
                .after(5)
                .client(submit(3, "a"))
                .server("{\"id\":3,\"result\":null,\"error\":[21,\"Job not found\",null]}")
                .client(submit(4, "a"))
                .server("{\"id\":4,\"result\":null,\"error\":[23,\"Low difficulty share\",null]}")
                .client(submit(5, "a"))
                .only();
        assertThat(map(finding, "shares"))
                .containsEntry("submitted", 3L)
                .containsEntry("accepted", 0L)
                .containsEntry("stale", 1L)
                .containsEntry("rejected", 1L)
                .containsEntry("unanswered", 1L);
        assertThat(map(finding, "work")).containsEntry("stale", 512 * 0x1p32).containsEntry("hashes", 0.0);
    }

    @Test
    void refusedLoginIsAnAttemptUnlessAShareIsAccepted() {
        String no = "{\"id\":2,\"result\":false,\"error\":[24,\"Unauthorized worker\",null]}";
        Talk refused = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(AUTHORIZE)
                .server(no);
        assertThat(refused.only().fields()).containsEntry("reason", "refused");
        Talk mined = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(AUTHORIZE)
                .server(no)
                .server(difficulty("512"))
                .server(notify("a"))
                .after(5)
                .client(submit(3, "a"))
                .server(ok(3));
        assertThat(mined.only().rule()).isEqualTo("mining.session");
    }

    @Test
    void algorithmThatNothingTellsGivesNoRate() {
        String anonymous = AUTHORIZE.replace("1BoatSLRHtKNngkdXEeobR76b53LETtpyT", "alice");
        String strange = notify("a").replace("170e0f6b", "207fffff");
        Finding finding = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(anonymous)
                .server(ok(2))
                .server(difficulty("8"))
                .server(strange)
                .after(5)
                .client(submit(3, "a"))
                .server(ok(3))
                .only();
        assertThat(finding.fields())
                .containsEntry("algorithm", "unknown")
                .containsEntry("hashRate", null)
                .containsEntry("work", null)
                .doesNotContainKey("power");
        assertThat(finding.fields().get("sharesPerMinute")).isEqualTo(12.0);
    }

    @Test
    void joinedLateTheRateCountsFromTheFirstJobOfKnownScale() {
        Finding finding = new Talk()
                .joined()
                .server(notify("x"))
                .after(30)
                .client(submit(7, "x").replace("\"0badf00d\"", "\"0badf00d\",\"00c00000\""))
                .server(ok(7))
                .after(30)
                .server(difficulty("1000"))
                .server(notify("y"))
                .after(20)
                .client(submit(8, "y"))
                .server(ok(8))
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 2L);
        assertThat(map(finding, "work")).containsEntry("hashes", 1000 * 0x1p32);
        assertThat(rate(finding).best()).isEqualTo(1000 * 0x1p32 / 20);
    }

    @Test
    void clientAloneIsUnconfirmedAndHasNoRate() {
        Talk talk = new Talk().joined();
        talk.raw(0, SUBSCRIBE + "\n").client(AUTHORIZE).after(5).client(submit(3, "a"));
        Finding finding = talk.only();
        assertThat(finding.fields()).containsEntry("unconfirmed", true).doesNotContainKey("hashRate");
        assertThat(map(finding, "shares")).containsEntry("submitted", 1L).doesNotContainKey("accepted");
    }

    @Test
    void zcashIsToldByItsJob() {
        String job = "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"39f2\",\"04000000\",\"" + "2".repeat(64)
                + "\",\"" + "3".repeat(64) + "\",\"" + "0".repeat(64) + "\",\"16ee7c58\",\"1d1ca97d\",true]}";
        String target = "{\"id\":null,\"method\":\"mining.set_target\",\"params\":[\"0007ff" + "f".repeat(58) + "\"]}";
        String share = "{\"id\":4,\"method\":\"mining.submit\",\"params\":[\"w\",\"39f2\",\"16ee7c58\",\""
                + "4".repeat(32) + "\",\"fd4005" + "0".repeat(2688) + "\"]}";
        Finding finding = new Talk("2017-01-16T16:00:00Z")
                .connect()
                .client(
                        "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"equihashminer\",null,\"zec.example.net\",\"2142\"]}")
                .server("{\"id\":1,\"result\":[null,\"c208ec77\"],\"error\":null}")
                .client("{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"t1abc.w\",\"x\"]}")
                .server(ok(2))
                .server(target)
                .server(job)
                .after(10)
                .client(share)
                .server(ok(4))
                .only();
        assertThat(finding.fields()).containsEntry("dialect", "zcash").containsEntry("algorithm", "equihash-200-9");
        assertThat(map(finding, "work")).containsEntry("unit", "Sol");
        assertThat((Double) map(finding, "work").get("hashes")).isBetween(8191.9, 8192.1);
        assertThat(map(finding, "pool"))
                .containsEntry("host", "zec.example.net")
                .containsEntry("source", "connect");
    }

    @Test
    void serverMayAskItsClient() {
        Finding finding = begun().server(difficulty("512"))
                .server(notify("a"))
                .server("{\"id\":5,\"method\":\"client.get_version\",\"params\":[]}")
                .client("{\"id\":5,\"result\":\"cgminer/4.11.1\",\"error\":null}")
                .after(5)
                .client(submit(6, "a"))
                .server(ok(6))
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 1L);
    }

    @Test
    void pageThatQuotesATranscriptIsSilent() {
        List<Finding> findings = new Talk()
                .connect()
                .raw(0, "GET /stratum.html HTTP/1.1\r\nHost: docs.example\r\n\r\n")
                .raw(
                        1,
                        "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n" + SUBSCRIBE + SUBSCRIBED + notify("a")
                                + submit(3, "a"))
                .findings();
        assertThat(findings).isEmpty();
    }
}
