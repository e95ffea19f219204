package org.qingyuan.run;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import org.qingyuan.accounts.extract.CanonicalTable;
import org.qingyuan.accounts.generate.BankGenerator;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.accounts.generate.Layout;
import org.qingyuan.accounts.generate.ParquetTable;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// Makes a synthetic bank as delimited files or as Parquet.
public final class BankMaking {
    private static final int MAX_SEPARATOR = 8;

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
    /// @param temporary an existing private folder with room for the delimited files
    public static long parquet(BankRequest request, Path folder, Path temporary, int threads) throws IOException {
        Path text = Files.createDirectory(temporary.resolve("bank"));
        long customers = new BankGenerator(request).write(text);
        Files.createDirectories(folder);
        SessionOptions options = SessionOptions.ofMachine(temporary, threads, List.of(text, folder));
        try (Session session = Session.open(options)) {
            for (CanonicalTable table : CanonicalTable.values()) {
                Path csv = text.resolve(table.word() + ".csv");
                if (Files.exists(csv)) {
                    ParquetTable.write(session, table, csv, folder.resolve(table.word() + ".parquet"));
                    Files.delete(csv);
                }
            }
        }
        for (String name : List.of("truth.jsonl", "extract.yaml")) {
            Files.copy(text.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
        return customers;
    }
}
