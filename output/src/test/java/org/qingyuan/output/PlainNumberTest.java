package org.qingyuan.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlainNumberTest {
    @Test
    void doublesAreInTheShortestPlainForm() {
        assertThat(PlainNumber.exact(0)).isEqualTo("0");
        assertThat(PlainNumber.exact(-0.0)).isEqualTo("0");
        assertThat(PlainNumber.exact(5)).isEqualTo("5");
        assertThat(PlainNumber.exact(0.1)).isEqualTo("0.1");
        assertThat(PlainNumber.exact(1.152216010125E12)).isEqualTo("1152216010125");
        assertThat(PlainNumber.exact(12345678.9)).isEqualTo("12345678.9");
        assertThat(PlainNumber.exact(1e23)).isEqualTo("100000000000000000000000");
        assertThat(PlainNumber.exact(1.5e-7)).isEqualTo("0.00000015");
    }

    @Test
    void everyDoubleReadsBackExactly() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                String text = PlainNumber.exact(value);
                assertThat(text).matches("-?[0-9]+(\\.[0-9]*[1-9])?");
                assertThat(Double.parseDouble(text)).isEqualTo(value == 0 ? 0 : value);
            }
        }
    }

    @Test
    void estimatesHaveSixSignificantDigits() {
        assertThat(PlainNumber.sixDigits(885.2498765)).isEqualTo("885.25");
        assertThat(PlainNumber.sixDigits(999_999)).isEqualTo("999999");
        assertThat(PlainNumber.sixDigits(1_234_567)).isEqualTo("1234570");
        assertThat(PlainNumber.sixDigits(0.000123456789)).isEqualTo("0.000123457");
        assertThat(PlainNumber.sixDigits(1.5e13)).isEqualTo("15000000000000");
        assertThat(PlainNumber.sixDigits(0)).isEqualTo("0");
    }

    @Test
    void roundingTwiceChangesNothing() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 20_000; i++) {
            String once = PlainNumber.sixDigits(Math.exp(random.nextDouble(-60, 60)));
            assertThat(PlainNumber.sixDigits(Double.parseDouble(once))).isEqualTo(once);
        }
    }

    @Test
    void refusesWhatJsonCannotSay() {
        assertThatThrownBy(() -> PlainNumber.exact(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlainNumber.sixDigits(Double.POSITIVE_INFINITY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
