package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;

/// The program as a process of its own, with a pipe that its writer keeps open and with a real signal.
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ProcessTest {
    /// A pipe of Linux holds so much: whoever has written more has been read.
    private static final int PIPE_BYTES = 64 << 10;

    private static final int SIGINT = 2;

    @TempDir
    Path folder;

    private byte[] capture = {};
    private Optional<Process> started = Optional.empty();

    /// A miner that comes and goes, again and again until the capture is larger than a pipe.
    @BeforeEach
    void generate() throws IOException {
        TrafficGenerator.write(Scenario.named("vlan").orElseThrow(), 7, folder.resolve("made"));
        try (Stream<Path> files = Files.list(folder.resolve("made"))) {
            Path file = files.filter(each -> !each.endsWith(TrafficGenerator.TRUTH_FILE))
                    .findFirst()
                    .orElseThrow();
            capture = Files.readAllBytes(file);
        }
        assertThat(capture.length).isGreaterThan(PIPE_BYTES);
    }

    @AfterEach
    void end() throws InterruptedException {
        if (started.isPresent()) {
            started.get().destroyForcibly().waitFor();
        }
    }

    private Process start(String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                "-Dqingyuan.locale=en",
                "org.qingyuan.cli.Main"));
        line.addAll(List.of(arguments));
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        started = Optional.of(process);
        return process;
    }

    /// Writes the capture and leaves the pipe open.
    private void feed(Process process) throws IOException {
        process.getOutputStream().write(capture);
        process.getOutputStream().flush();
    }

    /// A process that was started with the signal ignored, as in the background of a script, cannot be interrupted.
    private static boolean hearsInterrupts(Process process) throws IOException {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        if (!Files.exists(status)) {
            return false;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("SigCgt:")) {
                return (Long.parseUnsignedLong(line.substring(7).strip(), 16) >> (SIGINT - 1) & 1) == 1;
            }
        }
        return false;
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        assumeTrue(hearsInterrupts(process), "interrupts are ignored here");
        int code = new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(code).isZero();
    }

    @Test
    void anOpenPipeIsReportedWhileItRuns() throws Exception {
        Process process = start("mining", "scan", "-", "--quiet");
        feed(process);
        try (BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
            assertThat(out.readLine()).startsWith("{\"record\":\"finding\"");
            assertThat(process.isAlive()).isTrue();
            process.getOutputStream().close();
            assertThat(out.lines().toList().getLast())
                    .startsWith("{\"record\":\"run\"")
                    .contains("\"complete\":true");
        }
        assertThat(process.waitFor()).isZero();
    }

    @Test
    void anInterruptKeepsWhatWasFoundAndEndsWith130() throws Exception {
        Process process = start("mining", "scan", "-", "-w", "f.jsonl");
        feed(process);
        interrupt(process);
        assertThat(process.waitFor()).isEqualTo(130);
        assertThat(folder.resolve("f.jsonl")).doesNotExist();
        List<String> lines = Files.readAllLines(folder.resolve("f.jsonl.partial"));
        assertThat(lines.getLast()).startsWith("{\"record\":\"run\"").contains("\"complete\":false");
        assertThat(Files.readString(folder.resolve("err"))).contains("interrupted");
    }

    @Test
    void aReaderThatGoesAwayEndsTheProgramQuietly() throws Exception {
        Process process = start("mining", "scan", "made", "--quiet");
        process.getInputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(folder.resolve("err")).isEmptyFile();
    }
}
