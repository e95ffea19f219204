package org.qingyuan.table.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.Records;
import org.qingyuan.table.text.TextEncoding;

/// Reads what a mapping file says of one table, on top of what it says of all.
record TableReader(TextEncoding encoding, String separator, boolean quoted, boolean header) {
    static final TableReader CANONICAL = new TableReader(TextEncoding.UTF_8, ",", true, true);

    private static final List<String> FORMAT = List.of("encoding", "separator", "quote", "header");
    private static final List<String> TABLE =
            List.of("encoding", "separator", "quote", "header", "files", "fields", "columns");

    /// The same with what a node says otherwise.
    TableReader with(@Nullable Yaml defaults) {
        return defaults == null ? this : format(defaults.members(FORMAT));
    }

    private TableReader format(Map<String, Yaml> members) {
        Yaml encodingNode = members.get("encoding");
        Yaml separatorNode = members.get("separator");
        Yaml quoteNode = members.get("quote");
        Yaml headerNode = members.get("header");
        return new TableReader(
                encodingNode == null ? encoding : encoding(encodingNode),
                separatorNode == null ? separator : separator(separatorNode),
                quoteNode == null ? quoted : quoted(quoteNode),
                headerNode == null ? header : headerNode.flag());
    }

    private static TextEncoding encoding(Yaml node) {
        for (TextEncoding each : TextEncoding.values()) {
            if (each.word().equals(node.text())) {
                return each;
            }
        }
        throw node.bad(RejectReason.BAD_VALUE, node.text());
    }

    private static boolean quoted(Yaml node) {
        return switch (node.text()) {
            case "none" -> false;
            case "double" -> true;
            default -> throw node.bad(RejectReason.BAD_VALUE, node.text());
        };
    }

    /// Any text, or one byte as `0x1b`.
    private static String separator(Yaml node) {
        String text = node.text();
        if (text.matches("0x[0-7][0-9a-fA-F]")) {
            return String.valueOf((char) Integer.parseInt(text.substring(2), 16));
        }
        return text;
    }

    /// @param known canonical columns of the table
    TableMapping table(Yaml node, List<String> known) {
        Map<String, Yaml> members = node.members(TABLE);
        TableReader format = format(members);
        Yaml files = members.get("files");
        Yaml fields = members.get("fields");
        if (!format.header && fields == null) {
            throw node.bad(RejectReason.MISSING_FIELD, "fields");
        }
        return new TableMapping(
                files == null ? "" : files.text(),
                format.encoding,
                format.dialect(node),
                format.header,
                fields == null ? 0 : fields.number(1, Records.MAX_FIELDS),
                format.columns(members.get("columns"), node, known));
    }

    private Dialect dialect(Yaml node) {
        try {
            return new Dialect(separator, quoted);
        } catch (IllegalArgumentException e) {
            throw node.bad(RejectReason.BAD_VALUE, "separator");
        }
    }

    private Map<String, ColumnMapping> columns(@Nullable Yaml columns, Yaml table, List<String> known) {
        if (columns == null) {
            if (!header) {
                throw table.bad(RejectReason.MISSING_FIELD, "columns");
            }
            return Map.of();
        }
        Map<String, ColumnMapping> mapped = new LinkedHashMap<>();
        ColumnReader reader = new ColumnReader(header);
        columns.members(known).forEach((name, node) -> mapped.put(name, reader.column(node)));
        return mapped;
    }
}
