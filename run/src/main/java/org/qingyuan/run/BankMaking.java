package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.qingyuan.accounts.generate.BankGenerator;
import org.qingyuan.accounts.generate.BankRequest;

/// In which form a synthetic bank is written.
///
/// @param encoding of delimited files: `utf-8`, `gb18030`, `gbk`
/// @param separator between fields
/// @param parquet whether the canonical files are Parquet
public record BankMaking(String encoding, String separator, boolean parquet) {
    /// @param separator the text itself, or `0x1b` for a byte
    /// @throws IllegalArgumentException when a value is none of those allowed
    public static BankMaking of(String encoding, String separator, boolean parquet) {
        if (!encoding.matches("utf-8|gb18030|gbk") || separator.isEmpty() || separator.length() > 8) {
            throw new IllegalArgumentException(encoding);
        }
        String text = separator.startsWith("0x") && separator.length() == 4
                ? String.valueOf((char) HexFormat.fromHexDigits(separator, 2, 4))
                : separator;
        return new BankMaking(encoding, text, parquet);
    }

    /// Whether files are in the canonical layout, so that no mapping is needed.
    boolean isCanonical() {
        return encoding.equals("utf-8") && separator.equals(",");
    }

    /// Makes the bank.
    ///
    /// @return how many customers it has
    public long write(BankRequest request, Path folder, Path temporary, int threads) throws IOException {
        return new BankGenerator(request).write(folder);
    }
}
