package org.qingyuan.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.generate.BankGenerator;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.accounts.generate.Layout;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;
import org.qingyuan.table.session.Sql;

/// Makes a synthetic bank as delimited files or as Parquet.
public final class BankMaking {
    private static final int MAX_SEPARATOR = 8;

    /// Columns that Parquet files of a bank have as what they are; a cell that is none stays null.
    private static final Map<String, String> TYPES = Map.of(
            "phone_verified_on", "DATE",
            "registered_on", "DATE",
            "opened_on", "DATE",
            "closed_on", "DATE",
            "last_activity_on", "DATE",
            "booked_at", "TIMESTAMP",
            "balance", "DECIMAL(18,2)",
            "amount", "DECIMAL(18,2)");

    private BankMaking() {}

    /// The layout of an encoding and a separator.
    ///
    /// @param separator the text itself, or `0x1b` for a byte
    /// @throws IllegalArgumentException when they cannot be used
    public static Layout layout(String encoding, String separator) {
        if (!List.of("utf-8", "gb18030", "gbk").contains(encoding)
                || separator.isEmpty()
                || separator.length() > MAX_SEPARATOR) {
            throw new IllegalArgumentException(encoding + " " + separator);
        }
        boolean isByte = separator.startsWith("0x") && separator.length() == 4;
        String text = isByte ? String.valueOf((char) HexFormat.fromHexDigits(separator, 2, 4)) : separator;
        return new Layout(Charset.forName(encoding), text);
    }

    /// Makes the bank in delimited files.
    ///
    /// @return how many customers it has
    public static long delimited(BankRequest request, Path folder) throws IOException {
        return new BankGenerator(request).write(folder);
    }

    /// Makes the bank in the canonical layout as Parquet. Typed columns cannot hold what is not of their type, so the
    /// rows that are to be rejected for a bad date or amount have nothing there.
    ///
    /// Written by one thread, because several would not keep the order of the rows, and the same seed has to give the
    /// same
    /// files.
    ///
    /// @param temporary an existing private folder with room for the delimited files
    public static long parquet(BankRequest request, Path folder, Path temporary) throws IOException {
        Path text = Files.createDirectory(temporary.resolve("bank"));
        long customers = new BankGenerator(request).write(text);
        Files.createDirectories(folder);
        SessionOptions options = SessionOptions.ofMachine(temporary, 1, List.of(text, folder));
        try (Session session = Session.open(options)) {
            for (CanonicalTable table : CanonicalTable.values()) {
                Path csv = text.resolve(table.word() + ".csv");
                if (Files.exists(csv)) {
                    session.execute(copy(table, csv, folder.resolve(table.word() + ".parquet")));
                    Files.delete(csv);
                }
            }
        }
        for (String name : List.of("truth.jsonl", "extract.yaml")) {
            Files.copy(text.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return customers;
    }

    private static String copy(CanonicalTable table, Path csv, Path parquet) {
        List<String> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (String column : table.columns()) {
            String name = Sql.name(column);
            String type = TYPES.get(column);
            columns.add(type == null ? name : "TRY_CAST(nullif(" + name + ", '') AS " + type + ") AS " + name);
            names.add(Sql.text(column) + ": 'VARCHAR'");
        }
        return "COPY (SELECT " + String.join(", ", columns) + " FROM read_csv(" + Sql.text(csv.toString())
                + ", header = true, auto_detect = false, delim = ',', quote = '\"', escape = '\"', nullstr = '\\0',"
                + " columns = {" + String.join(", ", names) + "})) TO "
                + Sql.text(parquet.toString()) + " (FORMAT parquet, COMPRESSION zstd)";
    }
}
