package org.qingyuan.table.raw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.qingyuan.table.mapping.ColumnMapping;
import org.qingyuan.table.mapping.Conversion;
import org.qingyuan.table.mapping.Conversion.Words;
import org.qingyuan.table.mapping.FieldSource.Numbered;
import org.qingyuan.table.mapping.TableMapping;
import org.qingyuan.table.text.Dialect;
import org.qingyuan.table.text.TextEncoding;

/// Whatever the bytes: each row is staged or rejected, never both and never neither, every staged line is UTF-8 and has
/// its fields, and the rows' numbers and lines go forward.
class StagingFuzzTest {
    private static final TableShape SHAPE =
            new TableShape("t", List.of("text", "word", "day", "moment", "amount", "items"), List.of());
    private static final int FIELDS = 8;
    private static final List<TextEncoding> ENCODINGS = List.of(TextEncoding.values());

    /// Keeps in memory what would go to disk.
    private static final class Memory implements StageFolder, PartSink {
        private final Map<Path, ByteArrayOutputStream> files = new HashMap<>();
        private final List<String> rows = new ArrayList<>();
        private final List<String> rejects = new ArrayList<>();

        @Override
        public Path next() {
            return Path.of("part-" + files.size());
        }

        @Override
        public OutputStream create(Path path) {
            return files.computeIfAbsent(path, key -> new ByteArrayOutputStream());
        }

        @Override
        public void rows(Part part) {
            keep(part.path(), rows);
        }

        @Override
        public void rejects(RejectPart part) {
            keep(part.path(), rejects);
        }

        private void keep(Path path, List<String> lines) {
            String text = Objects.requireNonNull(files.get(path)).toString(UTF_8);
            assertThat(text).endsWith("\n").doesNotContain("\r", "\0");
            lines.addAll(Arrays.asList(text.substring(0, text.length() - 1).split("\n", -1)));
        }
    }

    private static TableMapping mapping(TextEncoding encoding, Dialect dialect) {
        Words words = new Words(Map.of("1", "one", "", "none"), true);
        Conversion amount = new Conversion.Amount(true, new Numbered(7), Set.of("D"), Set.of("C", ""));
        return new TableMapping(
                "",
                encoding,
                dialect,
                false,
                FIELDS,
                Map.of(
                        "text", new ColumnMapping(new Numbered(1), new Conversion.Text(), Words.ANY),
                        "word", new ColumnMapping(new Numbered(2), new Conversion.Text(), words),
                        "day", new ColumnMapping(new Numbered(3), new Conversion.Date("yyyyMMdd"), Words.ANY),
                        "moment",
                                new ColumnMapping(
                                        new Numbered(4),
                                        new Conversion.Moment("yyyy-MM-dd", new Numbered(8)),
                                        Words.ANY),
                        "amount", new ColumnMapping(new Numbered(5), amount, Words.ANY),
                        "items", new ColumnMapping(new Numbered(6), new Conversion.Items(","), Words.ANY)));
    }

    @FuzzTest(maxDuration = "5s")
    void everyRowIsStagedOrRejected(byte[] bytes) throws IOException, InterruptedException {
        if (bytes.length == 0) {
            return;
        }
        TextEncoding encoding = ENCODINGS.get((bytes[0] & 3) % 3);
        Dialect dialect = new Dialect((bytes[0] & 4) == 0 ? "|" : "\u001b", (bytes[0] & 8) == 0);
        Memory memory = new Memory();
        SourceFile file = new SourceFile("f", Path.of("f"), 0, FileTime.fromMillis(0));
        TextStager stager = new TextStager(file, 0, SHAPE, mapping(encoding, dialect), memory, memory);
        stager.stage(new ByteArrayInputStream(bytes, 1, bytes.length - 1));
        assertThat(memory.rows.size() + stager.rejected()).isEqualTo(stager.rows());
        List<Long> rows = places(memory.rows, SHAPE.columns().size() + 2);
        assertThat(rows).isSorted().doesNotHaveDuplicates();
        List<Long> rejected = places(memory.rejects, SHAPE.columns().size() + 6);
        assertThat(rejected).isSorted();
        assertThat(rejected.stream().distinct().count()).isEqualTo(stager.rejected());
        assertThat(Collections.disjoint(rejected, rows)).isTrue();
    }

    private static List<Long> places(List<String> lines, int fields) {
        List<Long> places = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split("\u001f", -1);
            assertThat(parts).hasSize(fields);
            assertThat(Long.parseLong(parts[1])).isNotNegative();
            places.add(Long.parseLong(parts[0]));
        }
        return places;
    }
}
