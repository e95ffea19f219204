package org.qingyuan.output;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of a record: from it derive the cells of CSV, the cells of a table and what is masked.
///
/// @param name dotted path in the record; the header of CSV, and with `column.` before it the key of its title
/// @param path the same in parts
/// @param place how it stands in a table, `null` when it does not
record Column<T>(String name, List<String> path, @Nullable Place<T> place) {
    /// How a column stands in a table.
    ///
    /// @param rank from 1 at the left; the highest goes first when the window is narrow
    /// @param align on which side its cells begin
    /// @param minWidth columns to which it may shrink, 0 when its cells are never cut
    /// @param cell the text for people
    record Place<T>(int rank, Align align, int minWidth, Cell<T> cell) {}

    /// The side on which the cells of a column begin.
    enum Align {
        LEFT,
        RIGHT
    }

    /// What stands in a table for a value, or for none.
    @FunctionalInterface
    interface Cell<T> {
        String text(@Nullable Object value, T source, Messages messages);
    }

    /// What stands where a field does not apply or is not known.
    static final String NOTHING = "–";

    static <T> Column<T> of(String name) {
        return new Column<>(name, List.of(name.split("\\.")), null);
    }

    /// The same column with a place in tables.
    Column<T> at(int rank, Align align, int minWidth, Cell<T> cell) {
        return new Column<>(name, path, new Place<>(rank, align, minWidth, cell));
    }

    /// What it may hold of a person.
    Mark mark() {
        return Mark.ofName(path.getLast());
    }

    String title(Messages messages) {
        return messages.text("column." + name);
    }
}
