package org.qingyuan.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.traffic.packet.Counter;
import org.qingyuan.traffic.packet.Packet;
import org.qingyuan.traffic.packet.PacketBuilder;

class FlowTrackerTest {
    private static final long SECOND = Wire.SECOND;
    private static final long HOUR = 3600 * SECOND;

    private final Wire wire = new Wire();
    private final Talk talk = new Talk(wire);

    private String stream(int side) {
        return wire.observer.stream(side);
    }

    private long count(Counter counter) {
        return wire.counters.get(counter);
    }

    @Test
    void readsAConnectionFromSynToFin() {
        talk.handshake().say(0, "{ask}").say(1, "{answer}").fin(0).fin(1).ack(0);

        assertThat(wire.observer.events)
                .containsExactly(
                        "open 2+1 handshake",
                        "packet 0 45#4",
                        "0:{ask}#4",
                        "packet 1 48#5",
                        "1:{answer}#5",
                        "packet 0 40#6",
                        "packet 1 40#7",
                        "packet 0 40#8",
                        "end CLOSED");
        assertThat(wire.observer.opened.getFirst().packets).containsExactly(5, 3);
        assertThat(count(Counter.CONNECTIONS)).isEqualTo(1);
        assertThat(count(Counter.CONNECTIONS_READ)).isEqualTo(1);
        assertThat(count(Counter.PACKETS_USED)).isEqualTo(8);
    }

    @Test
    void tellsTheConnectionItsEndpointsAndCounts() {
        talk.handshake().say(0, "{ask}").say(1, "answer");

        Connection facts = wire.observer.opened.getFirst();
        assertThat(facts.address[0]).hasToString("10.0.0.1");
        assertThat(facts.address[1]).hasToString("192.0.2.1");
        assertThat(facts.port).containsExactly(40000, 3333);
        assertThat(facts.handshake).isTrue();
        assertThat(facts.packets).containsExactly(3, 2);
        assertThat(facts.bytes).containsExactly(40 + 40 + 45, 40 + 46);
        assertThat(facts.firstNumber).isEqualTo(1);
        assertThat(facts.firstNanos).isEqualTo(Wire.START + 1_000_000);
        assertThat(facts.lastNanos).isEqualTo(Wire.START + 5_000_000);
        assertThat(facts.vlan).containsExactly(-1, -1);
    }

    @Test
    void takesWhoSentTheSynForSideZeroWhateverItsAddress() {
        Talk other = new Talk(wire, "192.0.2.200", 50000, "10.0.0.9", 80);
        other.handshake().say(0, "{ask}");

        Connection facts = wire.observer.opened.getFirst();
        assertThat(facts.address[0]).hasToString("192.0.2.200");
        assertThat(facts.port).containsExactly(50000, 80);
        assertThat(stream(0)).isEqualTo("{ask}");
    }

    @Test
    void readsConnectionsOverIpv6() {
        Talk six = new Talk(wire, "2001:db8::2", 40000, "2001:db8::1", 3333);
        six.handshake().say(0, "{ask}").say(1, "{answer}").fin(0).fin(1).ack(0);

        Connection facts = wire.observer.opened.getFirst();
        assertThat(facts.address[0]).hasToString("2001:db8::2");
        assertThat(facts.address[1]).hasToString("2001:db8::1");
        assertThat(facts.bytes).containsExactly(60 + 60 + 65 + 60 + 60, 60 + 68 + 60);
        assertThat(wire.observer.events).endsWith("end CLOSED");
    }

    @Test
    void keepsTheTagsOfEachSide() {
        Talk tagged = new Talk(wire, "10.0.0.1", 1, "10.0.0.2", 2, 0x88a8, 7, 0x8100, 9);
        tagged.handshake().say(0, "{ask}");

        int both = 7 << 16 | 9;
        assertThat(wire.observer.opened.getFirst().vlan).containsExactly(both, both);
    }

    @Test
    void refusesAConnectionWhoseFirstSpeakerSaysSomethingElse() {
        talk.handshake().say(1, "220 hello").say(0, "{ask}").say(1, "{answer}");

        assertThat(wire.observer.events).isEmpty();
        assertThat(wire.observer.asked).isEqualTo(1);
        assertThat(count(Counter.CONNECTIONS_READ)).isZero();
    }

    @Test
    void readsAConnectionWhoseServerSpeaksFirst() {
        talk.handshake().say(1, "{job}").say(0, "{share}");

        assertThat(wire.observer.spoken()).containsExactly("open 2+1 handshake", "1:{job}#4", "0:{share}#5");
    }

    @Test
    void asksAboutEverySegmentOfAConnectionJoinedInTheMiddle() {
        talk.say(0, "x").say(1, "y").say(0, "{ask}").say(1, "answer");

        assertThat(wire.observer.asked).isEqualTo(3);
        assertThat(wire.observer.spoken()).containsExactly("open 1+1", "0:{ask}#3", "1:answer#4");
        assertThat(wire.observer.opened.getFirst().handshake).isFalse();
    }

    @Test
    void takesTheFirstSenderForSideZeroWithoutHandshake() {
        talk.say(1, "{job}");

        assertThat(wire.observer.opened.getFirst().address[0]).hasToString("192.0.2.1");
        assertThat(stream(0)).isEqualTo("{job}");
    }

    @Test
    void takesTheReceiverOfASynAckForTheInitiator() {
        talk.next[0]++;
        talk.synAck().say(1, "{job}");

        Connection facts = wire.observer.opened.getFirst();
        assertThat(facts.handshake).isTrue();
        assertThat(facts.address[0]).hasToString("10.0.0.1");
        assertThat(facts.seen(0)).isFalse();
        assertThat(stream(1)).isEqualTo("{job}");
    }

    @Test
    void readsOneDirectionOnly() {
        talk.syn();
        talk.next[1]++;
        talk.ack(0).say(0, "{ask}").lose(1, "12345").say(0, "{more}");
        wire.finish();

        assertThat(stream(0)).isEqualTo("{ask}{more}");
        assertThat(wire.observer.opened.getFirst().seen(1)).isFalse();
        assertThat(wire.observer.events).endsWith("end INPUT_END");
    }

    @Test
    void putsSegmentsInOrder() {
        talk.handshake().say(0, "{1}").sayAt(0, 6, "{3}").sayAt(0, 3, "{2}").sayAt(0, 0, "{x}");

        assertThat(wire.observer.spoken())
                .containsExactly("open 2+1 handshake", "0:{1}#4", "0:{x}#7", "0:{2}#6", "0:{3}#5");
    }

    @Test
    void waitsForTheFirstByte() {
        talk.handshake().sayAt(0, 3, "{2}");
        assertThat(wire.observer.asked).isZero();

        talk.say(0, "{1}");
        assertThat(wire.observer.spoken()).containsExactly("open 3+1 handshake", "0:{1}#5", "0:{2}#4");
        assertThat(wire.observer.events).contains("packet 0 43#5");
    }

    @Test
    void refusesAfterWaitingForTheFirstByte() {
        talk.handshake().sayAt(0, 3, "{2}").say(0, "abc").say(0, "{2}").say(0, "{3}");

        assertThat(wire.observer.events).isEmpty();
        assertThat(wire.observer.asked).isEqualTo(1);
    }

    @Test
    void givesWhatCameFirstWhereSegmentsOverlap() {
        talk.handshake().say(0, "{").sayAt(0, 4, "EEEE").sayAt(0, 2, "cccccccc").sayAt(0, 0, "aaaaaaaaaaaa");

        assertThat(stream(0)).isEqualTo("{aaaaaaaaaaaa");

        Talk other = new Talk(wire, "10.0.0.2", 1, "10.0.0.3", 2);
        other.handshake()
                .say(0, "{")
                .sayAt(0, 4, "EEEE")
                .sayAt(0, 2, "cccccccc")
                .sayAt(0, 0, "aa");

        assertThat(stream(0)).endsWith("{aaccEEEEcc");
    }

    @Test
    void givesARetransmissionOnce() {
        talk.handshake().say(0, "{abc").sayAt(0, -3, "abc").sayAt(0, -3, "XXXd").sayAt(0, -8, "old");

        assertThat(stream(0)).isEqualTo("{abcd");
        assertThat(wire.observer.opened.getFirst().packets[0]).isEqualTo(6);
    }

    @Test
    void leavesKeepAliveProbesOut() {
        talk.handshake().say(0, "{abc").sayAt(0, -1, "\0").ack(1).say(0, "}");

        assertThat(stream(0)).isEqualTo("{abc}");
    }

    @Test
    void reportsAHoleOnceTheOtherSideAcknowledgesWhatFollows() {
        talk.handshake().say(0, "{1}").lose(0, "lost").say(0, "{2}");
        assertThat(stream(0)).isEqualTo("{1}");

        talk.ack(1);
        assertThat(wire.observer.spoken())
                .containsExactly("open 2+1 handshake", "0:{1}#4", "gap 0 4 LOST#5", "0:{2}#5");
        assertThat(count(Counter.STREAM_GAPS)).isEqualTo(1);
    }

    @Test
    void reportsAHoleAtTheNextDataWhenItWasAcknowledgedBefore() {
        talk.handshake().say(0, "{1}").lose(0, "lost").ack(1);
        assertThat(stream(0)).isEqualTo("{1}");

        talk.say(0, "{2}");
        assertThat(stream(0)).isEqualTo("{1}[4]{2}");
    }

    @Test
    void takesDataThatComesAfterItsAcknowledgement() {
        talk.handshake().say(0, "{1}").lose(0, "{2}").ack(1).sayAt(0, -3, "{2}");

        assertThat(stream(0)).isEqualTo("{1}{2}");
        assertThat(count(Counter.STREAM_GAPS)).isZero();
    }

    @Test
    void waitsOnWhileTheOtherSideAcknowledgesOnlyUpToTheHole() {
        talk.handshake().say(0, "{1}").sayAt(0, 3, "{3}").ack(1);
        wire.pass(6 * SECOND);
        talk.ack(1);
        assertThat(stream(0)).isEqualTo("{1}");

        talk.say(0, "{2}");
        assertThat(stream(0)).isEqualTo("{1}{2}{3}");
    }

    @Test
    void goesOnOverAHoleAfterSomeSecondsWithoutAcknowledgements() {
        talk.syn();
        talk.next[1]++;
        talk.ack(0).say(0, "{1}").lose(0, "lost").say(0, "{2}");
        wire.pass(5 * SECOND - 1_000_000);
        talk.ack(0);
        assertThat(stream(0)).isEqualTo("{1}");

        talk.ack(0);
        assertThat(stream(0)).isEqualTo("{1}[4]{2}");
    }

    @Test
    void goesOnOverAHoleWhenTimePassesElsewhere() {
        Talk other = new Talk(wire, "10.9.9.9", 1, "10.8.8.8", 2);
        talk.syn();
        talk.next[1]++;
        talk.ack(0).say(0, "{1}").lose(0, "lost").say(0, "{2}");
        for (int i = 0; i < 20; i++) {
            wire.pass(SECOND);
            other.ack(0);
        }

        assertThat(stream(0)).isEqualTo("{1}[4]{2}");
    }

    @Test
    void goesOnOverAHoleWhenTheBoundOfTheStreamIsReached() {
        Wire small = new Wire(new FlowLimits(100, 10, 300, 100_000, HOUR));
        Talk bounded = new Talk(small);
        bounded.handshake().say(0, "{1}").lose(0, "lost").say(0, "a".repeat(50)).say(0, "b".repeat(50));
        assertThat(small.observer.stream(0)).isEqualTo("{1}");

        bounded.say(0, "c".repeat(50));
        assertThat(small.observer.stream(0)).isEqualTo("{1}[4]" + "a".repeat(50) + "b".repeat(50) + "c".repeat(50));
        assertThat(small.observer.events).contains("gap 0 4 SHED#5");
        assertThat(small.counters.get(Counter.BYTES_SHED)).isEqualTo(4);
    }

    @Test
    void holdsNoMoreThanTheTotalBound() {
        Wire small = new Wire(new FlowLimits(100, 10, 65_536, 300, HOUR));
        for (int i = 1; i <= 3; i++) {
            Talk each = new Talk(small, "10.0.0." + i, i, "10.1.1.1", 80);
            each.handshake().say(0, "{" + i).lose(0, "lost").say(0, "after");
        }

        assertThat(small.observer.spoken())
                .contains("gap 0 4 SHED#15", "0:after#15")
                .hasSize(8);
        assertThat(small.counters.get(Counter.BYTES_SHED)).isEqualTo(4);
    }

    @Test
    void marksWhatWasSnapped() {
        talk.handshake().say(0, "{1}");
        byte[] frame = talk.segment(0, Packet.ACK, "{cut off}").id(99).ethernet();
        talk.lose(0, "{cut off}");
        wire.snapped(frame, frame.length - 5);
        talk.say(0, "{2}");

        assertThat(wire.observer.spoken())
                .containsExactly("open 2+1 handshake", "0:{1}#4", "0:{cut#5", "gap 0 5 SNAPPED#5", "0:{2}#6");
    }

    @Test
    void asksLaterWhenTheFirstPayloadWasSnappedAway() {
        talk.handshake();
        byte[] frame = talk.segment(0, Packet.ACK, "{gone}").id(99).ethernet();
        talk.lose(0, "{gone}");
        wire.snapped(frame, frame.length - 6);
        talk.say(0, "x").say(0, "{2}");

        assertThat(wire.observer.spoken()).containsExactly("open 4+1 handshake", "0:{2}#6");
    }

    @Test
    void asksLaterWhenTheBeginningWasLost() {
        talk.handshake()
                .lose(0, "lost")
                .say(0, "x")
                .ack(1)
                .say(0, "y")
                .say(0, "{2}")
                .say(1, "{3}");

        assertThat(wire.observer.spoken()).containsExactly("open 4+2 handshake", "0:{2}#7", "1:{3}#8");
        assertThat(wire.observer.asked).isEqualTo(3);
    }

    @Test
    void reportsTheHoleBeforeAStreamWhoseBeginningWasLost() {
        talk.handshake().lose(0, "lost").say(0, "{2}").ack(1);

        assertThat(wire.observer.spoken()).containsExactly("open 3+1 handshake", "gap 0 4 LOST#4", "0:{2}#4");
        assertThat(wire.observer.events).contains("packet 1 40#5");
    }

    @Test
    void readsOnWhereSequenceNumbersComeRound() {
        talk.next[0] = -4;
        talk.handshake().say(0, "{1}").sayAt(0, 3, "{3}").say(0, "{2}");

        assertThat(stream(0)).isEqualTo("{1}{2}{3}");
    }

    @Test
    void readsDataInTheSyn() {
        talk.custom(talk.segment(0, Packet.SYN, "{fast}"));
        talk.next[0] += 7;
        talk.synAck().say(0, "{more}");

        assertThat(stream(0)).isEqualTo("{fast}{more}");
        assertThat(wire.observer.spoken()).startsWith("open 0+0 handshake");
    }

    @Test
    void learnsTheServersBeginningFromTheClientsAcknowledgement() {
        talk.syn();
        talk.next[1]++;
        talk.ack(0).sayAt(1, 5, "{2}").say(1, "{1xx}");

        assertThat(stream(1)).isEqualTo("{1xx}{2}");
    }

    @Test
    void endsOnlyWhenBothSidesHaveFinished() {
        talk.handshake().say(0, "{1}").fin(0);
        talk.say(1, "more");
        assertThat(wire.observer.events).doesNotContain("end CLOSED");

        talk.fin(1);
        assertThat(wire.observer.events).doesNotContain("end CLOSED");

        talk.ack(0);
        assertThat(wire.observer.events).endsWith("packet 0 40#8", "end CLOSED");
    }

    @Test
    void waitsForTheLastAcknowledgementForTwoSecondsOnly() {
        Talk other = new Talk(wire, "10.9.9.9", 1, "10.8.8.8", 2);
        talk.handshake().say(0, "{1}").fin(0).fin(1);
        for (int i = 0; i < 20; i++) {
            wire.pass(SECOND);
            other.ack(0);
        }

        assertThat(wire.observer.events).endsWith("packet 1 40#6", "end CLOSED");
    }

    @Test
    void callsAConnectionClosedThatWasFinishedWhenSomethingElseEndsIt() {
        talk.handshake().say(0, "{1}").fin(0).fin(1);
        wire.finish();

        assertThat(wire.observer.events).endsWith("end CLOSED");
    }

    @Test
    void endsWhenTheDataBeforeAnEarlyFinHasCome() {
        talk.handshake().say(0, "{1}").fin(1);
        talk.custom(talk.segment(0, Packet.FIN | Packet.ACK, "").seq(talk.next[0] + 3));
        assertThat(wire.observer.events).doesNotContain("end CLOSED");

        talk.say(0, "{2}");
        talk.next[0]++;
        talk.ack(1);
        assertThat(stream(0)).isEqualTo("{1}{2}");
        assertThat(wire.observer.events).endsWith("end CLOSED");
    }

    @Test
    void believesAResetInTheWindowOnly() {
        talk.handshake().say(0, "{1}");
        talk.custom(talk.segment(1, Packet.RST, "").seq(talk.next[1] - 1));
        talk.custom(talk.segment(1, Packet.RST, "").seq(talk.next[1] + (1 << 20) + 1));
        assertThat(wire.observer.events).doesNotContain("end CLOSED");

        talk.reset(1);
        assertThat(wire.observer.events).endsWith("packet 1 40#7", "end CLOSED");
    }

    @Test
    void readsNothingAfterTheEnd() {
        talk.handshake().say(0, "{1}").reset(0);
        int heard = wire.observer.events.size();
        talk.say(0, "{2}").say(1, "{3}").fin(1);

        assertThat(wire.observer.events).hasSize(heard);
        assertThat(count(Counter.CONNECTIONS)).isEqualTo(1);
    }

    @Test
    void beginsAnotherConnectionWithANewSyn() {
        talk.handshake().say(0, "{1}");
        talk.next[0] = 700_000;
        talk.next[1] = 800_000;
        talk.handshake().say(0, "{2}");

        assertThat(wire.observer.spoken())
                .containsExactly("open 2+1 handshake", "0:{1}#4", "end REUSED", "open 2+1 handshake", "0:{2}#8");
        assertThat(wire.observer.opened.getLast().firstNumber).isEqualTo(5);
        assertThat(count(Counter.CONNECTIONS)).isEqualTo(2);
    }

    @Test
    void beginsAnotherConnectionAfterARefusedOne() {
        talk.handshake().say(0, "GET /");
        talk.next[0] = 700_000;
        talk.handshake().say(0, "{2}");

        assertThat(wire.observer.spoken()).containsExactly("open 2+1 handshake", "0:{2}#8");
    }

    @Test
    void beginsAnotherConnectionInTheOtherDirection() {
        talk.handshake().say(0, "{1}");
        Talk back = new Talk(wire, "192.0.2.1", 3333, "10.0.0.1", 40000);
        back.next[0] = 90_000;
        back.handshake().say(0, "{2}");

        assertThat(wire.observer.events).contains("end REUSED");
        assertThat(wire.observer.opened.getLast().address[0]).hasToString("192.0.2.1");
    }

    @Test
    void takesARepeatedSynForTheSameConnection() {
        talk.custom(talk.segment(0, Packet.SYN, ""));
        wire.pass(SECOND);
        talk.handshake().say(0, "{1}");
        talk.custom(talk.segment(0, Packet.SYN, "").seq(1000));
        talk.custom(talk.segment(1, Packet.SYN | Packet.ACK, "").seq(5000));
        talk.say(0, "{2}");

        assertThat(wire.observer.spoken()).containsExactly("open 3+1 handshake", "0:{1}#5", "0:{2}#8");
        assertThat(count(Counter.CONNECTIONS)).isEqualTo(1);
    }

    @Test
    void endsAConnectionAfterMoreThanTheIdleTimeOfSilence() {
        talk.handshake().say(0, "{1}");
        wire.pass(HOUR - 1_000_000);
        talk.say(0, "{2}");
        assertThat(wire.observer.events).doesNotContain("end IDLE");

        wire.pass(HOUR - 999_999);
        talk.say(0, "{3}");
        assertThat(wire.observer.spoken())
                .containsExactly("open 2+1 handshake", "0:{1}#4", "0:{2}#5", "end IDLE", "open 0+0", "0:{3}#6");
        assertThat(wire.observer.opened.getLast().handshake).isFalse();
    }

    @Test
    void asksAgainAboutARefusedConnectionAfterSilence() {
        talk.handshake().say(0, "GET /");
        wire.pass(HOUR + 1);
        talk.say(0, "{2}");

        assertThat(wire.observer.spoken()).containsExactly("open 0+0", "0:{2}#5");
    }

    @Test
    void endsASilentConnectionWhileOthersGoOn() {
        Talk other = new Talk(wire, "10.9.9.9", 1, "10.8.8.8", 2);
        talk.handshake().say(0, "{1}");
        for (int i = 0; i < 122; i++) {
            wire.pass(30 * SECOND);
            other.ack(0);
        }

        assertThat(wire.observer.events).endsWith("end IDLE");
        assertThat(wire.tracker.flows()).isEqualTo(1);
        assertThat(wire.observer.ticks).hasSizeGreaterThan(60).isSorted();
    }

    @Test
    void endsNothingForASingleWrongTimeStamp() {
        Talk other = new Talk(wire, "10.9.9.9", 1, "10.8.8.8", 2);
        talk.handshake().say(0, "{1}");
        wire.pass(1000 * HOUR);
        other.ack(0);
        wire.pass(-1000 * HOUR);
        talk.say(0, "{2}");

        assertThat(stream(0)).isEqualTo("{1}{2}");
        assertThat(wire.observer.events).doesNotContain("end IDLE");
    }

    @Test
    void shedsTheLongestIdleFlow() {
        Wire small = new Wire(new FlowLimits(2, 10, 65_536, 65_536, HOUR));
        Talk first = new Talk(small, "10.0.0.1", 1, "10.1.1.1", 80);
        Talk second = new Talk(small, "10.0.0.2", 1, "10.1.1.1", 80);
        Talk third = new Talk(small, "10.0.0.3", 1, "10.1.1.1", 80);
        first.handshake().say(0, "{1}");
        second.handshake().say(0, "{2}");
        first.say(0, "{11}");
        assertThat(small.counters.get(Counter.FLOWS_SHED)).isZero();

        third.handshake().say(0, "{3}");
        first.say(0, "{111}");

        assertThat(small.counters.get(Counter.FLOWS_SHED)).isEqualTo(1);
        assertThat(small.observer.spoken())
                .containsExactly(
                        "open 2+1 handshake",
                        "0:{1}#4",
                        "open 2+1 handshake",
                        "0:{2}#8",
                        "0:{11}#9",
                        "end SHED",
                        "open 2+1 handshake",
                        "0:{3}#13",
                        "0:{111}#14");
    }

    @Test
    void readsAsManyConnectionsAsItMay() {
        Wire small = new Wire(new FlowLimits(100, 2, 65_536, 65_536, HOUR));
        for (int i = 1; i <= 3; i++) {
            new Talk(small, "10.0.0." + i, i, "10.1.1.1", 80).handshake().say(0, "{" + i);
        }

        assertThat(small.observer.opened).hasSize(2);
        assertThat(small.counters.get(Counter.STREAMS_SHED)).isEqualTo(1);
    }

    @Test
    void leavesAConnectionThatTheObserverHasNoRoomFor() {
        wire.observer.room = 0;
        talk.handshake().say(0, "{1}").say(0, "{2}");

        assertThat(wire.observer.events).containsExactly("full");
        assertThat(count(Counter.STREAMS_SHED)).isZero();
    }

    @Test
    void callsOnlyPacketAndEndOnceBytesAreNotWanted() {
        wire.observer.enough = "stop";
        talk.handshake()
                .say(0, "{1}")
                .say(0, "stop")
                .say(0, "{3}")
                .say(1, "{4}")
                .fin(0)
                .fin(1)
                .ack(0);

        assertThat(wire.observer.spoken()).containsExactly("open 2+1 handshake", "0:{1}#4", "0:stop#5", "end CLOSED");
        assertThat(wire.observer.events).contains("packet 0 43#6", "packet 1 43#7");
    }

    @Test
    void dropsAReaderWhoseCountsDoNotMatter() {
        wire.observer.enough = "stop";
        wire.observer.keep = false;
        talk.handshake().say(0, "{1}").say(0, "stop").say(0, "{3}").fin(0).fin(1);

        assertThat(wire.observer.spoken()).containsExactly("open 2+1 handshake", "0:{1}#4", "0:stop#5");
        assertThat(wire.observer.events).endsWith("0:stop#5");
    }

    @Test
    void givesWhatIsHeldBeforeTheEnd() {
        talk.handshake().say(0, "{1}").lose(0, "lost").say(0, "{2}");
        wire.finish();

        assertThat(wire.observer.spoken()).endsWith("0:{1}#4", "gap 0 4 LOST#5", "0:{2}#5", "end INPUT_END");
    }

    @Test
    void reportsAnAcknowledgedHoleAtTheEnd() {
        talk.handshake().say(0, "{1}").lose(0, "lost").ack(1);
        wire.finish();

        assertThat(wire.observer.spoken()).endsWith("0:{1}#4", "gap 0 4 LOST#5", "end INPUT_END");
    }

    @Test
    void takesNoFinForAHole() {
        talk.handshake().say(0, "{1}").lose(0, "F").ack(1);
        wire.finish();

        assertThat(wire.observer.spoken()).endsWith("0:{1}#4", "end INPUT_END");
    }

    @Test
    void ignoresASegmentFarAwayUnlessOthersFollowIt() {
        int far = 100 << 20;
        talk.syn();
        talk.next[1]++;
        talk.ack(0).say(0, "{1}").sayAt(0, far, "xxxxx").say(0, "{2}");
        assertThat(stream(0)).isEqualTo("{1}{2}");

        talk.sayAt(0, far, "abc").sayAt(0, far + 3, "{5}");
        assertThat(stream(0)).isEqualTo("{1}{2}[" + (far + 3) + "]{5}");
    }

    @Test
    void countsAMirroredCopyOnce() {
        talk.handshake();
        byte[] frame = talk.segment(0, Packet.ACK, "{1}").id(50).ethernet();
        byte[] copy = talk.segment(0, Packet.ACK, "{1}")
                .id(50)
                .ttl(63)
                .dscp(8)
                .headerChecksum(99)
                .ethernet(0x8100, 5);
        wire.raw(frame).pass(98_000_000).raw(copy);

        assertThat(count(Counter.MIRRORED)).isEqualTo(1);
        assertThat(wire.observer.events).containsExactly("open 2+1 handshake", "packet 0 43#4", "0:{1}#4");
        assertThat(count(Counter.PACKETS_USED)).isEqualTo(4);
    }

    @Test
    void takesACopyAfterMoreThanTheWindowForARetransmission() {
        byte[] frame = PacketBuilder.tcp("10.0.0.1", 1, "10.0.0.2", 2).ethernet();
        wire.raw(frame).pass(99_000_000).raw(frame);
        assertThat(count(Counter.MIRRORED)).isEqualTo(1);

        wire.pass(100_100_000).raw(frame);
        assertThat(count(Counter.MIRRORED)).isEqualTo(1);
        assertThat(count(Counter.PACKETS_USED)).isEqualTo(2);
    }

    @Test
    void takesNoRetransmissionForACopy() {
        talk.handshake().say(0, "{1}").sayAt(0, -3, "{1}");

        assertThat(count(Counter.MIRRORED)).isZero();
        assertThat(wire.observer.opened.getFirst().packets[0]).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 30, 100, 1000})
    void tellsPacketsApartByEveryByteOfAConnectionThatIsRead(int length) {
        talk.handshake().say(0, "{");
        byte[] frame = talk.segment(0, Packet.ACK, "a".repeat(length)).id(60).ethernet();
        wire.raw(frame);
        for (int at = frame.length - length; at < frame.length; at++) {
            byte[] other = frame.clone();
            other[at]++;
            wire.raw(other);
        }

        assertThat(count(Counter.MIRRORED)).isZero();
    }

    @Test
    void findsCopiesOfEveryPacketOfAFastConnection() {
        talk.handshake().say(0, "{");
        byte[][] frames = new byte[60][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = talk.segment(0, Packet.ACK, "abc").id(100 + i).ethernet();
            talk.lose(0, "abc");
            wire.raw(frames[i]).pass(-900_000);
        }
        for (byte[] frame : frames) {
            wire.raw(frame).pass(-900_000);
        }

        assertThat(count(Counter.MIRRORED)).isEqualTo(60);
    }

    @Test
    void findsCopiesOfPacketsBeforeAndAfterReading() {
        byte[] ack = talk.segment(0, Packet.ACK, "").id(70).ethernet();
        talk.handshake();
        wire.raw(ack);
        talk.say(0, "{1}");
        byte[] reset = talk.segment(0, Packet.RST, "").id(71).ethernet();
        wire.raw(ack).raw(reset).raw(reset);

        assertThat(count(Counter.MIRRORED)).isEqualTo(2);
        assertThat(wire.observer.opened.getFirst().packets).containsExactly(5, 1);
    }

    @Test
    void findsCopiesWithinOneInputOnly() {
        byte[] frame = PacketBuilder.tcp("10.0.0.1", 1, "10.0.0.2", 2).ethernet();
        wire.raw(frame);
        wire.nextInput();
        wire.raw(frame);

        assertThat(count(Counter.MIRRORED)).isZero();
    }

    @Test
    void handsDnsAnswersOnOnce() {
        byte[] answer = PacketBuilder.udp("10.0.0.53", 53, "10.1.2.3", 5353)
                .payload("answer")
                .ethernet();
        wire.raw(answer).raw(answer);
        wire.send(PacketBuilder.udp("10.1.2.3", 5353, "10.0.0.53", 53).payload("question"));
        wire.send(PacketBuilder.udp("2001:db8::53", 53, "2001:db8::9", 1).payload("six"));

        assertThat(wire.observer.events).containsExactly("dns 10.1.2.3 answer#1", "dns 2001:db8::9 six#4");
        assertThat(count(Counter.MIRRORED)).isEqualTo(1);
        assertThat(count(Counter.PACKETS_USED)).isEqualTo(3);
    }

    @Test
    void countsOtherIpProtocolsByName() {
        wire.send(PacketBuilder.ip("10.0.0.1", "10.0.0.2", 1).payload(new byte[8]));
        wire.send(PacketBuilder.ip("10.0.0.1", "10.0.0.2", 47).payload(new byte[8]));

        assertThat(count(Counter.ICMP)).isEqualTo(1);
        assertThat(count(Counter.GRE)).isEqualTo(1);
        assertThat(count(Counter.PACKETS_USED)).isZero();
        assertThat(wire.coverage.toRows())
                .containsExactly(new CoverageTable.Row("10.0.0.0/24", java.time.LocalDate.of(2023, 11, 14), 2, 2, 56));
    }

    @Test
    void countsCoverageByNetworkAndDayWithoutCopies() {
        talk.handshake();
        byte[] frame = talk.segment(0, Packet.ACK, "x").id(50).ethernet();
        wire.raw(frame).raw(frame);
        wire.pass(2 * HOUR);
        wire.send(talk.segment(1, Packet.ACK, "yy"));

        assertThat(wire.coverage.toRows().stream().map(Object::toString))
                .containsExactly(
                        "Row[network=10.0.0.0/24, day=2023-11-14, packetsFrom=3, packetsTo=1, bytes=161]",
                        "Row[network=10.0.0.0/24, day=2023-11-15, packetsFrom=0, packetsTo=1, bytes=42]",
                        "Row[network=192.0.2.0/24, day=2023-11-14, packetsFrom=1, packetsTo=3, bytes=161]",
                        "Row[network=192.0.2.0/24, day=2023-11-15, packetsFrom=1, packetsTo=0, bytes=42]");
    }
}
