package org.qingyuan.accounts.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;

/// How a bank writes its delimited files.
///
/// @param charset UTF-8, GB18030 or GBK
/// @param separator between fields
public record Layout(Charset charset, String separator) {
    /// UTF-8 with commas, a header and quotes: the canonical layout.
    public static final Layout CANONICAL = new Layout(UTF_8, ",");

    /// Whether files are in the canonical layout, so that no mapping is needed.
    public boolean isCanonical() {
        return equals(CANONICAL);
    }
}
