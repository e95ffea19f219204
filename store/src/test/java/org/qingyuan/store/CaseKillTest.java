package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.casework.cases.LoggedStep;
import org.qingyuan.casework.cases.State;

/// Imports, what is due, and backups, two processes at once, killed at random points and begun again: in the end each
/// thing was done once, and at no time is anything there by halves.
@ParameterizedClass
@EnumSource(EngineKind.class)
class CaseKillTest {
    private static final int KILLS = Boolean.getBoolean("qingyuan.long") ? 500 : 5;
    private static final int MAX_MILLIS = 1500;

    @TempDir
    Path folder;

    private final EngineKind kind;
    private final Random random = new Random(Long.getLong("qingyuan.seed", 42));
    private int kills;
    private StoreAddress address;
    private StoreOptions options;

    CaseKillTest(EngineKind kind) {
        this.kind = kind;
    }

    @BeforeEach
    void make() {
        address = kind.address(folder);
        options = kind.options(folder);
        try (SqlCaseStore store = Stores.create(address, options, false)) {
            store.write(writer -> {
                writer.add(Made.campaign("c"));
                return true;
            });
        }
    }

    private Process start(String... work) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                CaseVictim.class.getName(),
                address.text(),
                KeyFile.of(address, options).toString(),
                options.passwordFile() == null ? "-" : options.passwordFile().toString()));
        line.addAll(List.of(work));
        return new ProcessBuilder(line)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Starts two of the same at once and lets them end.
    private void atOnce(String... work) throws Exception {
        List<Process> both = List.of(start(work), start(work));
        try {
            for (Process one : both) {
                assertThat(one.waitFor(120, TimeUnit.SECONDS)).isTrue();
                assertThat(one.exitValue()).isZero();
            }
        } finally {
            both.forEach(Process::destroyForcibly);
        }
    }

    /// Kills one some time after it began, while it is not yet killed often enough; whether it was done by then.
    private boolean isDoneBeforeKilled(String... work) throws Exception {
        Process process = start(work);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("begins");
            int patience = kills < KILLS ? random.nextInt(MAX_MILLIS) : 120_000;
            boolean isDone = process.waitFor(patience, TimeUnit.MILLISECONDS);
            kills += isDone ? 0 : 1;
            process.toHandle().destroyForcibly();
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return isDone;
        } finally {
            process.destroyForcibly();
        }
    }

    /// Kills and begins again until it is done.
    private void killedUntilDone(String... work) throws Exception {
        while (!isDoneBeforeKilled(work)) {
            try (SqlCaseStore store = Stores.open(address, options)) {
                store.verifyLog(step -> {});
            }
        }
    }

    @Test
    void whatIsKilledGoesOnAndDoesEachThingOnce(TestReporter reporter) throws Exception {
        int rounds = 0;
        for (; kills < KILLS; rounds++) {
            killedBackup(rounds);
            killedUntilDone("bring", "" + rounds);
            assertBrought(rounds);
            killedUntilDone("tick");
            assertTicked(rounds);
        }
        reporter.publishEntry(kind + " was killed", kills + " times in " + rounds + " rounds");
        try (SqlCaseStore store = Stores.open(address, options)) {
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @Test
    void twoAtOnceDoEachThingOnce() throws Exception {
        atOnce("bring", "0");
        assertBrought(0);
        atOnce("tick");
        assertTicked(0);
        try (SqlCaseStore store = Stores.open(address, options)) {
            assertThat(store.check().problems()).isEmpty();
        }
    }

    private void killedBackup(int round) throws Exception {
        Path copy = folder.resolve("copy-" + round);
        boolean isDone = isDoneBeforeKilled("backup", copy.toString());
        if (Files.exists(copy)) {
            Path key = KeyFile.of(address, options);
            StoreAddress.Folder restored = new StoreAddress.Folder(folder.resolve("restored-" + round));
            StoreOptions withKey = Made.options().withKeyFile(key);
            Stores.restore(copy, restored, withKey);
            try (SqlCaseStore store = Stores.open(restored, withKey)) {
                assertThat(store.verifyLog(step -> {}).number()).isEqualTo(2L * Work.CASES * round);
            }
            PrivateFiles.remove(restored.path());
        } else {
            assertThat(isDone).isFalse();
        }
        PrivateFiles.remove(copy);
    }

    private void assertBrought(int round) {
        try (SqlCaseStore store = Stores.open(address, options)) {
            ImportRun run = new Work(store).bring(round);
            assertThat(run.isDone()).isTrue();
            assertThat(run.counts())
                    .isEqualTo(new ImportRun.Counts(Work.FINDINGS, 0, 0, 1, Work.CASES, Work.CASES, 0, 0));
            assertThat(store.<Map<State, Long>>read(reader -> reader.counts("c")))
                    .isEqualTo(Map.of(State.SUSPECTED, (long) Work.CASES * (round + 1)));
            assertThat(store.verifyLog(step -> {}).number()).isEqualTo((2L * round + 1) * Work.CASES);
            for (CaseFile file : page(store)) {
                assertThat(store.<List<String>>read(
                                reader -> reader.findingIds(file.head().id(), 99)))
                        .hasSize(Work.FINDINGS / Work.CASES)
                        .doesNotHaveDuplicates();
            }
        }
    }

    private void assertTicked(int round) {
        try (SqlCaseStore store = Stores.open(address, options)) {
            assertThat(new Work(store).tick().counts()).isEmpty();
            assertThat(store.verifyLog(step -> {}).number()).isEqualTo((2L * round + 2) * Work.CASES);
            for (CaseFile file : page(store)) {
                List<LoggedStep> steps =
                        store.read(reader -> reader.steps(file.head().id()));
                assertThat(steps).extracting(step -> step.step().event()).containsExactly(Event.OPEN, Event.ESCALATE);
            }
        }
    }

    private static List<CaseFile> page(SqlCaseStore store) {
        CaseQuery query = new CaseQuery("c", java.util.Set.of(), null, Made.ANALYST, null, 50);
        return store.read(reader -> reader.page(query));
    }
}
