package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.qingyuan.casework.cases.FieldText;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.run.FieldSheet.Field;

/// Reads what was seen on the spot, a [FieldSheet]: which host, whose, which process, whether its owner ran it or a
/// stranger did, and whether it ran on public means.
final class VerificationForm {
    private static final int LINE = 256;
    private static final int MANY = 20;

    private static final List<Field> FIELDS = List.of(
            Field.line("seen-on", LINE),
            Field.line("host", LINE),
            Field.line("owner", LINE),
            new Field("process", MANY, LINE, false),
            new Field("file-hash", MANY, LINE, false),
            Field.line("finding", LINE),
            Field.line("public-resource", LINE),
            new Field("note", 1, 2000, true));

    /// MD5, SHA-1 or SHA-256 in hex.
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");

    private VerificationForm() {}

    /// Its fields in the order of the documentation, those with several values one a line.
    ///
    /// @param today the last day on which it can have been seen
    /// @throws org.qingyuan.finding.Failure `SHEET_REJECTED`
    static Map<String, String> read(Path file, LocalDate today) {
        return read(FieldSheet.read(file, FIELDS), today);
    }

    static Map<String, String> read(String file, byte[] bytes, LocalDate today) {
        return read(FieldSheet.read(file, bytes, FIELDS), today);
    }

    private static Map<String, String> read(FieldSheet sheet, LocalDate today) {
        sheet.requiredDay("seen-on", today);
        sheet.required("finding");
        sheet.oneOf("finding", List.of("active", "hacked", "nothing"));
        sheet.required("public-resource");
        sheet.oneOf("public-resource", List.of("yes", "no"));
        Map<String, String> form = new LinkedHashMap<>();
        for (Field field : FIELDS) {
            List<String> values = sheet.texts(field.name());
            if (field.name().equals("file-hash")) {
                values = values.stream().map(text -> hash(sheet, text)).toList();
            }
            if (!values.isEmpty()) {
                form.put(field.name(), String.join("\n", values));
            }
        }
        return form;
    }

    private static String hash(FieldSheet sheet, String text) {
        String hash = text.toLowerCase(Locale.ROOT);
        if (!HASH.matcher(hash).matches()) {
            throw sheet.bad("file-hash", RejectReason.BAD_VALUE);
        }
        return hash;
    }

    /// As a step keeps it.
    static String text(Map<String, String> form) {
        return new String(FieldText.write(form), UTF_8);
    }
}
