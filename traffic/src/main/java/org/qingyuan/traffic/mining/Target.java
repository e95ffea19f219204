package org.qingyuan.traffic.mining;

/// What a share weighs: the expected number of hashes behind a target or a difficulty (reference values of the
/// dialects' own definitions; see `docs` on work accounting).
final class Target {
    static final double TWO_256 = 0x1p256;

    private Target() {}

    /// 2^256 / target of a hexadecimal number in big-endian order with a leading `0x` or not; `NaN` when it is zero or
    /// no such number. The first 15 digits that are not zero decide; that is exact to 1 in 2^56.
    static double hashesBigEndian(JsonTape json, int token) {
        int digits = json.hexLength(token);
        if (!json.isHex(token, digits) || digits == 0 || digits > 64) {
            return Double.NaN;
        }
        double value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 16 + json.hexDigit(token, i);
        }
        return value == 0 ? Double.NaN : TWO_256 / value;
    }

    /// The same for 32 bytes in little-endian order.
    static double hashesLittleEndian(JsonTape json, int token) {
        if (!json.isHex(token, 64)) {
            return Double.NaN;
        }
        double value = 0;
        for (int i = 31; i >= 0; i--) {
            value = value * 256 + (json.hexDigit(token, 2 * i) << 4 | json.hexDigit(token, 2 * i + 1));
        }
        return value == 0 ? Double.NaN : TWO_256 / value;
    }

    /// The 64-bit target of a CryptoNote job: 4 or 8 bytes in little-endian order, 4 bytes lifted as pools and miners
    /// do; 0 when it is no target.
    static long cryptonote(JsonTape json, int token, boolean bigEndian) {
        if (json.isHex(token, 8)) {
            long t32 = bytes(json, token, 4, bigEndian);
            return t32 == 0 ? 0 : Long.divideUnsigned(-1L, 0xffff_ffffL / t32);
        }
        return json.isHex(token, 16) ? bytes(json, token, 8, bigEndian) : 0;
    }

    /// Expected hashes of a 64-bit target, whole as miners show them; `NaN` for 0.
    static double hashes64(long target) {
        return target == 0 ? Double.NaN : unsigned(Long.divideUnsigned(-1L, target));
    }

    /// The last 8 of 32 hash bytes, little-endian: what a CryptoNote share is compared by.
    static long tail(JsonTape json, int token) {
        long value = 0;
        for (int i = 7; i >= 0; i--) {
            int digit = 48 + 2 * i;
            value = value << 8 | json.hexDigit(token, digit) << 4 | json.hexDigit(token, digit + 1);
        }
        return value;
    }

    static double unsigned(long value) {
        return value >= 0 ? value : (value >>> 1 | value & 1) * 2.0;
    }

    private static long bytes(JsonTape json, int token, int count, boolean bigEndian) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int index = bigEndian ? i : count - 1 - i;
            value = value << 8 | json.hexDigit(token, 2 * index) << 4 | json.hexDigit(token, 2 * index + 1);
        }
        return value;
    }
}
