package org.qingyuan.traffic.generate;

/// A target as CryptoNote jobs carry it, least significant byte first, and the 64-bit value that miners compare with.
///
/// @param value results are below it, unsigned
record CryptonoteTarget(String hex, long value) {
    private static final double WORDS = 0x1p64;

    /// The target nearest to a weight.
    ///
    /// @param bytes 4 or 8
    static CryptonoteTarget of(double weight, int bytes) {
        long difficulty = Math.max(2, Math.round(weight));
        if (bytes == 8) {
            long value = Long.divideUnsigned(-1L, difficulty);
            return new CryptonoteTarget(Hex.littleEndian(value, 8), value);
        }
        long word = Math.max(1, 0xffff_ffffL / difficulty);
        return new CryptonoteTarget(Hex.littleEndian(word, 4), Long.divideUnsigned(-1L, 0xffff_ffffL / word));
    }

    /// Expected hashes: 2^64 / value, to the nearest whole number.
    double weight() {
        return Math.rint(WORDS / value);
    }
}
