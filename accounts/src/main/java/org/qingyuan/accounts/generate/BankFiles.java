package org.qingyuan.accounts.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.accounts.extract.CanonicalTable;

/// The files of a bank with `truth.jsonl` beside them: in the canonical layout with `extract.yaml`, or in the bank's
/// own
/// with `mapping.yaml`.
final class BankFiles implements Closeable {
    static final String TRUTH = "truth.jsonl";

    private final Map<CanonicalTable, DelimitedFile> tables = new EnumMap<>(CanonicalTable.class);
    private final DelimitedFile truth;
    private final boolean transactions;
    private final @Nullable BankDialect dialect;

    BankFiles(Path folder, Days days, boolean transactions, Layout layout) throws IOException {
        this.transactions = transactions;
        this.dialect = layout.isCanonical() ? null : new BankDialect(layout.separator());
        Files.createDirectories(folder);
        for (CanonicalTable table : CanonicalTable.values()) {
            if (transactions || table != CanonicalTable.TRANSACTIONS) {
                tables.put(table, open(folder, table, layout));
            }
        }
        truth = new DelimitedFile(folder.resolve(TRUTH), UTF_8, "", false);
        String facts = facts(days, transactions);
        if (dialect == null) {
            Files.writeString(folder.resolve("extract.yaml"), facts, UTF_8);
        } else {
            Files.writeString(folder.resolve(BankDialect.MAPPING), facts + mapping(layout, transactions), UTF_8);
        }
    }

    private DelimitedFile open(Path folder, CanonicalTable table, Layout layout) throws IOException {
        if (dialect != null) {
            Path file = folder.resolve(BankDialect.file(table));
            return new DelimitedFile(file, layout.charset(), layout.separator(), false);
        }
        DelimitedFile file = new DelimitedFile(folder.resolve(table.word() + ".csv"), UTF_8, ",", true);
        file.row(table.columns().toArray(String[]::new));
        return file;
    }

    private static String facts(Days days, boolean transactions) {
        return "# What the bank says of its extract. last_activity_on holds interest as well, as in many core systems, so\n"
                + "# what it counts is not declared and the column is not used.\n"
                + "extractedOn: " + days.extractedOn() + "\n"
                + (transactions ? "transactionsFrom: " + days.transactionsFrom() + "\n" : "")
                + "accountsComplete: true\n";
    }

    /// The mapping that ships with the program, with this bank's encoding and separator in it.
    private static String mapping(Layout layout, boolean transactions) throws IOException {
        try (InputStream in = BankFiles.class.getResourceAsStream(BankDialect.MAPPING)) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), UTF_8)
                    .replace("ENCODING", layout.charset().name().toLowerCase(Locale.ROOT))
                    .replace("SEPARATOR", escaped(layout.separator()));
            int from = text.indexOf("  transactions:\n");
            int to = text.indexOf("  explanations:\n");
            return transactions ? text : text.substring(0, from) + text.substring(to);
        }
    }

    private static String escaped(String separator) {
        char first = separator.charAt(0);
        return separator.length() == 1 && first < ' ' ? "0x" + HexFormat.of().toHexDigits((byte) first) : separator;
    }

    void write(Group group) throws IOException {
        for (Row row : group.rows) {
            DelimitedFile file = tables.get(row.table());
            if (file != null) {
                file.row(dialect == null ? row.cells() : dialect.cells(row));
            }
        }
        for (Truth line : group.truth) {
            if (transactions || !line.needsTransactions()) {
                truth.line(line.line());
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (DelimitedFile file : tables.values()) {
            file.close();
        }
        truth.close();
    }
}
