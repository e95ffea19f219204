package org.qingyuan.accounts.generate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.qingyuan.accounts.extract.CanonicalTable;

/// One row of a canonical table, blank until set. What is wrong with it on purpose is set like anything else.
final class Row {
    private static final Map<CanonicalTable, Map<String, Integer>> PLACES = places();

    private final CanonicalTable table;
    private final String[] cells;

    Row(CanonicalTable table) {
        this.table = table;
        this.cells = new String[table.columns().size()];
        Arrays.fill(cells, "");
    }

    /// A row of the same content.
    Row copy() {
        Row copy = new Row(table);
        System.arraycopy(cells, 0, copy.cells, 0, cells.length);
        return copy;
    }

    CanonicalTable table() {
        return table;
    }

    Row set(String column, String value) {
        cells[place(column)] = value;
        return this;
    }

    String get(String column) {
        return cells[place(column)];
    }

    /// In canonical order.
    String[] cells() {
        return cells;
    }

    private int place(String column) {
        Integer place = placesOf(table).get(column);
        if (place == null) {
            throw new IllegalArgumentException(table.word() + " has no column " + column);
        }
        return place;
    }

    private static Map<String, Integer> placesOf(CanonicalTable table) {
        return PLACES.getOrDefault(table, Map.of());
    }

    private static Map<CanonicalTable, Map<String, Integer>> places() {
        Map<CanonicalTable, Map<String, Integer>> all = new EnumMap<>(CanonicalTable.class);
        for (CanonicalTable table : CanonicalTable.values()) {
            Map<String, Integer> places = new HashMap<>();
            for (String column : table.columns()) {
                places.put(column, places.size());
            }
            all.put(table, places);
        }
        return all;
    }
}
