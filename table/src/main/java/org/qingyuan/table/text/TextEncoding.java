package org.qingyuan.table.text;

import java.util.Locale;
import java.util.function.Supplier;

/// The encodings that text may come in.
public enum TextEncoding {
    UTF_8(Utf8Transcoder::new),
    /// GB 18030-2022: one, two and four bytes.
    GB18030(() -> new ChineseTranscoder(ChineseTables.GB18030)),
    /// One and two bytes; a file in GBK may also be read as GB18030.
    GBK(() -> new ChineseTranscoder(ChineseTables.GBK));

    private final Supplier<Transcoder> transcoders;

    TextEncoding(Supplier<Transcoder> transcoders) {
        this.transcoders = transcoders;
    }

    /// As mappings write it: `utf-8`, `gb18030`, `gbk`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Transcoder transcoder() {
        return transcoders.get();
    }
}
