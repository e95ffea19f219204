package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;

/// Processes that write at once and are killed at random points: what was told to be kept is there, once, and nothing
/// is there by halves.
class KillTest {
    private static final String CASE = "00000000000000cc";
    private static final int KILLS = Boolean.getBoolean("qingyuan.long") ? 500 : 10;
    private static final int AT_ONCE = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void nothingIsLostAndNothingTwice(EngineKind kind) throws Exception {
        StoreAddress address = kind.address(folder);
        try (SqlCaseStore store = Stores.create(address, kind.options(folder), false)) {
            store.write(writer -> {
                writer.add(Made.campaign("c"));
                writer.open(Made.opened(CASE, "c"), Made.first(CASE, Map.of()));
                return true;
            });
            Set<String> told = new LinkedHashSet<>();
            Random random = new Random(Long.getLong("qingyuan.seed", 42));
            for (int i = 0; i < KILLS; i += AT_ONCE) {
                List<Process> workers = new ArrayList<>();
                for (int j = 0; j < AT_ONCE; j++) {
                    workers.add(start(address, kind.options(folder), "w" + (i + j)));
                }
                try {
                    for (Process worker : workers) {
                        told.addAll(killed(worker, random));
                    }
                } finally {
                    workers.forEach(Process::destroyForcibly);
                }
                assertWhole(store, told);
            }
            assertThat(told).hasSizeGreaterThan(KILLS / 2);
            assertThat(store.check().problems()).isEmpty();
        }
    }

    private Process start(StoreAddress address, StoreOptions options, String name) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Worker.class.getName(),
                address.text()));
        line.add(KeyFile.of(address, options).toString());
        line.add(options.passwordFile() == null ? "-" : options.passwordFile().toString());
        line.add(CASE);
        line.add(name);
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Kills it some microseconds after one of its first lines, and gives what it had told by then.
    private static List<String> killed(Process worker, Random random) throws Exception {
        List<String> told = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(worker.getInputStream(), UTF_8))) {
            int enough = 1 + random.nextInt(12);
            while (told.size() < enough) {
                String line = lines.readLine();
                assertThat(line).as("the worker ended by itself").isNotNull();
                told.add(line);
            }
            TimeUnit.MICROSECONDS.sleep(random.nextInt(8000));
            // by its handle, which leaves the pipe open: what it told before is read to the end
            worker.toHandle().destroyForcibly();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                told.add(line);
            }
        }
        assertThat(worker.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return told;
    }

    private static void assertWhole(SqlCaseStore store, Set<String> told) {
        List<LoggedStep> steps = store.read(reader -> reader.steps(CASE));
        List<String> assigned = steps.stream()
                .skip(1)
                .map(step -> step.step().details().getOrDefault("assignee", ""))
                .toList();
        List<Entry> entries = store.read(reader -> reader.entriesOfCase(CASE, "written"));
        assertThat(assigned).doesNotHaveDuplicates().containsAll(told);
        assertThat(entries.stream().map(Entry::id)).containsExactlyInAnyOrderElementsOf(assigned);
        Map<State, Long> counts = store.read(reader -> reader.counts("c"));
        assertThat(counts).containsExactly(Map.entry(State.SUSPECTED, 1L + assigned.size()));
        assertThat(store.verifyLog(step -> {}).number()).isEqualTo(1 + 2L * assigned.size());
    }
}
