package org.qingyuan.traffic.generate;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qingyuan.traffic.generate.wire.Endpoint;
import org.qingyuan.traffic.generate.wire.TcpPlan.Ending;

/// Requests of one client at one server over HTTP/1.1: on a connection each, or on kept ones. What is said about one
/// subject keeps to one connection, so that questions and answers never cross.
final class HttpTalk {
    private static final long HANDSHAKE_NANOS = 400_000L;

    private final Stage stage;
    private final Endpoint client;
    private final Endpoint server;
    private final long rttNanos;
    private final boolean kept;
    private final @Nullable Script[] scripts = new Script[2];
    private final boolean oneForAll;
    private int port;

    /// Where only answers are seen all subjects share one connection, as nothing else tells that they belong together.
    ///
    /// @param kept whether connections are kept alive
    HttpTalk(Stage stage, SessionPlan plan, boolean kept) {
        this.stage = stage;
        this.client = plan.client();
        this.server = plan.server();
        this.rttNanos = plan.rttNanos();
        this.kept = kept;
        this.oneForAll = plan.story() == Story.SERVER_ONLY;
        this.port = client.port();
    }

    /// What a request is about.
    enum Subject {
        WORK,
        SHARE
    }

    /// Where question and answer stand.
    record Exchange(Spot question, @Nullable Spot answer) {}

    /// One request whose answer arrives at an instant.
    ///
    /// @param answer `null` when none comes
    Exchange exchange(Subject subject, long answerNanos, byte[] question, byte @Nullable [] answer) {
        long asked = answerNanos - rttNanos - 2_000_000L;
        boolean own = !kept || answer == null;
        Script script = own ? open(asked) : kept(subject, asked);
        Spot said = script.say(Script.CLIENT, asked, question);
        Spot heard = answer == null ? null : script.say(Script.SERVER, answerNanos, answer);
        long over = answer == null ? asked + 5_000_000_000L : answerNanos + 1_500_000L;
        if (own) {
            script.end(Ending.CLIENT_FIN, over);
        }
        return new Exchange(said, heard);
    }

    /// Closes what is kept.
    void close(long atNanos) {
        for (Script script : scripts) {
            if (script != null) {
                script.end(Ending.CLIENT_FIN, atNanos);
            }
        }
    }

    private Script kept(Subject subject, long asked) {
        int slot = subject == Subject.WORK || oneForAll ? 0 : 1;
        Script script = scripts[slot];
        if (script == null) {
            script = open(asked);
            scripts[slot] = script;
        }
        return script;
    }

    private Script open(long asked) {
        return stage.open(new Endpoint(client.address(), port++), server, asked - rttNanos - HANDSHAKE_NANOS, rttNanos);
    }

    /// A request with a body.
    static byte[] post(String path, String host, String headers, String body) {
        return bytes("POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + length(body) + "\r\n\r\n" + body);
    }

    /// An answer whose length is told.
    static byte[] answer(int status, String headers, String body) {
        return bytes("HTTP/1.1 " + status + " " + phrase(status) + "\r\n" + headers
                + "Content-Type: application/json\r\nContent-Length: " + length(body) + "\r\n\r\n" + body);
    }

    /// An answer in chunks of at most `chunk` bytes.
    static byte[] chunked(String headers, String body, int chunk) {
        StringBuilder out = new StringBuilder("HTTP/1.1 200 OK\r\nServer: nginx\r\n" + headers
                + "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n");
        for (int at = 0; at < body.length(); at += chunk) {
            String part = body.substring(at, Math.min(body.length(), at + chunk));
            out.append(Integer.toHexString(part.length()).toLowerCase(Locale.ROOT))
                    .append("\r\n")
                    .append(part)
                    .append("\r\n");
        }
        return bytes(out.append("0\r\n\r\n").toString());
    }

    private static String phrase(int status) {
        return status == 200 ? "OK" : status == 401 ? "Unauthorized" : "Error";
    }

    private static int length(String body) {
        return body.getBytes(StandardCharsets.UTF_8).length;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
