package org.qingyuan.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.extract.Extract;
import org.qingyuan.accounts.generate.BankGenerator;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.accounts.generate.Layout;
import org.qingyuan.accounts.generate.ParquetTable;
import org.qingyuan.table.mapping.Mapping;
import org.qingyuan.table.mapping.MappingReader;
import org.qingyuan.table.raw.RawTable;
import org.qingyuan.table.raw.RawTables;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// A bank of the generator, kept row by row so that it can be written in any form, order and part.
final class GeneratedBank {
    static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    static final LocalDate EXTRACTED_ON = AS_OF.plusDays(10);
    static final LocalDate TRANSACTIONS_FROM = AS_OF.minusYears(4);

    private static final Pattern CELL = Pattern.compile("(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))(?:,|$)");
    private static final Map<CanonicalTable, String> OWN_FILES = Map.of(
            CanonicalTable.CUSTOMERS, "PTY_CUST.dat",
            CanonicalTable.ACCOUNTS, "AGT_ACCT.dat",
            CanonicalTable.TRANSACTIONS, "EVT_TRAN.dat",
            CanonicalTable.EXPLANATIONS, "PTY_PHONE_NOTE.dat");
    private static final int OWN_LAST_ACTIVITY = 15;

    /// How a bank is written.
    enum Form {
        /// The canonical layout.
        UTF8,
        /// Files of the bank's own, GB18030 with 0x1B between fields.
        GB18030,
        /// The canonical layout with typed columns.
        PARQUET
    }

    final Map<CanonicalTable, List<Map<String, String>>> rows = new EnumMap<>(CanonicalTable.class);
    private final Form form;
    private final Map<CanonicalTable, List<String>> lines = new EnumMap<>(CanonicalTable.class);
    private final String mapping;

    /// @param work an empty folder
    GeneratedBank(Path work, Form form, long customers, long seed, boolean transactions) throws IOException {
        this.form = form;
        Path canonical = work.resolve("canonical");
        new BankGenerator(new BankRequest(customers, seed, AS_OF, transactions, Layout.CANONICAL)).write(canonical);
        for (CanonicalTable table : CanonicalTable.values()) {
            Path file = canonical.resolve(table.word() + ".csv");
            if (Files.exists(file)) {
                List<String> all = Files.readAllLines(file, UTF_8);
                rows.put(
                        table,
                        all.stream().skip(1).map(line -> row(table, line)).toList());
            }
        }
        if (!transactions) {
            lastActivities();
        }
        mapping = form == Form.GB18030 ? own(work.resolve("own"), customers, seed, transactions) : "";
    }

    /// Without transactions the column of the last activity is all there is, so it must say more than it does.
    private void lastActivities() {
        List<String> days = List.of(
                "",
                AS_OF.minusYears(3).toString(),
                AS_OF.minusYears(3).plusDays(1).toString(),
                AS_OF.minusYears(1).minusDays(1).toString(),
                AS_OF.plusDays(1).toString());
        int i = 0;
        for (Map<String, String> row : rows.getOrDefault(CanonicalTable.ACCOUNTS, List.of())) {
            row.put("last_activity_on", days.get(i++ % days.size()));
        }
    }

    private String own(Path folder, long customers, long seed, boolean transactions) throws IOException {
        Charset charset = Charset.forName("GB18030");
        Layout layout = new Layout(charset, "\u001b");
        new BankGenerator(new BankRequest(customers, seed, AS_OF, transactions, layout)).write(folder);
        for (CanonicalTable table : rows.keySet()) {
            lines.put(table, Files.readAllLines(folder.resolve(file(table)), charset));
        }
        if (!transactions) {
            lines.computeIfPresent(
                    CanonicalTable.ACCOUNTS,
                    (table, all) -> IntStream.range(0, all.size())
                            .mapToObj(place -> active(all.get(place), table, place))
                            .toList());
        }
        return Files.readString(folder.resolve("mapping.yaml"));
    }

    private String active(String line, CanonicalTable accounts, int place) {
        String[] cells = line.split("\u001b", -1);
        cells[OWN_LAST_ACTIVITY] = cell(accounts, place, "last_activity_on").replace("-", "");
        return String.join("\u001b", cells);
    }

    private String cell(CanonicalTable table, int place, String column) {
        return rows.getOrDefault(table, List.of()).get(place).getOrDefault(column, "");
    }

    private Map<String, String> row(CanonicalTable table, String line) {
        Map<String, String> row = new LinkedHashMap<>();
        Matcher cells = CELL.matcher(line);
        for (String column : table.columns()) {
            if (!cells.lookingAt()) {
                throw new IllegalStateException(line);
            }
            String cell =
                    cells.group(1) == null ? cells.group(2) : cells.group(1).replace("\"\"", "\"");
            row.put(column, form == Form.PARQUET ? typed(column, cell) : cell);
            cells.region(cells.end(), line.length());
        }
        return row;
    }

    /// What a column of a type can hold: nothing where the cell is wrong on purpose.
    private static String typed(String column, String cell) {
        boolean fits = switch (ParquetTable.type(column)) {
            case "DATE" -> cell.matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}") && !cell.endsWith("02-30");
            case "TIMESTAMP" -> !cell.endsWith("T24:00:00");
            case "DECIMAL(18, 2)" -> cell.matches("-?[0-9]+\\.[0-9]{2}");
            default -> true;
        };
        return fits ? cell : "";
    }

    /// All rows in their order.
    Map<CanonicalTable, List<Integer>> whole() {
        Map<CanonicalTable, List<Integer>> order = new EnumMap<>(CanonicalTable.class);
        rows.forEach((table, own) -> order.put(
                table, new ArrayList<>(IntStream.range(0, own.size()).boxed().toList())));
        return order;
    }

    static void shuffle(Map<CanonicalTable, List<Integer>> order, long seed) {
        order.values().forEach(places -> Collections.shuffle(places, new Random(seed)));
    }

    /// The chosen rows by table, as the loops want them.
    Map<String, List<Map<String, String>>> rows(Map<CanonicalTable, List<Integer>> order) {
        Map<String, List<Map<String, String>>> chosen = new HashMap<>();
        order.forEach((table, places) -> chosen.put(
                table.word(),
                places.stream().map(rows.getOrDefault(table, List.of())::get).toList()));
        return chosen;
    }

    /// Writes the chosen rows into an empty folder and opens them.
    ///
    /// @param lastActivityCounts what the bank says that its column counts
    Extract open(
            Session session,
            Path folder,
            Map<CanonicalTable, List<Integer>> order,
            @Nullable Set<String> lastActivityCounts)
            throws IOException {
        for (Map.Entry<CanonicalTable, List<Integer>> table : order.entrySet()) {
            write(folder, table.getKey(), table.getValue());
        }
        List<CanonicalTable> all = List.of(CanonicalTable.values());
        Map<String, List<String>> columns = new LinkedHashMap<>();
        all.forEach(table -> columns.put(table.word(), table.columns()));
        Mapping how = Mapping.NONE;
        if (form == Form.GB18030) {
            how = new MappingReader(columns).read(Files.writeString(folder.resolve("mapping.yaml"), mapping));
        }
        Map<String, RawTable> raw = RawTables.openAll(
                session, folder, all.stream().map(CanonicalTable::shape).toList(), how);
        Map<CanonicalTable, RawTable> tables = new EnumMap<>(CanonicalTable.class);
        for (CanonicalTable table : all) {
            RawTable found = raw.get(table.word());
            if (found != null) {
                tables.put(table, found);
            }
        }
        boolean moved = tables.containsKey(CanonicalTable.TRANSACTIONS);
        return new Extract(tables, EXTRACTED_ON, moved ? TRANSACTIONS_FROM : null, true, lastActivityCounts);
    }

    /// Name of a table's file.
    String file(CanonicalTable table) {
        return switch (form) {
            case UTF8 -> table.word() + ".csv";
            case GB18030 -> OWN_FILES.getOrDefault(table, "");
            case PARQUET -> table.word() + ".parquet";
        };
    }

    private void write(Path folder, CanonicalTable table, List<Integer> places) throws IOException {
        Stream<String> header = form == Form.GB18030 ? Stream.of() : Stream.of(String.join(",", table.columns()));
        Stream<String> chosen = places.stream().map(place -> line(table, place));
        Charset charset = form == Form.GB18030 ? Charset.forName("GB18030") : UTF_8;
        Path text = folder.resolve(form == Form.PARQUET ? table.word() + ".txt" : file(table));
        Files.write(text, Stream.concat(header, chosen).toList(), charset);
        if (form == Form.PARQUET) {
            SessionOptions options = new SessionOptions(folder, 512L << 20, 1L << 30, 2, List.of(folder));
            try (Session writer = Session.open(options)) {
                ParquetTable.write(writer, table, text, folder.resolve(file(table)));
            }
            Files.delete(text);
        }
    }

    private String line(CanonicalTable table, int place) {
        Collection<String> cells =
                rows.getOrDefault(table, List.of()).get(place).values();
        return switch (form) {
            case UTF8, PARQUET ->
                String.join(",", cells.stream().map(Bank::quoted).toList());
            case GB18030 -> lines.getOrDefault(table, List.of()).get(place);
        };
    }
}
