package org.qingyuan.registry;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvReader;
import org.qingyuan.table.CsvRow;

/// Reads a catalogue of pools and checks that each pattern belongs to one row.
final class PoolReader {
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("name", "patterns", "coin", "last_confirmed", "source"), List.of());

    private final String file;
    private final InputStream in;
    private final Consumer<Reject> rejects;
    private final List<Pool> pools = new ArrayList<>();
    private final Map<String, Pool> hosts = new HashMap<>();
    private final Map<Prefix, Pool> networks = new HashMap<>();

    PoolReader(String file, InputStream in, Consumer<Reject> rejects) {
        this.file = file;
        this.in = in;
        this.rejects = rejects;
    }

    PoolCatalogue.Content read() throws IOException {
        try (CsvReader reader = new CsvReader(file, in, COLUMNS, rejects)) {
            for (CsvRow row = reader.next(); row != null; row = reader.next()) {
                pool(row);
            }
        }
        return new PoolCatalogue.Content(List.copyOf(pools), Map.copyOf(hosts), Map.copyOf(networks));
    }

    private void pool(CsvRow row) {
        List<String> patterns = ReferenceTable.words(row.required("patterns").toLowerCase(Locale.ROOT));
        Set<String> names = new HashSet<>();
        Set<Prefix> prefixes = new HashSet<>();
        for (String pattern : patterns) {
            pattern(row, pattern, names, prefixes);
        }
        String name = row.required("name");
        LocalDate confirmed = row.date("last_confirmed");
        if (confirmed == null && row.text("last_confirmed").isEmpty()) {
            row.reject("last_confirmed", RejectReason.BLANK_VALUE, "");
        }
        String source = row.required("source");
        if (row.usable() && confirmed != null) {
            Pool pool = new Pool(name, patterns, row.text("coin"), confirmed, source);
            pools.add(pool);
            names.forEach(host -> hosts.put(host, pool));
            prefixes.forEach(prefix -> networks.put(prefix, pool));
        }
    }

    private void pattern(CsvRow row, String pattern, Set<String> names, Set<Prefix> prefixes) {
        Prefix prefix = Prefix.parse(pattern);
        boolean valid = prefix != null || HostPattern.isValid(pattern);
        boolean isNew = prefix != null
                ? !networks.containsKey(prefix) && prefixes.add(prefix)
                : !hosts.containsKey(pattern) && names.add(pattern);
        if (!valid) {
            row.reject("patterns", RejectReason.BAD_PATTERN, pattern);
        } else if (!isNew) {
            row.reject("patterns", RejectReason.REPEATED_ID, pattern);
        }
    }
}
