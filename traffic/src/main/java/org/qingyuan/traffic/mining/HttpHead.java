package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What dialects need of the head of an HTTP/1.x message (RFC 9112).
///
/// @param request whether it is a request
/// @param target path and query of a request, blank otherwise
/// @param status code of a response, 0 otherwise
/// @param bodyLength Content-Length, -1 when there is none
/// @param chunked whether the body comes in chunks
/// @param host the Host header without port
/// @param user user of Basic authorization
/// @param agent User-Agent
/// @param stratum X-Stratum of a response: a Stratum address that the server advertises
record HttpHead(
        boolean request,
        String target,
        int status,
        long bodyLength,
        boolean chunked,
        @Nullable String host,
        @Nullable String user,
        @Nullable String agent,
        @Nullable String stratum) {
    /// Stands for an answer that is bare JSON where HTTP was expected.
    static final HttpHead BARE = new HttpHead(false, "", 0, -1, false, null, null, null, null);

    /// Written out, as [#hashCode], because the heads of all polls are compared, mostly before everything is compiled.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HttpHead head
                && request == head.request
                && status == head.status
                && bodyLength == head.bodyLength
                && chunked == head.chunked
                && target.equals(head.target)
                && Objects.equals(host, head.host)
                && Objects.equals(user, head.user)
                && Objects.equals(agent, head.agent)
                && Objects.equals(stratum, head.stratum);
    }

    @Override
    public int hashCode() {
        return Objects.hash(request, target, status, bodyLength, chunked, host, user, agent, stratum);
    }

    /// Reads a head up to its blank line; `null` when it is no HTTP/1.x head.
    static @Nullable HttpHead parse(byte[] bytes, int length) {
        String[] lines = lines(new String(bytes, 0, length, ISO_8859_1));
        String[] start = lines[0].split(" ", 3);
        if (start.length < 2) {
            return null;
        }
        boolean request = start.length == 3 && start[2].startsWith("HTTP/1.");
        int status = start[0].startsWith("HTTP/1.") ? status(start[1]) : 0;
        if (!request && status == 0) {
            return null;
        }
        String coding = header(lines, "transfer-encoding");
        return new HttpHead(
                request,
                request ? start[1] : "",
                status,
                bodyLength(header(lines, "content-length")),
                coding != null && coding.toLowerCase(Locale.ROOT).contains("chunked"),
                withoutPort(header(lines, "host")),
                basicUser(header(lines, "authorization")),
                header(lines, "user-agent"),
                header(lines, "x-stratum"));
    }

    private static String[] lines(String head) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int feed = head.indexOf('\n'); feed >= 0; feed = head.indexOf('\n', from)) {
            int end = feed > from && head.charAt(feed - 1) == '\r' ? feed - 1 : feed;
            lines.add(head.substring(from, end));
            from = feed + 1;
        }
        lines.add(head.substring(from));
        return lines.toArray(String[]::new);
    }

    private static int status(String text) {
        return text.length() == 3 && areDigits(text) ? Integer.parseInt(text) : 0;
    }

    private static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static long bodyLength(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 15) {
            return -1;
        }
        return areDigits(text) ? Long.parseLong(text) : -1;
    }

    private static @Nullable String header(String[] lines, String name) {
        for (int i = 1; i < lines.length; i++) {
            String line = lines[i];
            if (line.length() > name.length()
                    && line.charAt(name.length()) == ':'
                    && line.regionMatches(true, 0, name, 0, name.length())) {
                String value = line.substring(name.length() + 1).strip();
                return value.length() > JsonTape.MAX_TEXT ? value.substring(0, JsonTape.MAX_TEXT) : value;
            }
        }
        return null;
    }

    private static @Nullable String withoutPort(@Nullable String host) {
        if (host == null) {
            return null;
        }
        int colon = host.lastIndexOf(':');
        return colon > 0 && host.indexOf(']') < colon && host.indexOf(':') == colon ? host.substring(0, colon) : host;
    }

    private static @Nullable String basicUser(@Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return null;
        }
        try {
            String pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).strip()), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? pair : pair.substring(0, colon);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
