package org.qingyuan.finding;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The name of a conclusion: the same conclusion on the same input has the same id, wherever and however often it is
/// reached. The first 16 bytes of SHA-256 over six UTF-8 lines joined by a line feed.
public final class FindingId {
    private FindingId() {}

    /// 32 lower-case hex digits.
    ///
    /// @param identity what tells two conclusions of one rule, key and time apart; for traffic the Community ID and the
    ///     algorithm with a single space between
    public static String of(String rule, int ruleVersion, String key, Moment start, Moment end, String identity) {
        String lines = String.join("\n", rule, Integer.toString(ruleVersion), key, start.text(), end.text(), identity);
        return HexFormat.of().formatHex(sha256(lines.getBytes(UTF_8)), 0, 16);
    }

    /// A part of a key with `/` and `%` percent-encoded.
    public static String keyPart(String text) {
        return text.replace("%", "%25").replace("/", "%2F");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }
}
