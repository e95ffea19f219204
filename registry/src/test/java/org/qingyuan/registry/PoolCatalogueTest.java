package org.qingyuan.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;

class PoolCatalogueTest {
    @TempDir
    private Path dir;

    private final List<Reject> rejects = new ArrayList<>();

    private PoolCatalogue load(String rows) throws IOException {
        Path file = dir.resolve("mine.csv");
        Files.writeString(file, "name,patterns,coin,last_confirmed,source\n" + rows, UTF_8);
        return PoolCatalogue.load(file, rejects::add);
    }

    private static @Nullable String byHost(PoolCatalogue catalogue, String host) {
        Pool pool = catalogue.byHost(host);
        return pool == null ? null : pool.name();
    }

    @Test
    void knowsPoolsByName() {
        PoolCatalogue builtIn = PoolCatalogue.builtIn();
        assertThat(byHost(builtIn, "xmr-eu1.nanopool.org")).isEqualTo("Nanopool");
        assertThat(byHost(builtIn, "XMR-EU1.NanoPool.ORG.")).isEqualTo("Nanopool");
        assertThat(byHost(builtIn, "xmr.suprnova.cc")).isEqualTo("Suprnova");
        assertThat(byHost(builtIn, "example.org")).isNull();
        assertThat(byHost(builtIn, "")).isNull();
        assertThat(byHost(builtIn, ".")).isNull();
        assertThat(byHost(builtIn, "a.".repeat(10_000) + "nanopool.org")).isNull();
    }

    @Test
    void everyBuiltInPoolHasItsProvenance() {
        assertThat(PoolCatalogue.builtIn().pools()).hasSizeGreaterThan(60).allSatisfy(pool -> {
            assertThat(pool.source()).isNotBlank();
            assertThat(pool.patterns()).isNotEmpty();
            assertThat(ReferenceTable.words(pool.coin()))
                    .allSatisfy(coin ->
                            assertThat(Coins.builtIn().byTicker(coin)).as(coin).isNotNull());
        });
        assertThat(requireNonNull(PoolCatalogue.builtIn().byHost("cn.sparkpool.com"))
                        .lastConfirmed())
                .hasToString("2021-09-30");
    }

    @Test
    void anAsteriskStandsForNamesBelowOnly() throws IOException {
        PoolCatalogue catalogue = load("P,*.x.org,XMR,2024-01-01,test\n");
        assertThat(byHost(catalogue, "a.x.org")).isEqualTo("P");
        assertThat(byHost(catalogue, "a.b.x.org")).isEqualTo("P");
        assertThat(byHost(catalogue, "x.org")).isNull();
        assertThat(byHost(catalogue, "evilx.org")).isNull();
        assertThat(byHost(catalogue, ".x.org")).isNull();
        assertThat(byHost(catalogue, "a.x.org.evil.org")).isNull();
        assertThat(byHost(catalogue, "*.x.org")).isNull();
    }

    @Test
    void theLongestPatternWins() throws IOException {
        PoolCatalogue catalogue =
                load("All,*.x.org,,2024-01-01,t\nSome,*.eu.x.org,,2024-01-01,t\nOne,a.eu.x.org,,2024-01-01,t\n");
        assertThat(byHost(catalogue, "a.eu.x.org")).isEqualTo("One");
        assertThat(byHost(catalogue, "b.eu.x.org")).isEqualTo("Some");
        assertThat(byHost(catalogue, "eu.x.org")).isEqualTo("All");
    }

    @Test
    void knowsPoolsByAddress() throws IOException {
        PoolCatalogue catalogue = load("Net,192.0.2.0/24 2001:db8::/32,,2024-01-01,t\nOne,192.0.2.7,,2024-01-01,t\n");
        assertThat(requireNonNull(catalogue.byAddress(Address.v4(0xc0000207))).name())
                .isEqualTo("One");
        assertThat(requireNonNull(catalogue.byAddress(Address.v4(0xc0000208))).name())
                .isEqualTo("Net");
        assertThat(requireNonNull(catalogue.byAddress(Address.v6(0x20010db8_00000000L, 5)))
                        .name())
                .isEqualTo("Net");
        assertThat(catalogue.byAddress(Address.v4(0xc0000307))).isNull();
        assertThat(PoolCatalogue.builtIn().byAddress(Address.v4(1))).isNull();
    }

    @Test
    void rejectsBadPatterns() throws IOException {
        List<String> bad = List.of(
                "*",
                "*.org",
                "org",
                "a.*.org",
                "*x.org",
                "a..org",
                "-",
                "x.org/",
                "192.0.2.1/24",
                "1.2.3.999",
                "xn--é.org",
                "a".repeat(64) + ".org");
        for (String pattern : bad) {
            rejects.clear();
            assertThat(load("P," + pattern + ",,2024-01-01,t\n").pools()).isEmpty();
            assertThat(rejects)
                    .as(pattern)
                    .containsExactly(new Reject("mine.csv", 2, "patterns", RejectReason.BAD_PATTERN, pattern));
        }
        rejects.clear();
        load("P," + "a".repeat(63) + ".org,,2024-01-01,t\n");
        assertThat(rejects).isEmpty();
    }

    @Test
    void rejectsAPatternOfTwoPools() throws IOException {
        assertThat(load("A,x.org,,2024-01-01,t\nB,X.org,,2024-01-01,t\n").pools())
                .hasSize(1);
        assertThat(rejects).containsExactly(new Reject("mine.csv", 3, "patterns", RejectReason.REPEATED_ID, "x.org"));
    }

    @Test
    void rejectsAPoolWithoutDateOrSource() throws IOException {
        load("A,x.org,,,t\nB,y.org,,2024-01-01,\nC,z.org,,yesterday,t\n");
        assertThat(rejects).extracting(Reject::column).containsExactly("last_confirmed", "source", "last_confirmed");
        assertThat(rejects)
                .extracting(Reject::reason)
                .containsExactly(RejectReason.BLANK_VALUE, RejectReason.BLANK_VALUE, RejectReason.BAD_DATE);
    }
}
