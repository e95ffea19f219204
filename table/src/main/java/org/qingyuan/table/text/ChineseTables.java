package org.qingyuan.table.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/// What the bytes of GB 18030 or GBK stand for, learnt once from the JDK's own decoder.
///
/// @param pairs code units by `(first - 0x81) << 8 | second`; 0 where a pair stands for nothing
/// @param quads code units of four bytes below `90 30 81 30`, by [#linear]; 0 for nothing, empty where the encoding has
///     no four bytes
record ChineseTables(char[] pairs, char[] quads) {
    static final ChineseTables GB18030 = learn("GB18030", true);
    static final ChineseTables GBK = learn("GBK", false);

    /// Linear value of `90 30 81 30`, which is U+10000.
    private static final int SUPPLEMENTARY = 189_000;

    private static ChineseTables learn(String name, boolean four) {
        CharsetDecoder decoder = Charset.forName(name).newDecoder();
        char[] pairs = new char[126 << 8];
        for (int first = 0x81; first <= 0xfe; first++) {
            for (int second = 0x40; second <= 0xfe; second++) {
                pairs[first - 0x81 << 8 | second] = decoded(decoder, (byte) first, (byte) second);
            }
        }
        // up to U+FFFF the first byte is 81 to 84
        char[] quads = new char[four ? 4 * 12_600 : 0];
        for (int i = 0; i < quads.length; i++) {
            quads[i] = decoded(
                    decoder,
                    (byte) (0x81 + i / 12_600),
                    (byte) (0x30 + i / 1_260 % 10),
                    (byte) (0x81 + i / 10 % 126),
                    (byte) (0x30 + i % 10));
        }
        return new ChineseTables(pairs, quads);
    }

    private static char decoded(CharsetDecoder decoder, byte... bytes) {
        CharBuffer out = CharBuffer.allocate(2);
        CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes), out, true);
        return result.isUnderflow() && out.position() == 1 ? out.get(0) : 0;
    }

    /// Where four bytes stand in the order of all of them: from 0 for `81 30 81 30`.
    static int linear(int first, int second, int third, int fourth) {
        return (((first - 0x81) * 10 + second - 0x30) * 126 + third - 0x81) * 10 + fourth - 0x30;
    }

    /// The character of four bytes, 0 for none.
    int quad(int linear) {
        if (linear < quads.length) {
            return quads[linear];
        }
        int point = linear - SUPPLEMENTARY + 0x10000;
        return quads.length > 0 && point >= 0x10000 && point <= 0x10ffff ? point : 0;
    }
}
