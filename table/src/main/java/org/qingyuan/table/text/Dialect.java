package org.qingyuan.table.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/// How fields and records are told apart. A record ends with LF, CR LF or CR.
///
/// @param separator between fields, one character or more, none of them a line end or a NUL
/// @param quoted whether a field may stand in double quotes, with quotes in it doubled (RFC 4180)
public record Dialect(String separator, boolean quoted) {
    /// Comma and quotes.
    public static final Dialect CSV = new Dialect(",", true);

    public Dialect {
        if (separator.isEmpty() || separator.matches("(?s).*[\r\n\0].*") || quoted && separator.contains("\"")) {
            throw new IllegalArgumentException("separator");
        }
    }

    byte[] separatorBytes() {
        return separator.getBytes(UTF_8);
    }

    /// What each byte means, by its unsigned value.
    byte[] kinds() {
        byte[] kinds = new byte[256];
        Arrays.fill(kinds, 0, 256, Records.PLAIN);
        for (int special : Records.CONTROLS) {
            kinds[special] = Records.CONTROL;
        }
        kinds[separatorBytes()[0] & 255] = Records.SEPARATOR;
        kinds['\n'] = Records.LINE_END;
        kinds['\r'] = Records.LINE_END;
        kinds[0] = Records.NUL;
        kinds[Transcoder.BAD & 255] = Records.UNDECODED;
        if (quoted) {
            kinds['"'] = Records.QUOTE;
        }
        return kinds;
    }
}
