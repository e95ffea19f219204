package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TargetsTest {
    @Test
    void cryptonoteTargetsAreThoseOfKnownPools() {
        assertThat(CryptonoteTarget.of(10_000, 4)).returns("b88d0600", CryptonoteTarget::hex);
        assertThat(CryptonoteTarget.of(5_000, 4)).returns("711b0d00", CryptonoteTarget::hex);
        assertThat(CryptonoteTarget.of(10_000, 4).weight()).isEqualTo(10_000);
        assertThat(CryptonoteTarget.of(123_456_789, 8).weight()).isEqualTo(123_456_789);
    }

    @Test
    void targetsTurnBackIntoTheirWeight() {
        assertThat(Targets.weight(Targets.of(4e9))).isEqualTo(4e9);
        assertThat(Targets.weight(BigInteger.TWO.pow(224))).isEqualTo(0x1p32);
        assertThat(Targets.hex(BigInteger.ONE)).hasSize(64).endsWith("01");
        assertThat(Targets.littleEndianHex(BigInteger.ONE)).hasSize(64).startsWith("01");
    }

    @Test
    void compactBitsRoundToTheNearest() {
        assertThat(Targets.bits(Targets.ofBits(0x1d00ffff))).isEqualTo(0x1d00ffff);
        assertThat(Targets.bits(Targets.ofBits(0x1d00ffff).subtract(BigInteger.ONE)))
                .isEqualTo(0x1d00ffff);
    }

    @Test
    void bitcoinBitsGiveTheDifficultyOfOctober2021() {
        double difficulty = Targets.weight(Targets.ofBits(0x170e2632)) / Targets.weight(Targets.ofBits(0x1d00ffff));

        assertThat(difficulty).isBetween(19.89e12, 19.90e12);
    }
}
