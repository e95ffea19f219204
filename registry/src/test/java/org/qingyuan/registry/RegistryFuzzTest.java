package org.qingyuan.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Reject;

/// Whatever the files and texts: no exception, and every network read can be found again.
class RegistryFuzzTest {
    private static final Instant NOW = Instant.parse("2023-06-01T00:00:00Z");

    @TempDir
    private Path dir;

    @FuzzTest(maxDuration = "5s")
    void readsAnyFiles(byte[] bytes) throws IOException {
        Files.writeString(dir.resolve("organisations.csv"), "id,name,kind,region\nu,U,university,320100\n", UTF_8);
        Files.write(dir.resolve("prefixes.csv"), bytes);
        List<Reject> rejects = new ArrayList<>();
        Registry registry = Registry.load(dir, ZoneOffset.UTC, rejects::add);
        assertThat(registry.organisations()).hasSize(1);
        for (String word : new String(bytes, UTF_8).split("[,\r\n\" ]", 200)) {
            look(registry, word);
        }
        Files.write(dir.resolve("organisations.csv"), bytes);
        Files.write(dir.resolve("regions.csv"), bytes);
        Registry.load(dir, ZoneOffset.UTC, rejects::add);
        PoolCatalogue.load(dir.resolve("prefixes.csv"), rejects::add);
    }

    private static void look(Registry registry, String word) {
        Prefix prefix = Prefix.parse(word);
        if (prefix != null) {
            Address last = prefix.last();
            assertThat(prefix.contains(last)).isTrue();
            assertThat(Prefix.parse(prefix.text())).isEqualTo(prefix);
            String found = registry.prefixAt(last, NOW);
            assertThat(found == null || Prefix.parse(found) != null).isTrue();
        }
        PoolCatalogue.builtIn().byHost(word);
        Coins.builtIn().byWallet(word);
        Algorithms.of(word);
        NetworkDifficulty.builtIn().candidates(word.hashCode(), LocalDate.of(2023, 6, 1));
    }
}
