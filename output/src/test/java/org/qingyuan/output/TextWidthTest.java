package org.qingyuan.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void eastAsianWideCharactersTakeTwoColumns() {
        assertThat(TextWidth.of("abc")).isEqualTo(3);
        assertThat(TextWidth.of("计算机学院")).isEqualTo(10);
        assertThat(TextWidth.of("ＡＢ，。（）")).isEqualTo(12);
        assertThat(TextWidth.of("𠮷")).isEqualTo(2);
        assertThat(TextWidth.of("한국")).isEqualTo(4);
        assertThat(TextWidth.of("ｱｲ")).isEqualTo(2);
        assertThat(TextWidth.of("😀")).isEqualTo(2);
        assertThat(TextWidth.of("–…é")).isEqualTo(3);
    }

    @Test
    void combiningMarksTakeNone() {
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TextWidth.of("a\u200bb")).isEqualTo(2);
    }

    @Test
    void blocksEndWhereTheyEnd() {
        assertThat(TextWidth.of("\u10ff")).isEqualTo(1);
        assertThat(TextWidth.of("\u1100")).isEqualTo(2);
        assertThat(TextWidth.of("\u115f")).isEqualTo(2);
        assertThat(TextWidth.of("\uff60")).isEqualTo(2);
        assertThat(TextWidth.of("\uff61")).isEqualTo(1);
    }

    @Test
    void aTextIsCutWithAnEllipsisWithinItsColumns() {
        assertThat(TextWidth.fit("abcdef", 6)).isEqualTo("abcdef");
        assertThat(TextWidth.fit("abcdef", 5)).isEqualTo("abcd…");
        assertThat(TextWidth.fit("计算机学院", 9)).isEqualTo("计算机学…");
        assertThat(TextWidth.fit("计算机学院", 8)).isEqualTo("计算机…");
        assertThat(TextWidth.fit("𠮷𠮷", 3)).isEqualTo("𠮷…");
    }
}
