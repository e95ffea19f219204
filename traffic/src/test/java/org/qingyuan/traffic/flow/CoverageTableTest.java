package org.qingyuan.traffic.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Address;

class CoverageTableTest {
    private static final int DAY = 20_000;
    private static final LocalDate DATE = LocalDate.ofEpochDay(DAY);

    private static int row(CoverageTable table, String text, int day) {
        Address address = Objects.requireNonNull(Address.parse(text));
        return table.row(address.version(), address.high(), address.low(), day, day * 86_400_000_000_000L);
    }

    private static void count(CoverageTable table, String from, String to, int day) {
        int source;
        int destination;
        int epoch;
        do {
            epoch = table.epoch();
            source = row(table, from, day);
            destination = row(table, to, day);
        } while (epoch != table.epoch());
        table.count(source, destination, 100);
    }

    @Test
    void namesNetworksByTheirPrefix() {
        CoverageTable table = new CoverageTable(null);
        count(table, "10.1.2.3", "192.0.2.77", DAY);
        count(table, "2001:db8:1:2:3::4", "2001:db8:1:9::4", DAY);

        assertThat(table.toRows())
                .containsExactly(
                        new CoverageTable.Row("10.1.2.0/24", DATE, 1, 0, 100),
                        new CoverageTable.Row("192.0.2.0/24", DATE, 0, 1, 100),
                        new CoverageTable.Row("2001:db8:1:2::/64", DATE, 1, 0, 100),
                        new CoverageTable.Row("2001:db8:1:9::/64", DATE, 0, 1, 100));
        assertThat(table.merged()).isZero();
    }

    @Test
    void countsBytesWithinANetworkOnce() {
        CoverageTable table = new CoverageTable(null);
        count(table, "10.1.2.3", "10.1.2.4", DAY);

        assertThat(table.toRows()).containsExactly(new CoverageTable.Row("10.1.2.0/24", DATE, 1, 1, 100));
    }

    @Test
    void namesRegisteredPrefixesAsTheRegistryDoes() {
        CoverageTable table =
                new CoverageTable((address, time) -> address.text().startsWith("10.1.") ? "10.1.0.0/16" : null);
        count(table, "10.1.2.3", "10.1.99.4", DAY);
        count(table, "10.1.2.3", "10.2.99.4", DAY + 1);

        assertThat(table.toRows())
                .containsExactly(
                        new CoverageTable.Row("10.1.0.0/16", DATE, 1, 1, 100),
                        new CoverageTable.Row("10.1.0.0/16", DATE.plusDays(1), 1, 0, 100),
                        new CoverageTable.Row("10.2.99.0/24", DATE.plusDays(1), 0, 1, 100));
    }

    @Test
    void asksTheRegistryForTheTimeOfThePacket() {
        long[] asked = new long[1];
        CoverageTable table = new CoverageTable((address, time) -> {
            asked[0] = time.toEpochMilli();
            return null;
        });
        row(table, "10.1.2.3", DAY);

        assertThat(asked[0]).isEqualTo(DAY * 86_400_000L);
    }

    @Test
    void mergesIntoWiderNetworksOnceThereAreTooManyRows() {
        CoverageTable table = new CoverageTable(null, 8);
        for (int i = 0; i < 8; i++) {
            count(table, "10." + i / 4 + "." + i + ".1", "10." + i / 4 + "." + i + ".2", DAY);
        }
        assertThat(table.toRows()).hasSize(8);
        assertThat(table.merged()).isZero();
        int epoch = table.epoch();

        count(table, "10.1.99.1", "10.0.99.1", DAY);

        assertThat(table.epoch()).isNotEqualTo(epoch);
        assertThat(table.merged()).isEqualTo(6);
        assertThat(table.toRows())
                .containsExactly(
                        new CoverageTable.Row("10.0.0.0/16", DATE, 4, 5, 500),
                        new CoverageTable.Row("10.1.0.0/16", DATE, 5, 4, 500));
    }

    @Test
    void mergesRegisteredPrefixesLast() {
        NetworkNamer namer = new NetworkNamer() {
            @Override
            public @Nullable String prefixAt(Address address, java.time.Instant time) {
                return address.version() == 4 ? address.text() + "/32" : null;
            }
        };
        CoverageTable table = new CoverageTable(namer, 8);
        for (int i = 0; i < 20; i++) {
            count(table, "10.0.0." + i, "2001:db8:" + i + "::1", DAY);
        }

        List<CoverageTable.Row> rows = table.toRows();
        assertThat(rows).hasSize(2);
        assertThat(rows.getFirst()).isEqualTo(new CoverageTable.Row("0.0.0.0/0", DATE, 20, 0, 2000));
        assertThat(rows.getLast().network()).startsWith("::/");
        assertThat(rows.getLast().packetsTo()).isEqualTo(20);
    }

    @Test
    void mergesDaysWhenNothingElseHelps() {
        CoverageTable table = new CoverageTable(null, 8);
        for (int day = 0; day < 40; day++) {
            count(table, "10.0.0.1", "10.0.0.2", day);
        }

        assertThat(table.toRows())
                .containsExactly(
                        new CoverageTable.Row("0.0.0.0/0", LocalDate.of(1970, 1, 1), 31, 31, 3100),
                        new CoverageTable.Row("0.0.0.0/0", LocalDate.of(1970, 2, 1), 9, 9, 900));
    }

    @Test
    void losesNoPacketHoweverManyRowsAreMerged() {
        CoverageTable table = new CoverageTable(null, 100);
        java.util.Random random = new java.util.Random(9);
        for (int i = 0; i < 20_000; i++) {
            String from = random.nextInt(256) + "." + random.nextInt(256) + ".0.1";
            String to = Integer.toHexString(random.nextInt(65_536)) + ":" + random.nextInt(10) + "::1";
            count(table, from, to, DAY + random.nextInt(30));
        }

        List<CoverageTable.Row> rows = table.toRows();
        assertThat(rows).hasSizeLessThanOrEqualTo(100);
        assertThat(rows.stream().mapToLong(CoverageTable.Row::packetsFrom).sum())
                .isEqualTo(20_000);
        assertThat(rows.stream().mapToLong(CoverageTable.Row::packetsTo).sum()).isEqualTo(20_000);
        assertThat(rows.stream().mapToLong(CoverageTable.Row::bytes).sum()).isEqualTo(4_000_000);
    }
}
