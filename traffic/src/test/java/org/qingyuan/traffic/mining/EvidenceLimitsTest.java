package org.qingyuan.traffic.mining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingyuan.traffic.mining.Fields.map;
import static org.qingyuan.traffic.mining.Fields.rate;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Finding;
import org.qingyuan.traffic.flow.Conversation.Gap;

/// What conversations prove that break off, that the capture shows in part, or in which one side knows methods that we
/// do not.
class EvidenceLimitsTest {
    private static final String SUBSCRIBE =
            "{\"id\":1,\"method\":\"mining.subscribe\",\"params\":[\"cgminer/4.11.1\"]}";
    private static final String SUBSCRIBED = "{\"id\":1,\"result\":[[],\"08000002\",4],\"error\":null}";
    private static final String AUTHORIZE =
            "{\"id\":2,\"method\":\"mining.authorize\",\"params\":[\"1BoatSLRHtKNngkdXEeobR76b53LETtpyT.rig1\",\"x\"]}";
    private static final String OK = "{\"id\":2,\"result\":true,\"error\":null}";
    private static final String DIFFICULTY = "{\"id\":null,\"method\":\"mining.set_difficulty\",\"params\":[1024]}";
    private static final String NOTIFY = "{\"id\":null,\"method\":\"mining.notify\",\"params\":[\"a\",\""
            + "0".repeat(16) + "ab".repeat(24)
            + "\",\"01000000\",\"ffffffff\",[],\"20000000\",\"170e0f6b\",\"61650d00\",true]}";

    private static String submit(int id) {
        return "{\"id\":" + id + ",\"method\":\"mining.submit\",\"params\":[\"w.rig1\",\"a\","
                + "\"00000001\",\"61650d10\",\"0badf00d\"]}";
    }

    private static String accepted(int id) {
        return "{\"id\":" + id + ",\"result\":true,\"error\":null}";
    }

    private static String refused(int id, String error) {
        return "{\"id\":" + id + ",\"result\":null,\"error\":" + error + "}";
    }

    private static Talk begun() {
        return new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(AUTHORIZE)
                .server(OK)
                .server(DIFFICULTY)
                .server(NOTIFY);
    }

    @Test
    void breakingOffTakesBackNothingThatWasProven() {
        Finding finding = begun().after(5)
                .client(submit(3))
                .server(accepted(3))
                .after(5)
                .client(NOTIFY)
                .after(100)
                .client(submit(4))
                .only();
        assertThat(finding.rule()).isEqualTo("mining.session");
        assertThat(finding.fields()).containsEntry("brokenOff", true).doesNotContainKey("unconfirmed");
        assertThat(map(finding, "shares")).containsEntry("submitted", 1L).containsEntry("accepted", 1L);
        assertThat(rate(finding).best()).isEqualTo(1024 * 0x1p32 / 10);
        assertThat(finding.evidence().getLast().what()).isEqualTo("broken-off");
    }

    @Test
    void whatBreaksOffBeforeAnythingIsProvenIsSilent() {
        Talk talk = begun().after(5).client(NOTIFY);
        assertThat(talk.findings()).isEmpty();
        assertThat(talk.observer.counters()).containsEntry("conversations-broken", 1L);
        assertThat(talk.observer.counters()).doesNotContainKey("conversations-unproven");
    }

    @Test
    void wholeSessionsDoNotSayThatTheyBroke() {
        Finding finding = begun().after(5).client(submit(3)).server(accepted(3)).only();
        assertThat(finding.fields()).doesNotContainKey("brokenOff");
    }

    @Test
    void anAnswerToAQuestionThatNobodyKnowsBreaksNothing() {
        Finding finding = begun().server("{\"id\":9,\"method\":\"mining.hello_again\",\"params\":[]}")
                .client("{\"id\":9,\"result\":null,\"error\":\"unknown method\"}")
                .after(5)
                .client(submit(3))
                .server(accepted(3))
                .only();
        assertThat(finding.fields()).doesNotContainKey("brokenOff");
        assertThat(map(finding, "shares")).containsEntry("accepted", 1L);
    }

    @Test
    void aQuestionBeforeTheFirstJobMayBeAnsweredToo() {
        Finding finding = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .server("{\"id\":9,\"method\":\"mining.hello_again\",\"params\":[]}")
                .client("{\"id\":9,\"result\":false}")
                .client(AUTHORIZE)
                .server(OK)
                .server(DIFFICULTY)
                .server(NOTIFY)
                .after(5)
                .client(submit(3))
                .server(accepted(3))
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 1L);
    }

    @Test
    void aServerWhoseWordsWereCutIsNotSaidToBeSilent() {
        Talk talk = new Talk().connect().client(SUBSCRIBE).raw(1, "{\"id\":1,\"result\":[[[\"mining");
        talk.gap(1, Gap.SNAPPED);
        assertThat(talk.client(AUTHORIZE).after(5).findings()).isEmpty();
    }

    @Test
    void aShareBesideCutAnswersIsUnconfirmed() {
        Talk talk = new Talk().connect().client(SUBSCRIBE).raw(1, "{\"id\":1,\"result\":[[[\"mining");
        talk.gap(1, Gap.SNAPPED);
        Finding finding = talk.client(AUTHORIZE).after(5).client(submit(3)).only();
        assertThat(finding.fields()).containsEntry("unconfirmed", true).doesNotContainKey("hashRate");
        assertThat(map(finding, "shares")).containsExactly(Map.entry("submitted", 1L), Map.entry("implausible", 0L));
    }

    @Test
    void aShareOfAProberIsNoSession() {
        Finding finding = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(AUTHORIZE)
                .server(OK)
                .client(submit(3))
                .server(refused(3, "[20,\"Other/Unknown\",null]"))
                .only();
        assertThat(finding.rule()).isEqualTo("mining.attempt");
        assertThat(finding.fields()).containsEntry("reason", "refused");
    }

    @Test
    void aStaleShareProvesWorkOnlyWhereTheBeginningIsMissing() {
        String old = refused(3, "[21,\"Job not found\",null]");
        Finding late = new Talk()
                .joined()
                .client(submit(3))
                .server(old)
                .after(5)
                .client(submit(4))
                .server(refused(4, "[21,\"Job not found\",null]"))
                .only();
        assertThat(late.rule()).isEqualTo("mining.session");
        Finding early = new Talk()
                .connect()
                .client(SUBSCRIBE)
                .server(SUBSCRIBED)
                .client(submit(3))
                .server(old)
                .only();
        assertThat(early.rule()).isEqualTo("mining.attempt");
    }

    @Test
    void anObjectWithoutIdAcceptsNoShare() {
        Finding finding = begun().after(5)
                .client(submit(3))
                .server("{\"id\":null,\"result\":{\"status\":\"KEEPALIVED\"},\"error\":null}")
                .only();
        assertThat(map(finding, "shares")).containsEntry("accepted", 0L).containsEntry("unanswered", 1L);
    }

    @Test
    void reconnectTellsWhereThePoolIsBesides() {
        Finding finding = begun().server(
                        "{\"id\":null,\"method\":\"client.reconnect\",\"params\":[\"b.example\",3334,0]}")
                .after(5)
                .client(submit(3))
                .server(accepted(3))
                .only();
        assertThat(map(finding, "pool")).containsEntry("advertised", "b.example:3334");
    }

    @Test
    void theTimeOfARateIsSaidWhereItIsNotTheSessions() {
        Finding whole = begun().after(5).client(submit(3)).server(accepted(3)).only();
        assertThat(whole.fields()).doesNotContainKey("ratedSeconds");
        Finding late = new Talk()
                .joined()
                .server(NOTIFY)
                .after(30)
                .server(DIFFICULTY)
                .server(NOTIFY.replace("[\"a\"", "[\"b\""))
                .after(20)
                .client(submit(8).replace("\"a\"", "\"b\""))
                .server(accepted(8))
                .only();
        assertThat(late.fields()).containsEntry("ratedSeconds", 20.0);
        assertThat(rate(late).best()).isEqualTo(1024 * 0x1p32 / 20);
    }

    @Test
    void anUnknownAlgorithmNamesItsCandidates() {
        Finding finding = new Talk("2023-05-01T00:00:00Z")
                .connect()
                .client("{\"id\":1,\"method\":\"eth_submitLogin\",\"params\":[\"0x" + "1".repeat(40) + "\"]}")
                .server("{\"id\":1,\"result\":true}")
                .server("{\"id\":0,\"result\":[\"0x" + "2".repeat(64) + "\",\"0x" + "3".repeat(64) + "\",\"0x"
                        + "0".repeat(8) + "f".repeat(56) + "\"]}")
                .after(5)
                .client("{\"id\":4,\"method\":\"eth_submitWork\",\"params\":[\"0x" + "4".repeat(16) + "\",\"0x"
                        + "2".repeat(64) + "\",\"0x" + "5".repeat(64) + "\"]}")
                .server("{\"id\":4,\"result\":true}")
                .only();
        assertThat(finding.fields())
                .containsEntry("algorithm", "unknown")
                .containsEntry("algorithmCandidates", List.of("ethash", "etchash"));
    }

    @Test
    void brokenConversationsHoldNoMemory() {
        Talk talk = new Talk();
        for (int port = 50_000; port < 50_200; port++) {
            talk.connect(port).client(SUBSCRIBE).raw(1, "{\"id\":1,\"result\":[\"" + "x".repeat(60_000));
            talk.raw(0, "no json\n");
        }
        assertThat(talk.observer.overBudget()).isFalse();
    }
}
