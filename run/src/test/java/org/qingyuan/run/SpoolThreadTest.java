package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Finding;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.Masking;
import org.qingyuan.output.Messages;
import org.qingyuan.output.ResultSpool;
import org.qingyuan.output.ResultWriter;

class SpoolThreadTest {
    private static final Path KEPT = Path.of("src/test/resources/goldens/cryptonote-one-share/expected.jsonl");

    /// More than wait at once, several times over.
    private static final int MANY = 1000;

    @TempDir
    Path folder;

    private static Finding finding() throws IOException {
        String id = Files.readAllLines(KEPT).getFirst().replaceAll(".*?\"id\":\"([0-9a-f]{32})\".*", "$1");
        return Objects.requireNonNull(FindingSearch.find(id, List.of(KEPT)).finding());
    }

    @Test
    void keepsEachOneAndGivesTheSpoolBack() throws IOException {
        Finding finding = finding();
        try (ResultSpool spool = new ResultSpool(folder, 1 << 20, Masking.forData(false))) {
            try (SpoolThread thread = new SpoolThread(spool)) {
                for (int i = 0; i < MANY; i++) {
                    thread.add(finding);
                }
                thread.finish();
                assertThat(spool.count()).isEqualTo(MANY);
            }
            assertThat(lines(spool))
                    .hasSize(MANY)
                    .containsOnly(Files.readAllLines(KEPT).getFirst());
        }
    }

    @Test
    void whatCouldNotBeKeptIsSaidToWhoeverWaits() throws IOException {
        Finding finding = finding();
        // the first one is too large for the memory that is given, and there is no folder for its file
        try (ResultSpool spool = new ResultSpool(folder.resolve("none"), 1, Masking.forData(false));
                SpoolThread thread = new SpoolThread(spool)) {
            thread.add(finding);
            assertThatThrownBy(thread::finish).isInstanceOf(IOException.class).hasMessageContaining("none");
        }
    }

    @Test
    void whoeverGivesTooManyIsToldOfTheFaultAsWell() throws IOException {
        Finding finding = finding();
        try (ResultSpool spool = new ResultSpool(folder.resolve("none"), 1, Masking.forData(false));
                SpoolThread thread = new SpoolThread(spool)) {
            assertThatThrownBy(() -> {
                        for (int i = 0; i < MANY; i++) {
                            thread.add(finding);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private static List<String> lines(ResultSpool spool) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FormatOptions options =
                new FormatOptions(false, Messages.load(Language.EN, ZoneOffset.UTC), 0, false, note -> {});
        try (ResultWriter writer = Format.JSONL.open(out, options)) {
            spool.drain(writer);
        }
        return out.toString(UTF_8).lines().toList();
    }
}
