package org.qingyuan.traffic.capture;

import java.io.IOException;

/// How an input is compressed, told by its first bytes.
enum Compression {
    NONE(""),
    GZIP("+gzip"),
    ZSTD("+zstd");

    private static final int GZIP_MAGIC = 0x1f8b;
    private static final int ZSTD_MAGIC = 0x28b52ffd;
    private static final int ZSTD_SKIPPABLE = 0x2a4d18;

    private final String suffix;

    Compression(String suffix) {
        this.suffix = suffix;
    }

    /// What follows the format's name: `+gzip`, blank when the input is not compressed.
    String suffix() {
        return suffix;
    }

    /// The compression whose magic these four bytes begin with.
    static Compression of(int firstBytes) {
        if (firstBytes >>> 16 == GZIP_MAGIC) {
            return GZIP;
        }
        boolean skippable = (firstBytes & 0xffffff) == ZSTD_SKIPPABLE && firstBytes >>> 28 == 5;
        return firstBytes == ZSTD_MAGIC || skippable ? ZSTD : NONE;
    }

    /// The input with the compression undone.
    ByteSource over(ByteSource raw) throws IOException {
        return switch (this) {
            case NONE -> raw;
            case GZIP -> new GzipSource(raw);
            case ZSTD -> new ZstdSource(raw);
        };
    }
}
