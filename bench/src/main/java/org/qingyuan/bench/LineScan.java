package org.qingyuan.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.qingyuan.finding.Address;
import org.qingyuan.traffic.flow.Connection;
import org.qingyuan.traffic.flow.Conversation;
import org.qingyuan.traffic.flow.PacketRef;
import org.qingyuan.traffic.flow.StreamObserver;

/// Reading the lines of a miner: cutting them out of the stream, parsing them, keeping the session's account; one
/// operation is one line. Here memory is allocated: a session remembers its jobs and shares.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class LineScan {
    private static final int ROUNDS = 1_000;
    private static final int LINES = 3 * ROUNDS;
    private static final long START_NANOS = 1_634_000_000_000_000_000L;
    private static final long STEP_NANOS = 4_000_000_000L;

    private static final byte[] LOGIN = line("{\"id\":1,\"jsonrpc\":\"2.0\",\"method\":\"login\",\"params\":{"
            + "\"login\":\"" + "4".repeat(95) + "\",\"pass\":\"x\",\"agent\":\"XMRig/6.15.2\",\"algo\":[\"rx/0\"]}}");
    private static final byte[] WELCOME = line("{\"id\":1,\"jsonrpc\":\"2.0\",\"error\":null,\"result\":{\"id\":\"a1\","
            + "\"job\":" + job(0) + ",\"status\":\"OK\"}}");

    private final byte[][] jobs = new byte[ROUNDS][];
    private final byte[][] shares = new byte[ROUNDS][];
    private final byte[][] answers = new byte[ROUNDS][];
    private final PacketRef at = new PacketRef();
    private final StreamObserver observer = FlowLookup.mining();

    private static byte[] line(String text) {
        return (text + "\n").getBytes(US_ASCII);
    }

    private static String job(int number) {
        String blob = "0e0e%06x".formatted(number) + "ab".repeat(71);
        return "{\"blob\":\"" + blob + "\",\"job_id\":\"" + number + "\",\"target\":\"b88d0600\",\"algo\":\"rx/0\","
                + "\"height\":2469900,\"seed_hash\":\"" + "5c".repeat(32) + "\"}";
    }

    /// Makes the lines.
    @Setup
    public void write() {
        for (int i = 0; i < ROUNDS; i++) {
            jobs[i] = line("{\"jsonrpc\":\"2.0\",\"method\":\"job\",\"params\":" + job(i + 1) + "}");
            shares[i] = line("{\"id\":" + (i + 2) + ",\"jsonrpc\":\"2.0\",\"method\":\"submit\",\"params\":{"
                    + "\"id\":\"a1\",\"job_id\":\"" + (i + 1) + "\",\"nonce\":\"%08x\",".formatted(i)
                    + "\"result\":\"" + "77".repeat(28) + "00010000\"}}");
            answers[i] = line(
                    "{\"id\":" + (i + 2) + ",\"jsonrpc\":\"2.0\",\"error\":null," + "\"result\":{\"status\":\"OK\"}}");
        }
    }

    /// A session of a bit more than an hour.
    ///
    /// @return something that depends on the last line
    @Benchmark
    @OperationsPerInvocation(LINES)
    public boolean session() {
        Connection connection = new Connection(
                new Address[] {Address.v4(0x0a140001), Address.v4(0xcb007128)}, new int[] {40_000, 3_333});
        connection.handshake = true;
        connection.firstNanos = START_NANOS;
        at.timeNanos = START_NANOS;
        Conversation conversation = Objects.requireNonNull(observer.open(connection));
        boolean go = say(connection, conversation, 0, LOGIN) && say(connection, conversation, 1, WELCOME);
        for (int i = 0; i < ROUNDS && go; i++) {
            go = say(connection, conversation, 1, jobs[i])
                    && say(connection, conversation, 0, shares[i])
                    && say(connection, conversation, 1, answers[i]);
            at.timeNanos += STEP_NANOS;
        }
        if (!go) {
            throw new IllegalStateException("the conversation was given up");
        }
        conversation.end(Conversation.End.CLOSED);
        return go;
    }

    private boolean say(Connection connection, Conversation conversation, int side, byte[] line) {
        at.number++;
        connection.packets[side]++;
        connection.bytes[side] += line.length + 52;
        connection.lastNanos = at.timeNanos;
        conversation.packet(side, line.length + 52, at);
        return conversation.bytes(side, line, 0, line.length, at);
    }
}
