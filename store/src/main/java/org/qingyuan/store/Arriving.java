package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.Arrivals;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Step;

/// What an import brought for one matter, while its rows are added up in the order of their ids.
final class Arriving {
    private final MessageDigest digest = Log.sha256();
    private final List<String> ids = new ArrayList<>();
    private final Extremes opening = new Extremes();
    private final Extremes all = new Extremes();
    private long findings;
    private long opens;
    private long revised;

    /// A row by which it is found, and the start by which it is compared.
    record Row(long number, String id, long revision, String start) {}

    /// The first and the last by start; of equal ones the first by id.
    private static final class Extremes {
        private @Nullable Row first;
        private @Nullable Row last;

        void add(Row row) {
            if (first == null || row.start.compareTo(first.start) < 0) {
                first = row;
            }
            if (last == null || row.start.compareTo(last.start) > 0) {
                last = row;
            }
        }
    }

    /// @param row number, id, revision, digest, opens, start
    void add(ResultSet row) throws SQLException {
        Row found =
                new Row(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)), row.getLong(3), row.getString(6));
        boolean isOpening = row.getLong(5) == 1;
        findings++;
        revised += found.revision > 1 ? 1 : 0;
        opens += isOpening && found.revision == 1 ? 1 : 0;
        digest.update((found.id + " " + HexFormat.of().formatHex(row.getBytes(4)) + "\n").getBytes(UTF_8));
        if (ids.size() < Step.MAX_EVIDENCE && (ids.isEmpty() || !ids.getLast().equals(found.id))) {
            ids.add(found.id);
        }
        all.add(found);
        if (isOpening) {
            opening.add(found);
        }
    }

    Row first() {
        return known(opening.first == null ? all.first : opening.first);
    }

    Row last() {
        return known(opening.last == null ? all.last : opening.last);
    }

    private static Row known(@Nullable Row row) {
        if (row == null) {
            throw new IllegalStateException("no row was added");
        }
        return row;
    }

    /// To be asked once.
    Arrivals arrivals(KeptFinding leading, KeptFinding latest) {
        return new Arrivals(
                leading.matter(),
                findings,
                opens,
                revised,
                List.copyOf(ids),
                HexFormat.of().formatHex(digest.digest()),
                leading,
                latest.start().text());
    }
}
