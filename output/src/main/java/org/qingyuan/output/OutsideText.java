package org.qingyuan.output;

import java.util.Locale;
import java.util.Set;

/// Text that came from outside: how much of it is kept, and how it is shown where a control character could act.
public final class OutsideText {
    /// Most characters (code points) that are kept.
    static final int MAX_CHARACTERS = 256;

    /// Names whose values are pointers and handles, useless when cut.
    private static final Set<String> WHOLE = Set.of("file", "id", "key");

    private OutsideText() {}

    /// The first 256 characters of a value, never half a surrogate pair; whole where its name is a pointer's.
    static String cut(String name, String text) {
        if (text.length() <= MAX_CHARACTERS
                || WHOLE.contains(name)
                || text.codePointCount(0, text.length()) <= MAX_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MAX_CHARACTERS));
    }

    /// The text with everything that a terminal would obey (C0 and C1 controls, line and paragraph separators,
    /// direction overrides, half surrogates) written as `\n`, `\t`, `\r` or `\x{9b}`.
    public static String escapeControls(String text) {
        int first = 0;
        while (first < text.length() && !isActive(text.charAt(first))) {
            first++;
        }
        if (first == text.length() && !hasLoneSurrogate(text)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> appendEscaped(escaped, c));
        return escaped.toString();
    }

    private static void appendEscaped(StringBuilder out, int c) {
        switch (c) {
            case '\n' -> out.append("\\n");
            case '\t' -> out.append("\\t");
            case '\r' -> out.append("\\r");
            default -> {
                if (isActive(c) || c >= 0xd800 && c <= 0xdfff) {
                    out.append(String.format(Locale.ROOT, "\\x{%x}", c));
                } else {
                    out.appendCodePoint(c);
                }
            }
        }
    }

    /// Controls, separators of lines, and marks that turn the direction of text.
    static boolean isActive(int c) {
        return c < 0x20
                || c >= 0x7f && c <= 0x9f
                || c == 0x061c
                || c == 0x200e
                || c == 0x200f
                || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069;
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
    }
}
