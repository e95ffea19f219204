package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.qingyuan.table.CsvWriter;

/// Makes a list of another office with the registry to it and the truth about each address: many that were seen, few
/// that prove right, in few organisations. Nobody in it exists. The same seed gives the same bytes.
///
/// The shape of 2021: 4,699 addresses were sent out, 184 of them in 77 units were found to mine.
public final class StockMaking {
    private static final Instant FIRST_SEEN = Instant.parse("2021-06-01T00:00:00Z");
    private static final int SECONDS_SEEN = 120 * 24 * 3600;

    /// Every so many-th address was nobody's.
    private static final int NOBODY = 25;

    /// Units for each that is found to mine.
    private static final int UNITS_EACH = 4;

    private static final List<String> SOURCES = List.of("cert", "isp", "monitoring");
    private static final List<String> CITIES =
            List.of("320100", "320200", "320300", "320400", "320500", "320600", "320700", "320800", "320900");
    private static final List<String> KINDS =
            List.of("university", "school", "government", "enterprise", "internet-cafe", "research");

    private final Shape shape;
    private final Random random;

    /// How many there are.
    ///
    /// @param addresses in the list
    /// @param confirmed of these, those that mine
    /// @param units in which those lie
    public record Shape(int addresses, int confirmed, int units) {
        /// The newspaper's figures.
        public static final Shape OF_2021 = new Shape(4699, 184, 77);

        public Shape {
            if (units < 1 || confirmed < units || addresses < confirmed) {
                throw new IllegalArgumentException(addresses + " " + confirmed + " " + units);
            }
        }
    }

    private StockMaking(Shape shape, long seed) {
        this.shape = shape;
        this.random = new Random(seed);
    }

    /// Writes `stock.csv`, `truth.csv` and the folder `registry`.
    public static void write(Shape shape, long seed, Path folder) throws IOException {
        new StockMaking(shape, seed).write(folder);
    }

    private record Seen(String address, String unit, boolean isMining) {}

    private void write(Path folder) throws IOException {
        Path registry = Files.createDirectories(folder.resolve("registry"));
        int units = shape.units() * UNITS_EACH;
        organisations(registry, units);
        List<Seen> all = seen(units);
        Collections.shuffle(all, random);
        try (BufferedWriter stock = Files.newBufferedWriter(folder.resolve("stock.csv"), UTF_8);
                BufferedWriter truth = Files.newBufferedWriter(folder.resolve("truth.csv"), UTF_8)) {
            CsvWriter list = new CsvWriter(stock, false);
            CsvWriter verdicts = new CsvWriter(truth, false);
            list.row(List.of("address", "seen_at", "source"));
            verdicts.row(List.of("address", "organisation", "verdict"));
            for (Seen each : all) {
                Instant at = FIRST_SEEN.plus(random.nextInt(SECONDS_SEEN), ChronoUnit.SECONDS);
                list.row(List.of(each.address(), at.toString(), SOURCES.get(random.nextInt(SOURCES.size()))));
                verdicts.row(List.of(each.address(), each.unit(), each.isMining() ? "confirmed" : "cleared"));
            }
        }
    }

    private static String id(int unit) {
        return String.format(Locale.ROOT, "unit-%03d", unit + 1);
    }

    private static void organisations(Path registry, int units) throws IOException {
        try (BufferedWriter organisations = Files.newBufferedWriter(registry.resolve("organisations.csv"), UTF_8);
                BufferedWriter prefixes = Files.newBufferedWriter(registry.resolve("prefixes.csv"), UTF_8)) {
            CsvWriter names = new CsvWriter(organisations, false);
            CsvWriter networks = new CsvWriter(prefixes, false);
            names.row(List.of("id", "name", "kind", "region", "name_en"));
            networks.row(List.of("prefix", "organisation"));
            for (int unit = 0; unit < units; unit++) {
                String number = id(unit).substring(id(unit).indexOf('-') + 1);
                names.row(List.of(
                        id(unit),
                        "示例单位" + number,
                        KINDS.get(unit % KINDS.size()),
                        CITIES.get(unit % CITIES.size()),
                        "Sample unit " + number));
                networks.row(List.of("10." + unit / 256 + "." + unit % 256 + ".0/24", id(unit)));
            }
        }
    }

    /// Who mines lies in the first units, at least one in each; who does not, in all; some are nobody's.
    private List<Seen> seen(int units) {
        int[] used = new int[units];
        List<Seen> all = new ArrayList<>();
        for (int i = 0; i < shape.confirmed(); i++) {
            int unit = i < shape.units() ? i : random.nextInt(shape.units());
            all.add(new Seen(address(unit, used), id(unit), true));
        }
        for (int i = shape.confirmed(); i < shape.addresses(); i++) {
            int unit = random.nextInt(units);
            boolean isNobodys = i % NOBODY == 0 || used[unit] == 250;
            all.add(
                    isNobodys
                            ? new Seen("100.64." + i / 256 + "." + i % 256, "", false)
                            : new Seen(address(unit, used), id(unit), false));
        }
        return all;
    }

    private static String address(int unit, int[] used) {
        used[unit]++;
        return "10." + unit / 256 + "." + unit % 256 + "." + used[unit];
    }
}
