package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Estimate;
import org.qingyuan.finding.Finding;

class FormatTest {
    @Test
    void everyWordNamesItsFormat() {
        for (Format format : Format.values()) {
            assertThat(Format.of(format.word())).isEqualTo(format);
        }
        assertThat(Format.of("xml")).isNull();
    }

    @Test
    void theSuffixDecides() {
        assertThat(Format.bySuffix(Path.of("a.b/x.CSV"))).isEqualTo(Format.CSV);
        assertThat(Format.bySuffix(Path.of("x.jsonl"))).isEqualTo(Format.JSONL);
        assertThat(Format.bySuffix(Path.of("x.txt"))).isEqualTo(Format.TABLE);
        assertThat(Format.bySuffix(Path.of("x"))).isEqualTo(Format.JSONL);
        assertThat(Format.bySuffix(Path.of("x.pcap"))).isEqualTo(Format.JSONL);
    }

    @Test
    void jsonLinesAreMaskedAndPassedThroughAlike() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatOptions options =
                new FormatOptions(false, Messages.load(Language.EN, ZoneOffset.UTC), 0, false, note -> {});
        byte[] line = ResultJson.line(Masking.forData(false).mask(Samples.attempt()));
        try (ResultWriter writer = Format.JSONL.open(out, options)) {
            writer.finding(Samples.attempt());
            writer.line(line);
            writer.run(Samples.run());
        }
        String once = new String(line, UTF_8);
        assertThat(out.toString(UTF_8)).isEqualTo(once + once + Golden.read("run.jsonl"));
    }

    @Test
    void everyFieldHasAColumn() {
        Set<String> columns = Schema.MINING.columns().stream().map(Column::name).collect(Collectors.toSet());
        Set<String> leaves = new TreeSet<>();
        for (Finding f : List.of(Samples.session(), Samples.attempt())) {
            f.fields().forEach((name, value) -> addLeaves(name, value, leaves));
        }
        assertThat(columns).containsAll(leaves);
        assertThat(Schema.RUN.columns().stream().map(Column::name))
                .containsAll(Shape.RUN.fixed().stream()
                        .map(Shape.Field::name)
                        .filter(name -> !Set.of("record", "schema").contains(name))
                        .toList());
    }

    private static void addLeaves(String path, Object value, Set<String> leaves) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> addLeaves(path + "." + name, inner, leaves));
        } else if (value instanceof Estimate) {
            List.of("low", "best", "high", "unit").forEach(part -> leaves.add(path + "." + part));
        } else {
            leaves.add(path);
        }
    }

    @Test
    void noTwoColumnsShareANameOrARank() {
        for (Schema<?> schema : List.of(Schema.MINING, Schema.RUN, Schema.REJECT)) {
            assertThat(schema.columns().stream().map(Column::name).toList()).doesNotHaveDuplicates();
            List<Integer> ranks = new ArrayList<>();
            schema.columns().stream()
                    .map(Column::place)
                    .filter(place -> place != null)
                    .forEach(place -> ranks.add(place.rank()));
            assertThat(ranks).doesNotHaveDuplicates();
        }
    }

    @Test
    void whoStartedARunIsToldWhatWasRead() {
        assertThat(RunNotes.lines(Samples.run(), Messages.load(Language.EN, ZoneId.of("Asia/Shanghai"))))
                .containsExactly(
                        "cut.pcap.gz: stopped at byte 77: incomplete record at the end",
                        "Read: 2 files, 161 KiB, 821 packets",
                        "Found: mining.attempt 1, mining.session 1",
                        "Rejected: incomplete record at the end 1",
                        "Complete: yes");
    }
}
