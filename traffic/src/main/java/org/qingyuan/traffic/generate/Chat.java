package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// A conversation written down turn by turn, for protocols without a speaker of their own. The clock runs by what is
/// said: an answer comes a round trip after its question.
final class Chat {
    private static final long RTT_NANOS = 38_000_000L;

    private final Script script;
    private long now;

    Chat(Stage stage, Endpoint client, Endpoint server, double afterSeconds) {
        this.script = stage.open(client, server, stage.at(afterSeconds), RTT_NANOS);
        this.now = script.ready();
    }

    /// Header lines and the empty line behind them.
    static String head(String... lines) {
        return String.join("\r\n", lines) + "\r\n\r\n";
    }

    /// Says a text of the client, `\n` as written.
    Chat client(String text) {
        return say(Script.CLIENT, text.getBytes(StandardCharsets.UTF_8));
    }

    Chat server(String text) {
        return say(Script.SERVER, text.getBytes(StandardCharsets.UTF_8));
    }

    /// What the client says, in order.
    Chat client(byte[] bytes) {
        return say(Script.CLIENT, bytes);
    }

    Chat server(byte[] bytes) {
        return say(Script.SERVER, bytes);
    }

    private Chat say(int side, byte[] bytes) {
        script.say(side, now, bytes);
        now += RTT_NANOS + 3_000_000L;
        return this;
    }

    /// Silence.
    Chat pause(double seconds) {
        now = SessionPlan.at(now, seconds);
        return this;
    }

    /// The client closes.
    void end() {
        script.end(Ending.CLIENT_FIN, now);
    }
}
