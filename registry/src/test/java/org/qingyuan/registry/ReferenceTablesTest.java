package org.qingyuan.registry;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.registry.NetworkDifficulty.Network;

class ReferenceTablesTest {
    private static @Nullable Efficiency hardware(String algorithm, String day) {
        return HardwareTable.builtIn().at(algorithm, LocalDate.parse(day));
    }

    private static void assertHardware(String algorithm, String day, double scale, double... band) {
        Efficiency row = requireNonNull(hardware(algorithm, day));
        assertThat(row.low() * scale).isCloseTo(band[0], within(1e-9));
        assertThat(row.best() * scale).isCloseTo(band[1], within(1e-9));
        assertThat(row.high() * scale).isCloseTo(band[2], within(1e-9));
    }

    @Test
    void hardwareByDay() {
        assertThat(hardware("sha256d", "2018-06-30")).isNull();
        assertHardware("sha256d", "2018-07-01", 1e12, 60, 89, 110);
        assertHardware("sha256d", "2020-12-31", 1e12, 60, 89, 110);
        assertHardware("sha256d", "2021-01-01", 1e12, 29.5, 47, 98);
        assertHardware("sha256d", "2023-12-31", 1e12, 29.5, 47, 98);
        assertHardware("sha256d", "2024-01-01", 1e12, 15, 25, 45);
        assertHardware("ethash", "2018-04-01", 1e6, 1.5, 3.0, 4.6);
        assertHardware("etchash", "2024-01-01", 1e6, 1.5, 3.0, 4.6);
        assertHardware("rx/0", "2026-11-20", 1, 0.010, 0.0143, 0.05);
    }

    @Test
    void hardwareWithoutASourceHasNoRow() {
        assertThat(hardware("scrypt", "2024-01-01")).isNull();
        assertThat(hardware("unknown", "2024-01-01")).isNull();
        assertThat(hardware("equihash-200-9", "2024-01-01")).isNull();
    }

    @Test
    void everyAlgorithmNamedInATableExists() {
        Stream<String> named = Stream.concat(
                HardwareTable.builtIn().rows().stream().map(Efficiency::algorithm),
                Coins.builtIn().all().stream().flatMap(coin -> coin.algorithms().stream()));
        assertThat(named)
                .allSatisfy(name -> assertThat(
                                requireNonNull(Algorithms.of(name), name).name())
                        .isEqualTo(name));
    }

    @Test
    void algorithmsByAnyName() {
        assertThat(requireNonNull(Algorithms.of("RandomX")).name()).isEqualTo("rx/0");
        assertThat(requireNonNull(Algorithms.of("cryptonight/r")).name()).isEqualTo("cn/r");
        assertThat(requireNonNull(Algorithms.of("144_5")).name()).isEqualTo("equihash-144-5");
        assertThat(Algorithms.of("sha3-nonsense")).isNull();
        assertThat(Algorithms.of("x".repeat(10_000))).isNull();
    }

    @Test
    void scaleOfStratumDifficulty() {
        assertThat(requireNonNull(Algorithms.of("sha256d")).hashesPerDifficulty())
                .isEqualTo(4_294_967_296.0);
        assertThat(requireNonNull(Algorithms.of("scrypt")).hashesPerDifficulty())
                .isEqualTo(65_536);
        assertThat(requireNonNull(Algorithms.of("x11")).hashesPerDifficulty()).isEqualTo(4_294_967_296.0);
        assertThat(requireNonNull(Algorithms.of("verthash")).hashesPerDifficulty())
                .isEqualTo(16_777_216);
        assertThat(requireNonNull(Algorithms.of("groestl")).hashesPerDifficulty())
                .isEqualTo(1_048_576);
        assertThat(requireNonNull(Algorithms.of("rx/0")).hashesPerDifficulty()).isZero();
        assertThat(Algorithms.all())
                .filteredOn(algorithm -> algorithm.name().startsWith("equihash"))
                .isNotEmpty()
                .allSatisfy(algorithm -> assertThat(algorithm.unit()).isEqualTo("Sol"));
    }

    private static List<Network> networks(long nbits, String day) {
        return NetworkDifficulty.builtIn().candidates(nbits, LocalDate.parse(day));
    }

    @Test
    void difficultyOfACompactTarget() {
        assertThat(NetworkDifficulty.difficulty(0x1d00ffffL)).isEqualTo(1);
        // Bitcoin block 100,800 and its difficulty, as the developers' guide gives them
        assertThat(NetworkDifficulty.difficulty(0x1b0404cbL)).isCloseTo(16_307.420938523983, within(1e-9));
        assertThat(NetworkDifficulty.difficulty(0x1e0ffff0L)).isCloseTo(0.000244140625, within(1e-12));
    }

    @Test
    void whatIsNoTargetHasNoNetwork() {
        for (long nbits : new long[] {0, 0x1d000000L, 0x1d80ffffL, 0x2100ffffL, 0x1_1d00ffffL, -1L}) {
            assertThat(NetworkDifficulty.difficulty(nbits)).isZero();
            assertThat(networks(nbits, "2009-06-01")).isEmpty();
        }
    }

    @Test
    void networksByDifficultyAndDay() {
        // Bitcoin's genesis target, then 2021-10 (block 704,000), then 2024-05 (block 842,000)
        assertThat(networks(0x1d00ffffL, "2009-06-01")).containsExactly(new Network("BTC", "sha256d"));
        assertThat(networks(0x170e1ef6L, "2021-10-07")).containsExactly(new Network("BTC", "sha256d"));
        assertThat(networks(0x17034219L, "2024-05-05")).containsExactly(new Network("BTC", "sha256d"));
        assertThat(networks(0x1d00ffffL, "2024-05-05")).isEmpty();
    }

    @Test
    void doubtfulDifficultiesGiveSeveral() {
        // difficulty about 200e9 in 2022: any of Bitcoin's forks
        assertThat(networks(0x18057e1aL, "2022-06-01"))
                .extracting(Network::coin)
                .contains("BCH", "XEC")
                .doesNotContain("BTC", "LTC");
        // about 22e6: Litecoin
        assertThat(networks(0x1a00c350L, "2023-06-01"))
                .extracting(Network::algorithm)
                .contains("scrypt")
                .doesNotContain("sha256d");
    }

    @Test
    void bracketsWidenAfterTheLastYear() {
        long quadrillion = 0x16480000L;
        assertThat(NetworkDifficulty.difficulty(quadrillion)).isBetween(0.9e15, 1.1e15);
        assertThat(networks(quadrillion, "2026-01-01")).isEmpty();
        assertThat(networks(quadrillion, "2030-01-01"))
                .extracting(Network::coin)
                .contains("BTC");
    }

    @Test
    void coinsByAlgorithm() {
        assertThat(Coins.builtIn().byAlgorithm("rx/0")).extracting(Coin::ticker).contains("XMR");
        assertThat(Coins.builtIn().byAlgorithm("rx/wow"))
                .extracting(Coin::ticker)
                .containsExactly("WOW");
        assertThat(Coins.builtIn().byAlgorithm("none")).isEmpty();
        assertThat(requireNonNull(Coins.builtIn().byTicker("ETC")).name()).isEqualTo("Ethereum Classic");
    }

    @Test
    void factorsNameTheirYear() {
        Factors factors = Factors.builtIn();
        assertThat(factors.carbon(2022).best()).isEqualTo(0.5366);
        assertThat(factors.carbon(2022).notice()).isEqualTo("2024年第33号公告");
        assertThat(factors.carbon(2026).year()).isEqualTo(2023);
        assertThat(factors.carbon(2018).year()).isEqualTo(2021);
        assertThat(factors.carbon(CarbonFamily.ENTERPRISE_REPORTING, 2021).best())
                .isEqualTo(0.5810);
        assertThat(factors.carbon(CarbonFamily.ENTERPRISE_REPORTING, 2020).best())
                .isEqualTo(0.6101);
        assertThat(factors.electricityPrice())
                .extracting(Factor::low, Factor::best, Factor::high)
                .containsExactly(0.5, 0.6, 0.9);
        assertThat(factors.pue())
                .extracting(Factor::low, Factor::best, Factor::high)
                .containsExactly(1.0, 1.2, 1.8);
        assertThat(factors.all())
                .allSatisfy(factor -> assertThat(factor.source()).isNotBlank());
    }
}
