package org.qingyuan.accounts.generate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;

/// The files of a bank in the canonical layout, `extract.yaml` and `truth.jsonl` beside them.
final class BankFiles implements Closeable {
    static final String TRUTH = "truth.jsonl";

    private final Map<CanonicalTable, DelimitedFile> tables = new EnumMap<>(CanonicalTable.class);
    private final DelimitedFile truth;
    private final boolean transactions;

    BankFiles(Path folder, Days days, boolean transactions) throws IOException {
        this.transactions = transactions;
        Files.createDirectories(folder);
        for (CanonicalTable table : CanonicalTable.values()) {
            if (transactions || table != CanonicalTable.TRANSACTIONS) {
                DelimitedFile file = new DelimitedFile(folder.resolve(table.word() + ".csv"), UTF_8, ",", true);
                tables.put(table, file);
                file.row(table.columns().toArray(String[]::new));
            }
        }
        truth = new DelimitedFile(folder.resolve(TRUTH), UTF_8, "", false);
        Files.writeString(folder.resolve("extract.yaml"), declaration(days, transactions), UTF_8);
    }

    private static String declaration(Days days, boolean transactions) {
        return "# What the bank says of its extract. last_activity_on holds interest as well, as in many core systems, so\n"
                + "# what it counts is not declared and the column is not used.\n"
                + "extractedOn: " + days.extractedOn() + "\n"
                + (transactions ? "transactionsFrom: " + days.transactionsFrom() + "\n" : "")
                + "accountsComplete: true\n";
    }

    void write(Group group) throws IOException {
        for (Row row : group.rows) {
            DelimitedFile file = tables.get(row.table());
            if (file != null) {
                file.row(row.cells());
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
