package org.qingyuan.registry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.CsvRow;

/// Checks the column `parent` of a file whose rows name each other: a parent must be known, and nobody is above
/// itself. Takes time in proportion to the rows, however deep they nest.
final class ParentCheck {
    /// Gives the parent of an id, `null` where it has none.
    @FunctionalInterface
    interface Parents {
        @Nullable
        String of(String id);
    }

    private ParentCheck() {}

    /// Rejects rows with an unknown parent and all rows of a cycle.
    ///
    /// @param rows by id
    /// @param elsewhere ids known though no row has them
    /// @return ids of the rejected rows
    static List<String> run(Map<String, CsvRow> rows, Parents parents, Predicate<String> elsewhere) {
        List<String> rejected = new ArrayList<>();
        Set<String> cyclic = cyclic(rows.keySet(), parents);
        rows.forEach((id, row) -> {
            String parent = parents.of(id);
            if (parent == null) {
                return;
            }
            if (!rows.containsKey(parent) && !elsewhere.test(parent)) {
                row.reject("parent", RejectReason.UNKNOWN_PARENT, parent);
                rejected.add(id);
            } else if (cyclic.contains(id)) {
                row.reject("parent", RejectReason.PARENT_CYCLE, id + " -> " + parent);
                rejected.add(id);
            }
        });
        return rejected;
    }

    private static Set<String> cyclic(Set<String> ids, Parents parents) {
        Set<String> cyclic = new HashSet<>();
        Set<String> done = new HashSet<>();
        for (String id : ids) {
            Set<String> path = new LinkedHashSet<>();
            String at = id;
            while (at != null && !done.contains(at) && path.add(at)) {
                at = parents.of(at);
            }
            if (at != null && path.contains(at)) {
                String start = at;
                path.stream().dropWhile(member -> !member.equals(start)).forEach(cyclic::add);
            }
            done.addAll(path);
        }
        return cyclic;
    }
}
