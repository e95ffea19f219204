package org.qingyuan.table.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.text.Records;

/// Reads what a mapping file says of one column.
///
/// @param header whether the file's columns have names
record ColumnReader(boolean header) {
    private static final List<String> PLACE = List.of("column", "position");
    private static final List<String> SIGN = List.of("column", "position", "negative", "positive");
    private static final List<String> CONVERSIONS = List.of("date", "datetime", "amount", "items");
    private static final List<String> COLUMN = Stream.of(
                    List.of("column", "position", "constant", "words", "otherwise", "blank", "time", "sign"),
                    CONVERSIONS)
            .flatMap(List::stream)
            .toList();

    ColumnMapping column(Yaml node) {
        if (node.isScalar()) {
            return ColumnMapping.plain(place(node));
        }
        Map<String, Yaml> members = node.members(COLUMN);
        Conversion conversion = conversion(node, members);
        return new ColumnMapping(source(node, members), conversion, words(members, conversion));
    }

    /// A heading, or a number where there is no header.
    private FieldSource place(Yaml node) {
        return header ? new FieldSource.Named(node.text()) : new FieldSource.Numbered(position(node));
    }

    private static int position(Yaml node) {
        return node.number(1, Records.MAX_FIELDS);
    }

    private FieldSource source(Yaml node, Map<String, Yaml> members) {
        Yaml column = members.get("column");
        Yaml position = members.get("position");
        Yaml constant = members.get("constant");
        if (Stream.of(column, position, constant).filter(one -> one != null).count() != 1) {
            throw node.bad(RejectReason.BAD_STRUCTURE, "column | position | constant");
        }
        if (position != null) {
            return new FieldSource.Numbered(position(position));
        }
        if (column != null && !header) {
            throw column.bad(RejectReason.BAD_VALUE, column.text());
        }
        return column != null
                ? new FieldSource.Named(column.text())
                : new FieldSource.Constant(constant == null ? "" : constant.text());
    }

    private Conversion conversion(Yaml node, Map<String, Yaml> members) {
        List<String> named = CONVERSIONS.stream().filter(members::containsKey).toList();
        if (named.size() > 1) {
            throw node.bad(RejectReason.BAD_STRUCTURE, String.join(", ", named));
        }
        String name = named.isEmpty() ? "" : named.getFirst();
        checkOwner(members, "time", "datetime", name);
        checkOwner(members, "sign", "amount", name);
        Yaml value = members.get(name);
        if (value == null) {
            return new Conversion.Text();
        }
        return switch (name) {
            case "date" -> new Conversion.Date(pattern(value));
            case "datetime" -> new Conversion.Moment(pattern(value), time(members.get("time")));
            case "amount" -> amount(value, members.get("sign"));
            case "items" -> new Conversion.Items(separator(value));
            default -> throw new IllegalStateException(name);
        };
    }

    private static void checkOwner(Map<String, Yaml> members, String part, String owner, String name) {
        Yaml value = members.get(part);
        if (value != null && !owner.equals(name)) {
            throw value.bad(RejectReason.UNKNOWN_FIELD, part);
        }
    }

    private static String pattern(Yaml value) {
        if (!Conversion.DATE_PATTERNS.contains(value.text())) {
            throw value.bad(RejectReason.BAD_VALUE, value.text());
        }
        return value.text();
    }

    private static String separator(Yaml value) {
        if (value.text().isEmpty()) {
            throw value.bad(RejectReason.BLANK_VALUE, "items");
        }
        return value.text();
    }

    private @Nullable FieldSource time(@Nullable Yaml node) {
        if (node == null) {
            return null;
        }
        return node.isScalar() ? place(node) : source(node, node.members(PLACE));
    }

    private Conversion amount(Yaml value, @Nullable Yaml sign) {
        boolean fen = switch (value.text()) {
            case "fen" -> true;
            case "yuan" -> false;
            default -> throw value.bad(RejectReason.BAD_VALUE, value.text());
        };
        if (sign == null) {
            return Conversion.amount(fen);
        }
        Map<String, Yaml> members = sign.members(SIGN);
        return new Conversion.Amount(
                fen, source(sign, members), signs(sign, members, "negative"), signs(sign, members, "positive"));
    }

    private static Set<String> signs(Yaml sign, Map<String, Yaml> members, String name) {
        Yaml values = members.get(name);
        if (values == null) {
            throw sign.bad(RejectReason.MISSING_FIELD, name);
        }
        return Set.copyOf(values.texts());
    }

    private static Conversion.Words words(Map<String, Yaml> members, Conversion conversion) {
        Map<String, String> words = new HashMap<>();
        Yaml blank = members.get("blank");
        if (blank != null) {
            blank.texts().forEach(text -> words.put(text, ""));
        }
        Yaml map = members.get("words");
        if (map != null) {
            map.members(null).forEach((word, meaning) -> {
                if (words.put(word, meaning.text()) != null) {
                    throw meaning.bad(RejectReason.REPEATED_ID, word);
                }
            });
        }
        return new Conversion.Words(words, onlyThese(members.get("otherwise"), map != null, conversion));
    }

    /// Where text is given other words, a word without one is unknown unless the mapping says to keep it.
    private static boolean onlyThese(@Nullable Yaml otherwise, boolean hasWords, Conversion conversion) {
        if (otherwise == null) {
            return hasWords && (conversion instanceof Conversion.Text || conversion instanceof Conversion.Items);
        }
        return switch (otherwise.text()) {
            case "keep" -> false;
            case "reject" -> true;
            default -> throw otherwise.bad(RejectReason.BAD_VALUE, otherwise.text());
        };
    }
}
