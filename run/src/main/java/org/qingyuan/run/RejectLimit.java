package org.qingyuan.run;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many rows of a file may be rejected before a run ends.
///
/// @param rows a number of rows
/// @param share a share of the file's rows, 0 to 1
public record RejectLimit(long rows, BigDecimal share) {
    /// The larger of 10 rows and 0.1 % of a file.
    public static final RejectLimit STANDARD = new RejectLimit(10, new BigDecimal("0.001"));

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,6})?)\\s?%");

    /// `100` rows, or `0.5%` of a file.
    ///
    /// @throws IllegalArgumentException when it is neither
    public static RejectLimit of(String text) {
        if (NUMBER.matcher(text).matches()) {
            return new RejectLimit(Long.parseLong(text), BigDecimal.ZERO);
        }
        Matcher share = SHARE.matcher(text);
        if (!share.matches() || new BigDecimal(share.group(1)).compareTo(BigDecimal.valueOf(100)) > 0) {
            throw new IllegalArgumentException(text);
        }
        return new RejectLimit(0, new BigDecimal(share.group(1)).movePointLeft(2));
    }

    /// Whether a file has more rejects than that.
    public boolean isExceeded(long rejected, long read) {
        BigDecimal shared = share.multiply(BigDecimal.valueOf(read));
        return rejected > rows && BigDecimal.valueOf(rejected).compareTo(shared) > 0;
    }

    /// As the run line has it: `10|0.1%`.
    public String text() {
        String percent = share.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        return share.signum() == 0 ? Long.toString(rows) : rows == 0 ? percent : rows + "|" + percent;
    }
}
