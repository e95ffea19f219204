package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.Reject;
import org.qingyuan.registry.Registry;

class StockMakingTest {
    @TempDir
    private Path folder;

    private List<String> truth() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("truth.csv"));
        return lines.subList(1, lines.size());
    }

    @Test
    void hasTheShapeOfTheNewspaper() throws IOException {
        StockMaking.write(StockMaking.Shape.OF_2021, 1, folder);
        assertThat(truth()).hasSize(4699);
        List<String> confirmed =
                truth().stream().filter(line -> line.endsWith(",confirmed")).toList();
        assertThat(confirmed).hasSize(184);
        assertThat(confirmed.stream().map(line -> line.split(",")[1]).distinct())
                .hasSize(77);
        StockList list = StockList.read(
                "stock.csv",
                Files.readAllBytes(folder.resolve("stock.csv")),
                ZoneOffset.UTC,
                Instant.parse("2021-10-01T00:00:00Z"));
        assertThat(list.rows().stream().map(StockList.Row::address).distinct()).hasSize(4699);
    }

    @Test
    void theRegistryKnowsWhomTheTruthNames() throws IOException {
        StockMaking.write(new StockMaking.Shape(300, 20, 7), 3, folder);
        List<Reject> rejects = new ArrayList<>();
        Registry registry = Registry.load(folder.resolve("registry"), ZoneOffset.UTC, rejects::add);
        assertThat(rejects).isEmpty();
        for (String line : truth()) {
            String[] parts = line.split(",");
            Holder holder = registry.holderAt(
                    Objects.requireNonNull(Address.parse(parts[0])), Instant.parse("2021-07-01T00:00:00Z"));
            assertThat(holder == null ? "" : holder.id()).isEqualTo(parts[1]);
        }
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOthers() throws IOException {
        StockMaking.Shape shape = new StockMaking.Shape(50, 5, 3);
        StockMaking.write(shape, 3, folder);
        byte[] first = Files.readAllBytes(folder.resolve("stock.csv"));
        StockMaking.write(shape, 3, folder);
        assertThat(Files.readAllBytes(folder.resolve("stock.csv"))).isEqualTo(first);
        StockMaking.write(shape, 4, folder);
        assertThat(Files.readAllBytes(folder.resolve("stock.csv"))).isNotEqualTo(first);
    }

    @Test
    void moreConfirmedThanAddressesIsNoShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> new StockMaking.Shape(4, 5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new StockMaking.Shape(4, 2, 3));
    }
}
