package org.qingyuan.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Failure;

/// Changes that wait within a transaction, so that alike ones go to the database together: a server is asked a few
/// times
/// instead of thousands. Statements are carried out one after the other in the order in which they came first, each
/// with
/// all its rows; what concerns one subject keeps its order, or does not fit any more.
final class Postponed {
    /// So many rows wait at most.
    private static final int MOST = 2000;

    private final Map<String, Alike> statements = new LinkedHashMap<>();
    private final Map<String, Integer> lastOf = new HashMap<>();
    private int rows;

    /// The rows of one statement.
    ///
    /// @param place of the statement among the others, from 0
    record Alike(int place, List<Waiting> rows) {}

    /// A row.
    ///
    /// @param unlessOne what it means when not exactly one row is touched, `null` where that may be
    record Waiting(@Nullable Object[] values, @Nullable Supplier<Failure> unlessOne) {}

    /// Whether the statement may wait too: nothing that waits for the subject would come after it.
    boolean fits(String subject, String sql) {
        Alike alike = statements.get(sql);
        int place = alike == null ? statements.size() : alike.place;
        return rows < MOST && lastOf.getOrDefault(subject, -1) <= place;
    }

    void add(String subject, String sql, Waiting row) {
        Alike alike = statements.computeIfAbsent(sql, each -> new Alike(statements.size(), new ArrayList<>()));
        alike.rows.add(row);
        lastOf.put(subject, alike.place);
        rows++;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    /// What waits, by statement; nothing does afterwards.
    Map<String, Alike> taken() {
        Map<String, Alike> taken = new LinkedHashMap<>(statements);
        statements.clear();
        lastOf.clear();
        rows = 0;
        return taken;
    }
}
