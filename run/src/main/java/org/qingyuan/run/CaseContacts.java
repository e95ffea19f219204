package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.casework.cases.Contact;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// Reads who is told: a CSV with the columns `kind,id,name,phone,email,address,language`, of which all but the first
/// two may be absent or blank. One row that cannot be used ends the reading, and nothing is kept.
public final class CaseContacts {
    private static final int BATCH = 1000;
    private static final int MOST_CHARACTERS = 256;
    private static final Set<String> KINDS = Set.of("organisation", "customer");
    private static final Set<String> LANGUAGES = Set.of("", "zh", "en");
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("kind", "id"), List.of("name", "phone", "email", "address", "language"));

    private CaseContacts() {}

    /// @return how many
    /// @throws Failure `CONTACTS_REJECTED`, which names the first row that cannot be used
    public static long read(Path file, CaseStore store) {
        List<Contact> contacts = contacts(file, reject -> {
            throw new Failure(
                    ErrorCode.CONTACTS_REJECTED,
                    Map.of(
                            "where",
                            ScanReferences.place(reject),
                            "reject",
                            reject.reason().word(),
                            "what",
                            reject.detail()));
        });
        for (int from = 0; from < contacts.size(); from += BATCH) {
            List<Contact> batch = contacts.subList(from, Math.min(contacts.size(), from + BATCH));
            store.write(writer -> {
                batch.forEach(writer::put);
                return batch.size();
            });
        }
        return contacts.size();
    }

    private static List<Contact> contacts(Path file, Consumer<Reject> rejects) {
        List<Contact> contacts = new ArrayList<>();
        try (CsvReader reader =
                new CsvReader(file.toString(), new BufferedInputStream(Files.newInputStream(file)), COLUMNS, rejects)) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                contacts.add(contact(row));
            }
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return contacts;
    }

    private static Contact contact(CsvRow row) {
        String kind = row.required("kind");
        if (!KINDS.contains(kind)) {
            row.reject("kind", RejectReason.UNKNOWN_VALUE, kind);
        }
        String language = text(row, "language");
        if (!LANGUAGES.contains(language)) {
            row.reject("language", RejectReason.UNKNOWN_VALUE, language);
        }
        return new Contact(
                kind,
                row.required("id"),
                text(row, "name"),
                text(row, "phone"),
                text(row, "email"),
                text(row, "address"),
                language);
    }

    private static String text(CsvRow row, String column) {
        @Nullable String text = row.optional(column);
        if (text != null && text.length() > MOST_CHARACTERS) {
            row.reject(column, RejectReason.BAD_VALUE, text);
        }
        return text == null ? "" : text;
    }
}
