package org.qingyuan.table.raw;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.mapping.ColumnMapping;
import org.qingyuan.table.mapping.Conversion;
import org.qingyuan.table.mapping.FieldSource;
import org.qingyuan.table.mapping.TableMapping;
import org.qingyuan.table.text.Records;

/// Which canonical columns a file has and how each is made of a record's fields.
///
/// @param fields how many fields a row must have
/// @param heading names of the fields by position; empty without a header
/// @param columns those that the file has, in the order of the shape
/// @param faults why the file cannot be used; empty where it can
/// @param unknown headings of no use
record StagePlan(int fields, List<String> heading, List<Column> columns, List<Reject> faults, Set<String> unknown) {
    /// One canonical column of the file.
    ///
    /// @param position of the field that it comes from, -1 for a constant
    /// @param second position of the other field that it comes from, -1 for none
    record Column(String name, int position, int second, ValueWriter writer) {
        /// Whether the fields that it comes from are there and hold nothing broken.
        boolean isReadable(Records record, int shift) {
            return isReadable(record, position, shift) && isReadable(record, second, shift);
        }

        private static boolean isReadable(Records record, int position, int shift) {
            int field = position + shift;
            return position < 0 || field >= 0 && field < record.fields() && record.isReadable(field);
        }
    }

    /// @param file name that faults carry
    /// @param heading fields of the header, `null` where the file has none by its mapping
    /// @param line of the header
    static StagePlan of(
            String file, TableShape shape, TableMapping mapping, @Nullable List<String> heading, long line) {
        List<String> names = heading == null ? List.of() : heading;
        int fields = heading == null ? mapping.fields() : names.size();
        Maker maker = new Maker(file, names, fields, line);
        maker.checkOnce(mapping, shape);
        List<Column> columns = new ArrayList<>();
        for (String name : shape.columns()) {
            Column column = mapping.columns().isEmpty()
                    ? maker.named(name)
                    : maker.mapped(name, mapping.columns().get(name));
            if (column != null) {
                columns.add(column);
            } else if (shape.required().contains(name)) {
                maker.fault(name, RejectReason.MISSING_COLUMN);
            }
        }
        Set<String> unknown = new LinkedHashSet<>(mapping.columns().isEmpty() ? names : List.of());
        unknown.removeAll(shape.columns());
        return new StagePlan(fields, names, columns, maker.faults, unknown);
    }

    /// What a person calls a field: its heading, else the canonical column made of it, else its number.
    @Nullable
    String nameOf(int position) {
        if (position < heading.size()) {
            return heading.get(position);
        }
        return columns.stream()
                .filter(column -> column.position() == position)
                .map(Column::name)
                .findFirst()
                .orElse(position < fields ? "#" + (position + 1) : null);
    }

    /// Makes columns and keeps what is wrong.
    private static final class Maker {
        private final String file;
        private final List<String> heading;
        private final int fields;
        private final long line;
        private final List<Reject> faults = new ArrayList<>();

        Maker(String file, List<String> heading, int fields, long line) {
            this.file = file;
            this.fields = fields;
            this.heading = heading;
            this.line = line;
        }

        void fault(String column, RejectReason reason) {
            faults.add(new Reject(file, line, column, reason, column));
        }

        void checkOnce(TableMapping mapping, TableShape shape) {
            Set<String> wanted = new TreeSet<>(shape.columns());
            mapping.columns().values().forEach(column -> {
                if (column.source() instanceof FieldSource.Named named) {
                    wanted.add(named.column());
                }
            });
            Set<String> seen = new TreeSet<>();
            for (String name : heading) {
                if (!seen.add(name) && wanted.contains(name)) {
                    fault(name, RejectReason.REPEATED_COLUMN);
                }
            }
        }

        @Nullable
        Column named(String name) {
            int position = heading.indexOf(name);
            return position < 0 ? null : new Column(name, position, -1, ValueWriters.copy(position));
        }

        @Nullable
        Column mapped(String name, @Nullable ColumnMapping mapping) {
            if (mapping == null) {
                return null;
            }
            ValueWriter writer = ValueWriters.of(mapping, this::position);
            return new Column(name, where(mapping.source()), where(second(mapping.conversion())), writer);
        }

        private int where(@Nullable FieldSource source) {
            return source == null || source instanceof FieldSource.Constant ? -1 : position(source);
        }

        private static @Nullable FieldSource second(Conversion conversion) {
            return switch (conversion) {
                case Conversion.Amount amount -> amount.sign();
                case Conversion.Moment moment -> moment.time();
                case Conversion.Text text -> null;
                case Conversion.Date date -> null;
                case Conversion.Items items -> null;
            };
        }

        /// The position where the file has it; else a fault, said once.
        private int checked(String name, int position) {
            boolean there = position >= 0 && position < fields;
            if (!there && faults.stream().noneMatch(fault -> name.equals(fault.column()))) {
                fault(name, RejectReason.MISSING_COLUMN);
            }
            return there ? position : -1;
        }

        private int position(FieldSource source) {
            return switch (source) {
                case FieldSource.Constant constant -> throw new IllegalArgumentException(constant.value());
                case FieldSource.Numbered numbered -> checked("#" + numbered.position(), numbered.position() - 1);
                case FieldSource.Named named -> checked(named.column(), heading.indexOf(named.column()));
            };
        }
    }
}
