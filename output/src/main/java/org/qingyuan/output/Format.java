package org.qingyuan.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;

/// Every format in which results are written. To add one, add a row here and its class.
public enum Format {
    TABLE("table", List.of("txt"), false, TableWriter::new),
    JSONL(
            "jsonl",
            List.of("jsonl", "ndjson", "json"),
            true,
            (out, schema, options) -> new JsonLinesWriter(out, Masking.forData(options.reveal()))),
    CSV("csv", List.of("csv"), false, (out, schema, options) -> new CsvFindings(out, schema, options, false)),
    CSV_EXCEL("csv-excel", List.of(), false, (out, schema, options) -> new CsvFindings(out, schema, options, true)),
    XLSX("xlsx", List.of("xlsx"), false, XlsxFindings::new);

    private interface Opener {
        ResultWriter open(OutputStream out, Schema<Finding> schema, FormatOptions options) throws IOException;
    }

    private final String word;
    private final List<String> suffixes;
    private final boolean writesRun;
    private final Opener opener;

    Format(String word, List<String> suffixes, boolean writesRun, Opener opener) {
        this.word = word;
        this.suffixes = suffixes;
        this.writesRun = writesRun;
        this.opener = opener;
    }

    /// As `--format` takes it.
    public String word() {
        return word;
    }

    /// Whether the run line is part of it; else it belongs to `--run FILE` or stderr.
    public boolean writesRun() {
        return writesRun;
    }

    /// The format of a word, `null` when there is none.
    public static @Nullable Format of(String word) {
        for (Format format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        return null;
    }

    /// The format that a file's suffix asks for; JSON lines where it asks for none.
    public static Format bySuffix(Path file) {
        String name = file.toString();
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (format.suffixes.contains(suffix)) {
                return format;
            }
        }
        return JSONL;
    }

    /// A writer of mining findings onto the stream, which it closes when closed.
    public ResultWriter open(OutputStream out, FormatOptions options) throws IOException {
        return opener.open(out, Schema.MINING, options);
    }

    /// The same for findings in a bank's extract; a table ranks them.
    public ResultWriter openAccounts(OutputStream out, FormatOptions options) throws IOException {
        ResultWriter writer = opener.open(out, Schema.ACCOUNTS, options);
        return this == TABLE ? new RankedFindings(writer) : writer;
    }
}
