package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingyuan.traffic.flow.Conversation.Gap;
import org.qingyuan.traffic.mining.Transcripts.Line;

/// Every conversation cut at every byte, with bits flipped and with holes: nothing throws, and what is whole counts.
class DamageTest {
    /// Every byte with `./test --long`.
    private static final int STEP = Boolean.getBoolean("qingyuan.long") ? 1 : 3;

    @Test
    void noDialectIsLeftOut() {
        Set<Object> dialects = new TreeSet<>();
        for (List<Line> lines : Transcripts.all()) {
            Talk talk = new Talk().connect();
            lines.forEach(line -> talk.raw(line.side(), line.text()));
            dialects.add(talk.only().fields().get("dialect"));
        }
        assertThat(dialects)
                .isEqualTo(Stream.of(Dialect.values()).map(Dialect::word).collect(Collectors.toSet()));
    }

    @Test
    void wholeConversationsAreFound() {
        for (List<Line> lines : Transcripts.all()) {
            Talk talk = new Talk().connect();
            lines.forEach(line -> talk.raw(line.side(), line.text()));
            assertThat(talk.findings()).hasSize(1);
        }
    }

    @Test
    void segmentsMayBeCutAnywhere() {
        for (List<Line> lines : Transcripts.all()) {
            Talk whole = new Talk().connect();
            lines.forEach(line -> whole.raw(line.side(), line.text()));
            String expected = whole.only().fields().get("shares") + "";
            Talk talk = new Talk().connect();
            SplittableRandom random = new SplittableRandom(7);
            for (Line line : lines) {
                pieces(talk, line, random);
            }
            assertThat(talk.only().fields().get("shares") + "").isEqualTo(expected);
        }
    }

    private static void pieces(Talk talk, Line line, SplittableRandom random) {
        int at = 0;
        while (at < line.text().length()) {
            // The first segment shows the beginning: what is smaller is for the flow layer to hold back.
            int size = Math.min(line.text().length() - at, at == 0 ? 8 : 1 + random.nextInt(40));
            talk.raw(line.side(), line.text().substring(at, at + size));
            at += size;
        }
    }

    @Test
    void nothingThrowsWhereverTheEndIs() {
        for (List<Line> lines : Transcripts.all()) {
            for (int cut = 0; cut < lines.size(); cut++) {
                for (int at = 0; at < lines.get(cut).text().length(); at += STEP) {
                    Talk talk = new Talk().connect();
                    for (int i = 0; i < cut; i++) {
                        talk.raw(lines.get(i).side(), lines.get(i).text());
                    }
                    talk.raw(lines.get(cut).side(), lines.get(cut).text().substring(0, at + 1));
                    talk.gap(lines.get(cut).side(), Gap.SNAPPED);
                    assertThatCode(talk::findings).doesNotThrowAnyException();
                }
            }
        }
    }

    @Test
    void nothingThrowsForFlippedBits() {
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 3000; round++) {
            List<Line> lines =
                    Transcripts.all().get(random.nextInt(Transcripts.all().size()));
            Talk talk = random.nextBoolean() ? new Talk().connect() : new Talk().joined();
            for (Line line : lines) {
                talk.raw(line.side(), damaged(line.text(), random));
                if (random.nextInt(8) == 0) {
                    talk.gap(line.side(), Gap.LOST);
                }
            }
            assertThatCode(talk::findings).doesNotThrowAnyException();
        }
    }

    private static String damaged(String text, SplittableRandom random) {
        byte[] bytes = text.getBytes(ISO_8859_1);
        for (int i = random.nextInt(3); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, ISO_8859_1);
    }
}
