package org.qingyuan.table.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TranscoderTest {
    private static byte[] transcoded(TextEncoding encoding, byte[] bytes, int block) {
        Transcoder transcoder = encoding.transcoder();
        byte[] target = new byte[transcoder.worst(bytes.length) + 64];
        int from = 0;
        int at = 0;
        for (int to = Math.min(block, bytes.length); ; to = Math.min(to + block, bytes.length)) {
            at = transcoder.transcode(bytes, from, to, target, at, to == bytes.length);
            from = transcoder.consumed();
            if (to == bytes.length) {
                return Arrays.copyOf(target, at);
            }
        }
    }

    private static byte[] everyCharacter(Charset charset) throws CharacterCodingException {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder text = new StringBuilder();
        for (int point = 0; point <= 0x10ffff; point += point < 0x30000 ? 1 : 97) {
            String character = Character.toString(point);
            if ((point < 0xd800 || point > 0xdfff) && encoder.canEncode(character)) {
                text.append(character);
            }
        }
        ByteBuffer encoded = encoder.encode(CharBuffer.wrap(text));
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void agreesWithTheJdkOnEveryCharacter(TextEncoding encoding) throws CharacterCodingException {
        Charset charset = Charset.forName(encoding.word());
        byte[] bytes = everyCharacter(charset);
        byte[] expected = new String(bytes, charset).getBytes(UTF_8);
        assertThat(transcoded(encoding, bytes, bytes.length)).isEqualTo(expected);
        assertThat(transcoded(encoding, bytes, 1_021)).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(TextEncoding.class)
    void agreesWithTheJdkOnWhatIsBroken(TextEncoding encoding) {
        Charset charset = Charset.forName(encoding.word());
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(6)];
            random.nextBytes(bytes);
            byte[] whole = transcoded(encoding, bytes, bytes.length);
            assertThat(transcoded(encoding, bytes, 1)).isEqualTo(whole);
            String text = new String(bytes, charset);
            boolean broken = text.indexOf('\ufffd') >= 0 && !Arrays.equals(text.getBytes(charset), bytes);
            assertThat(hasBad(whole)).as(Arrays.toString(bytes)).isEqualTo(broken);
            if (!broken) {
                assertThat(new String(whole, UTF_8)).isEqualTo(text);
            }
        }
    }

    private static boolean hasBad(byte[] text) {
        for (byte b : text) {
            if (b == Transcoder.BAD) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, 810a41, ff0a41",
        "GB18030, 81300a, ff300a",
        "GB18030, 8130810a, ff30ff0a",
        "GB18030, 80, ff",
        "GB18030, ff, ff",
        "GB18030, 817f, ff7f",
        "GB18030, fe39fe39, ff39ff39",
        "GBK, 81308130, ff30ff30",
        "GBK, 80, ff",
        "UTF_8, c080, ffff",
        "UTF_8, eda080, ffffff",
        "UTF_8, f4908080, ffffffff",
        "UTF_8, e4b80a, ffff0a",
        "UTF_8, c3, ff"
    })
    void aBrokenCharacterTakesNoOtherByteWithIt(TextEncoding encoding, String bytes, String expected) {
        byte[] text = transcoded(encoding, HexFormat.of().parseHex(bytes), 100);
        assertThat(HexFormat.of().formatHex(text)).isEqualTo(expected);
    }

    @Test
    void fourByteNamesComeOutWhole() {
        ByteArrayOutputStream name = new ByteArrayOutputStream();
        name.writeBytes("王𠮷㐂龦".getBytes(Charset.forName("GB18030")));
        assertThat(transcoded(TextEncoding.GB18030, name.toByteArray(), 3)).isEqualTo("王𠮷㐂龦".getBytes(UTF_8));
    }
}
