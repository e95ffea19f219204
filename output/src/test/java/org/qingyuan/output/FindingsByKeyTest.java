package org.qingyuan.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;

class FindingsByKeyTest {
    private static final int KEYS = 40;

    @TempDir
    Path folder;

    /// A key with what JSON escapes, and the number of the finding in its wallet.
    private static String line(int number) {
        String key = "mining/10.20.3.7 \\\"" + number % KEYS + "\\\\";
        return new String(ResultJson.line(Samples.session()), UTF_8)
                .replace("\"key\":\"mining/10.20.3.7\"", "\"key\":\"" + key + "\"")
                .replace(Samples.WALLET, "w" + number);
    }

    private Path file(List<String> lines) throws IOException {
        return Files.writeString(folder.resolve("found.jsonl"), String.join("", lines));
    }

    private static List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private List<Finding> read(Path file, int fullBytes) throws IOException {
        List<Finding> found = new ArrayList<>();
        Path temporary = Files.createTempDirectory(folder, "parts");
        FindingsByKey.read(file, temporary, fullBytes, (finding, line) -> {
            assertThat(line)
                    .isEqualTo(
                            new String(ResultJson.line(finding), UTF_8).strip().getBytes(UTF_8));
            found.add(finding);
        });
        try (Stream<Path> left = Files.list(temporary)) {
            assertThat(left).isEmpty();
        }
        return found;
    }

    private static String wallet(Finding finding) {
        return String.valueOf(finding.fields().get("wallet"));
    }

    @ParameterizedTest
    @ValueSource(ints = {32 << 20, 400_000})
    void eachFindingComesOnceAndThoseOfAKeyTogetherInTheirOrder(int fullBytes) throws IOException {
        Path file = file(lines(400));
        List<Finding> found = read(file, fullBytes);
        assertThat(found)
                .extracting(FindingsByKeyTest::wallet)
                .doesNotHaveDuplicates()
                .hasSize(400);
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        Set<String> ended = new HashSet<>();
        String last = "";
        for (Finding finding : found) {
            if (!finding.key().equals(last)) {
                assertThat(ended.add(last)).as(finding.key()).isTrue();
                last = finding.key();
            }
            byKey.computeIfAbsent(last, key -> new ArrayList<>()).add(wallet(finding));
        }
        assertThat(ended).doesNotContain(last);
        byKey.forEach((key, wallets) -> assertThat(wallets)
                .isEqualTo(Stream.iterate(Integer.parseInt(wallets.getFirst().substring(1)), i -> i + KEYS)
                        .limit(wallets.size())
                        .map(i -> "w" + i)
                        .toList()));
        assertThat(read(file, fullBytes)).isEqualTo(found);
    }

    @Test
    void whatDoesNotFitIntoMemoryComesWholeAndInTheOrderOfItsKey() throws IOException {
        List<Finding> found = read(file(lines(400)), 10_000);
        assertThat(found)
                .extracting(FindingsByKeyTest::wallet)
                .doesNotHaveDuplicates()
                .hasSize(400);
        assertThat(found.stream()
                        .filter(finding -> finding.key().contains("\"7\\"))
                        .map(FindingsByKeyTest::wallet))
                .isEqualTo(Stream.iterate(7, i -> i + KEYS)
                        .limit(10)
                        .map(i -> "w" + i)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {32 << 20, 20_000})
    void whatCannotBeUsedIsCountedAndAnotherFormIsReadAsOurs(int fullBytes) throws IOException {
        List<String> lines = lines(50);
        String spaced = lines.get(3).replace("\"record\":", " \"record\" : ");
        lines.set(3, spaced);
        lines.add(1, "no json\n");
        lines.add(2, lines.get(0).substring(0, 400) + "\n");
        lines.add(3, "\n");
        lines.add(new String(ResultJson.line(Samples.run()), UTF_8));
        Path file = file(lines);
        List<String> wallets = new ArrayList<>();
        long rejected = FindingsByKey.read(file, folder, fullBytes, (finding, line) -> wallets.add(wallet(finding)));
        assertThat(rejected).isEqualTo(2);
        assertThat(wallets).hasSize(50).doesNotHaveDuplicates().contains("w3");
    }

    @Test
    void anEmptyFileHasNothing() throws IOException {
        assertThat(read(file(List.of()), 1000)).isEmpty();
    }

    @Test
    void theRunLineIsReadAsByWhoReadsAll() throws IOException {
        byte[] run = ResultJson.line(Samples.run());
        byte[] finding = ResultJson.line(Samples.session());
        byte[] broken =
                new String(finding, UTF_8).replace("\"severity\"", "\"severe\"").getBytes(UTF_8);
        List<byte[]> parts = List.of(run, finding, broken, "\n".getBytes(UTF_8), "{}\n".getBytes(UTF_8));
        for (int i = 0; i < 625; i++) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int rest = i; rest > 0; rest /= 5) {
                file.writeBytes(parts.get(rest % 5));
            }
            Seen all = new Seen();
            Seen outline = new Seen();
            boolean isWhole = ResultReader.read(new ByteArrayInputStream(file.toByteArray()), "f", all);
            assertThat(ResultReader.readRun(new ByteArrayInputStream(file.toByteArray()), "f", outline))
                    .isEqualTo(isWhole);
            assertThat(outline.runs).isEqualTo(all.runs);
        }
    }

    private static final class Seen implements ResultListener {
        private final List<RunSummary> runs = new ArrayList<>();

        @Override
        public void finding(Finding finding) {
            // not what is compared
        }

        @Override
        public void run(RunSummary summary) {
            runs.add(summary);
        }

        @Override
        public void rejected(Reject reject) {
            // not what is compared
        }
    }
}
