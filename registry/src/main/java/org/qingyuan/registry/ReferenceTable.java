package org.qingyuan.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// Reads a table that comes with the program. A mistake in it is ours and ends the program.
final class ReferenceTable {
    private ReferenceTable() {}

    static void read(String name, CsvColumns columns, Consumer<CsvRow> each) {
        try (CsvReader reader = new CsvReader(name, open(name), columns, reject -> {
            throw new IllegalStateException("built-in table: " + reject);
        })) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                each.accept(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The words of a cell that holds several, separated by spaces.
    static List<String> words(String cell) {
        List<String> words = new ArrayList<>();
        for (String word : cell.split(" ")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return List.copyOf(words);
    }

    static InputStream open(String name) {
        InputStream in = ReferenceTable.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing from the program: " + name);
        }
        return in;
    }
}
