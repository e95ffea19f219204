package org.qingyuan.table.text;

/// Turns GB 18030 or GBK into UTF-8.
///
///     one byte    00-7f
///     two bytes   81-fe  40-7e 80-fe
///     four bytes  81-fe  30-39  81-fe  30-39     (GB 18030 only)
final class ChineseTranscoder implements Transcoder {
    private static final int CUT = -1;

    private final ChineseTables tables;
    private int consumed;
    private int length;

    ChineseTranscoder(ChineseTables tables) {
        this.tables = tables;
    }

    @Override
    public int worst(int bytes) {
        return bytes + (bytes >> 1) + 3;
    }

    @Override
    public int transcode(byte[] source, int from, int to, byte[] target, int at, boolean last) {
        char[] pairs = tables.pairs();
        int p = from;
        int out = at;
        while (p < to) {
            int first = source[p];
            if (first >= 0) {
                int ascii = Utf8Transcoder.copyAscii(source, p, to, target, out);
                p += ascii;
                out += ascii;
                continue;
            }
            int unit = p + 1 < to && first >= -127 && first != -1 ? pairs[(first + 127 << 8) | source[p + 1] & 255] : 0;
            if (unit >= 0x800) {
                target[out] = (byte) (0xe0 | unit >> 12);
                target[out + 1] = (byte) (0x80 | unit >> 6 & 0x3f);
                target[out + 2] = (byte) (0x80 | unit & 0x3f);
                out += 3;
                p += 2;
                continue;
            }
            int point = unit != 0 ? pair(unit) : other(source, p, to);
            if (point == CUT && !last) {
                break;
            }
            out = point > 0 ? write(point, target, out) : bad(target, out);
            p += length;
        }
        consumed = p;
        return out;
    }

    @Override
    public int consumed() {
        return consumed;
    }

    private int pair(int unit) {
        length = 2;
        return unit;
    }

    /// The character of four bytes; 0 where there is none, [#CUT] where more bytes would tell. Sets the length.
    private int other(byte[] source, int p, int to) {
        length = 1;
        int first = source[p] & 255;
        if (first == 0x80 || first == 0xff) {
            return 0;
        }
        if (p + 1 == to) {
            return CUT;
        }
        if (tables.quads().length == 0 || !isDigit(source[p + 1])) {
            return 0;
        }
        if (p + 2 < to && !isLead(source[p + 2]) || p + 3 < to && !isDigit(source[p + 3])) {
            return 0;
        }
        if (p + 3 >= to) {
            return CUT;
        }
        int point = tables.quad(ChineseTables.linear(first, source[p + 1], source[p + 2] & 255, source[p + 3]));
        length = point > 0 ? 4 : 1;
        return point;
    }

    private static boolean isDigit(byte value) {
        return value >= 0x30 && value <= 0x39;
    }

    private static boolean isLead(byte value) {
        return value < 0 && value != -128 && value != -1;
    }

    private static int bad(byte[] target, int at) {
        target[at] = BAD;
        return at + 1;
    }

    private static int write(int point, byte[] target, int at) {
        int out = at;
        if (point < 0x80) {
            target[out++] = (byte) point;
            return out;
        }
        if (point < 0x800) {
            target[out++] = (byte) (0xc0 | point >> 6);
        } else if (point < 0x10000) {
            target[out++] = (byte) (0xe0 | point >> 12);
            target[out++] = (byte) (0x80 | point >> 6 & 0x3f);
        } else {
            target[out++] = (byte) (0xf0 | point >> 18);
            target[out++] = (byte) (0x80 | point >> 12 & 0x3f);
            target[out++] = (byte) (0x80 | point >> 6 & 0x3f);
        }
        target[out++] = (byte) (0x80 | point & 0x3f);
        return out;
    }
}
