package org.qingyuan.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.State;

/// A page of cases as SQL. Every index of the inbox begins with one column and the state and is sorted by what is due,
/// so each state is read from where the page before ended, at most a page long, and the pieces are merged: the cost
/// follows the page, not the store.
final class PageQuery {
    private final CaseQuery query;
    private final Seal seal;
    private final Position after;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /// Where a page begins.
    record Position(long dueAt, String id) {
        static final Position FIRST = new Position(Long.MIN_VALUE, "");
    }

    /// A condition that an index begins with.
    ///
    /// @param further what else must hold, blank where nothing
    private record Lane(String column, Object value, String further, List<Object> furtherValues) {
        Lane(String column, Object value) {
            this(column, value, "", List.of());
        }
    }

    PageQuery(CaseQuery query, Seal seal, @Nullable Position after) {
        this.query = query;
        this.seal = seal;
        this.after = after == null ? Position.FIRST : after;
        build();
    }

    /// Whether nobody who has no scope of its own asks.
    boolean isEmpty() {
        return query.limit() < 1
                || query.reader().role().isParty()
                        && query.reader().scope().text().isEmpty();
    }

    String sql() {
        return sql.toString();
    }

    Object[] values() {
        return values.toArray();
    }

    private void build() {
        Set<State> states = query.states().isEmpty() ? Set.of(State.values()) : query.states();
        StringJoiner pieces = new StringJoiner(" UNION ALL ");
        for (Lane lane : lanes()) {
            for (State state : states) {
                pieces.add(piece(lane, state, pieces.length()));
            }
        }
        sql.append("SELECT c.id, c.version, c.body FROM (")
                .append(pieces)
                .append(") AS found JOIN case_file c ON c.id = found.id ORDER BY found.due_at, found.id LIMIT ?");
        values.add(query.limit());
    }

    private String piece(Lane lane, State state, int number) {
        StringBuilder piece = new StringBuilder("SELECT * FROM (SELECT id, due_at FROM case_file WHERE ");
        if (!lane.column.isEmpty()) {
            piece.append(lane.column).append(" = ? AND ");
            values.add(lane.value);
        }
        piece.append("state = ? AND (due_at, id) > (?, ?)");
        values.add(state.word());
        values.add(after.dueAt);
        values.add(after.id);
        piece.append(lane.further);
        values.addAll(lane.furtherValues);
        equal(piece, lane, "campaign", query.campaign());
        equal(piece, lane, "assignee", query.assignee());
        values.add(query.limit());
        return piece.append(" ORDER BY due_at, id LIMIT ?) AS piece")
                .append(number)
                .toString();
    }

    private void equal(StringBuilder piece, Lane lane, String column, @Nullable String value) {
        if (value != null && !lane.column.equals(column)) {
            piece.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private List<Lane> lanes() {
        Actor reader = query.reader();
        String scope = reader.scope().text();
        return switch (reader.role()) {
            case ORGANISATION -> List.of(new Lane("organisation", scope));
            case HOLDER -> List.of(new Lane("holder", CaseRows.holder(seal, scope)));
            case ANALYST, MAKER, CHECKER, AUDITOR, SYSTEM -> scope.isEmpty() ? everywhere() : within(scope);
        };
    }

    private List<Lane> everywhere() {
        if (query.assignee() != null) {
            return List.of(new Lane("assignee", query.assignee()));
        }
        return List.of(query.campaign() == null ? new Lane("", "") : new Lane("campaign", query.campaign()));
    }

    /// The same as [org.qingyuan.access.Scope#holds], by the columns of an area's wider areas.
    private static List<Lane> within(String scope) {
        if (Columns.isRegion(scope)) {
            return ofRegion(scope);
        }
        if (Columns.wide(scope).equals(scope)) {
            return List.of(new Lane("area_wide", scope));
        }
        if (Columns.middle(scope).equals(scope)) {
            return List.of(new Lane("area_middle", scope));
        }
        return List.of(new Lane(
                "area_middle",
                Columns.middle(scope),
                " AND (area = ? OR area >= ? AND area < ?)",
                List.of(scope, scope + "/", scope + (char) ('/' + 1))));
    }

    /// What lies below a region by its digits, and below its code by a slash.
    private static List<Lane> ofRegion(String scope) {
        if (Columns.wide(scope).equals(scope)) {
            return List.of(new Lane("area_wide", scope));
        }
        String column = Columns.middle(scope).equals(scope) ? "area_middle" : "area";
        return List.of(new Lane(column, scope), new Lane("area_wide", scope));
    }
}
