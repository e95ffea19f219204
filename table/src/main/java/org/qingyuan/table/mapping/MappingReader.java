package org.qingyuan.table.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;

/// Reads mapping files: `extract.yaml` with the facts of an extract, or `mapping.yaml` with the tables too. Strict: a
/// key that is not known, a word that is not allowed and a table or column that nobody asked for are errors.
public final class MappingReader {
    private static final long MAX_BYTES = 1 << 20;
    private static final List<String> FACTS =
            List.of("extractedOn", "transactionsFrom", "accountsComplete", "lastActivityCounts");
    private static final List<String> KEYS =
            List.of("extractedOn", "transactionsFrom", "accountsComplete", "lastActivityCounts", "defaults", "tables");

    private final Map<String, List<String>> columns;

    /// @param columns the canonical columns of each table that may be mapped, by its name
    public MappingReader(Map<String, List<String>> columns) {
        this.columns = Map.copyOf(columns);
    }

    /// @throws Failure MAPPING_REJECTED, naming line and column of what is wrong
    public Mapping read(Path path) throws IOException {
        String file = String.valueOf(path.getFileName());
        if (Files.size(path) > MAX_BYTES) {
            throw rejected(file, RejectReason.BAD_VALUE, Files.size(path) + " B > " + MAX_BYTES + " B");
        }
        try {
            String text = UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString();
            return parse(file, text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw rejected(file, RejectReason.BAD_ENCODING, "UTF-8");
        }
    }

    private static Failure rejected(String file, RejectReason reason, String what) {
        return new Failure(ErrorCode.MAPPING_REJECTED, Map.of("where", file, "reject", reason.word(), "what", what));
    }

    /// @param file its name for messages
    Mapping parse(String file, String text) {
        Yaml root = Yaml.parse(file, text);
        if (root == null) {
            return Mapping.NONE;
        }
        Map<String, Yaml> members = root.members(KEYS);
        ExtractFacts facts = facts(members);
        TableReader defaults = TableReader.CANONICAL.with(members.get("defaults"));
        Map<String, TableMapping> tables = new HashMap<>();
        Yaml named = members.get("tables");
        if (named != null) {
            named.members(columns.keySet())
                    .forEach((name, table) ->
                            tables.put(name, defaults.table(table, Objects.requireNonNull(columns.get(name)))));
        }
        return new Mapping(facts, tables);
    }

    private static ExtractFacts facts(Map<String, Yaml> members) {
        Yaml complete = members.get(FACTS.get(2));
        Yaml counts = members.get(FACTS.get(3));
        return new ExtractFacts(
                date(members.get(FACTS.get(0))),
                date(members.get(FACTS.get(1))),
                complete != null && complete.flag(),
                counts == null ? null : counts.texts());
    }

    private static @Nullable LocalDate date(@Nullable Yaml value) {
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.text());
        } catch (DateTimeParseException e) {
            throw value.bad(RejectReason.BAD_DATE, value.text());
        }
    }
}
