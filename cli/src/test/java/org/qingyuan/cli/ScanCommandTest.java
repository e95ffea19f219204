package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.traffic.generate.SampleRegistry;
import org.qingyuan.traffic.generate.Scenario;
import org.qingyuan.traffic.generate.TrafficGenerator;

class ScanCommandTest {
    @TempDir
    Path folder;

    private String capture = "";

    @BeforeEach
    void generate() throws IOException {
        TrafficGenerator.write(Scenario.named("cryptonote-normal").orElseThrow(), 1, folder.resolve("captures"));
        Files.delete(folder.resolve("captures/truth.jsonl"));
        try (Stream<Path> files = Files.list(folder.resolve("captures"))) {
            capture = "captures/" + files.findFirst().orElseThrow().getFileName();
        }
    }

    private Bench bench() {
        return new Bench(folder);
    }

    @Test
    void writesJsonLinesAndTheRunLineLast() {
        Bench.Result result = bench().run("mining", "scan", capture);
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(result.lines()).hasSizeGreaterThan(1);
        assertThat(result.lines().getFirst()).contains("\"record\":\"finding\"", "\"rule\":\"mining.session\"");
        assertThat(result.lines().getLast()).contains("\"record\":\"run\"", "\"complete\":true");
    }

    @Test
    void theLastLineOnStandardErrorNamesExplainForTheFirstFinding() {
        Bench.Result result = bench().run("mining", "scan", capture);
        String id = result.lines().getFirst().replaceAll(".*?\"id\":\"([0-9a-f]{8}).*", "$1");
        assertThat(result.err().lines().toList().getLast()).contains("./qingyuan mining explain " + id);
    }

    @Test
    void quietLeavesStandardErrorEmpty() {
        assertThat(bench().run("mining", "scan", "--quiet", capture).err()).isEmpty();
    }

    @Test
    void aTerminalGetsATable() {
        Bench.Result result = bench().terminal().run("mining", "scan", "--no-color", capture);
        assertThat(result.out())
                .doesNotContain("{\"record\"")
                .doesNotContain("\u001b[")
                .contains("Client");
    }

    @Test
    void noColorVariableTakesColoursAway() {
        String[] line = {"mining", "scan", capture};
        assertThat(bench().terminal().run(line).out()).contains("\u001b[");
        assertThat(bench().terminal().variable("NO_COLOR", "1").run(line).out()).doesNotContain("\u001b[");
    }

    @Test
    void theSameInputGivesTheSameBytesWhateverTheThreads() {
        String one = bench().run("mining", "scan", "captures", "--threads", "1").out();
        assertThat(bench().run("mining", "scan", "captures", "--threads", "8").out())
                .isEqualTo(one);
    }

    @Test
    void suffixOfTheFileDecidesTheFormat() throws IOException {
        bench().run("mining", "scan", capture, "-w", "f.csv");
        bench().run("mining", "scan", capture, "-w", "f.anything");
        assertThat(Files.readString(folder.resolve("f.csv"))).startsWith("id,");
        assertThat(Files.readString(folder.resolve("f.anything"))).startsWith("{\"record\"");
    }

    @Test
    void csvPutsTheRunLineOnStandardErrorOrIntoAFile() throws IOException {
        assertThat(bench().run("mining", "scan", capture, "--format", "csv").err())
                .contains("{\"record\":\"run\"");
        Bench.Result result = bench().run("mining", "scan", capture, "--format", "csv", "--run", "run.json");
        assertThat(result.err()).doesNotContain("{\"record\":\"run\"");
        assertThat(Files.readString(folder.resolve("run.json"))).startsWith("{\"record\":\"run\"");
    }

    @Test
    void failOnEndsWithOneAtItsSeverityAndWithZeroAboveIt() {
        assertThat(bench().run("mining", "scan", capture, "--fail-on", "high").code())
                .isEqualTo(1);
        assertThat(bench().run("mining", "scan", capture, "--fail-on", "critical")
                        .code())
                .isZero();
    }

    @Test
    void nothingReadableEndsWithThree() throws IOException {
        Files.writeString(folder.resolve("note.txt"), "no capture");
        Bench.Result result = bench().run("mining", "scan", "note.txt");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err().lines().toList().getLast()).startsWith("qingyuan: note.txt: ");
        assertThat(result.lines().getLast()).contains("\"problem\":\"not-a-capture\"");
    }

    @Test
    void aMissingCaptureIsOneErrorAndNothingElse() {
        Bench.Result result = bench().run("mining", "scan", "missing.pcap", "-w", "f.jsonl");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines()).containsExactly("qingyuan: missing.pcap: not found; check the path");
        assertThat(folder.resolve("f.jsonl")).doesNotExist();
    }

    @Test
    void aMissingCaptureBesideAnotherIsListed() {
        Bench.Result result = bench().run("mining", "scan", "missing.pcap", capture);
        assertThat(result.code()).isZero();
        assertThat(result.lines().getLast()).contains("\"unreadable-file\":1");
    }

    @Test
    void thePoolsFileIsNamedWithItsDigest() throws IOException {
        Files.writeString(folder.resolve("pools.csv"), "name,patterns,coin,last_confirmed,source\n");
        String line = bench().run("mining", "scan", capture, "--pools", "pools.csv")
                .lines()
                .getLast();
        // printf 'name,patterns,coin,last_confirmed,source\n' | sha256sum
        assertThat(line)
                .contains(
                        "\"file\":\"pools.csv\"",
                        "\"sha256\":\"af43cf2b3d192f6006b142d47f7fabff171e9aaf26b1d4a0c1247b7eec9cb957\"");
        assertThat(bench().run("mining", "scan", capture).lines().getLast()).doesNotContain("\"pools\"");
    }

    @Test
    void anEmptyFolderEndsWithThree() throws IOException {
        Files.createDirectory(folder.resolve("empty"));
        assertThat(bench().run("mining", "scan", "empty").code()).isEqualTo(3);
    }

    @Test
    void otherFilesGoOnBesideOneThatIsNoCapture() throws IOException {
        Files.writeString(folder.resolve("captures/note.txt"), "no capture");
        Bench.Result result = bench().run("mining", "scan", "captures");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("note.txt");
        assertThat(result.lines().getLast()).contains("\"not-a-capture\":1");
    }

    @Test
    void aClosedPipeEndsQuietlyWithZero() {
        Bench.Result result = bench().closedPipe().run("mining", "scan", capture);
        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aFullDiskIsAnError() {
        Bench.Result result = bench().fullDisk().run("mining", "scan", capture);
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).contains("No space left on device");
    }

    @Test
    void aFaultOfOursSaysWhereItCameFrom() {
        Bench.Result result = bench().faultyOutput().run("mining", "scan", capture);
        assertThat(result.code()).isEqualTo(4);
        assertThat(result.err()).containsPattern("a fault( [A-Za-z]+\\.java:[0-9]+){3};");
    }

    @Test
    void anInterruptKeepsWhatWasFoundAsPartial() throws IOException {
        Bench.Result result = bench().interrupted().run("mining", "scan", capture, "-w", "f.jsonl");
        assertThat(result.code()).isEqualTo(130);
        assertThat(folder.resolve("f.jsonl")).doesNotExist();
        assertThat(Files.readString(folder.resolve("f.jsonl.partial"))).contains("\"complete\":false");
    }

    @Test
    void aPipeIsReadLikeTheFile() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(capture));
        Bench.Result piped = bench().stdin(bytes).run("mining", "scan", "-");
        assertThat(piped.code()).isZero();
        String id = "\"id\":\"[0-9a-f]{32}\"";
        assertThat(piped.lines().getFirst().replaceAll(".*?(" + id + ").*", "$1"))
                .isEqualTo(bench().run("mining", "scan", capture)
                        .lines()
                        .getFirst()
                        .replaceAll(".*?(" + id + ").*", "$1"));
    }

    @Test
    void theCircularOfTheScanIsThatOfItsLines() throws IOException {
        bench().run("mining", "scan", capture, "-w", "f.jsonl", "--report", "direct.html");
        Bench.Result result = bench().run("mining", "report", "f.jsonl", "-w", "later.html");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(folder.resolve("later.html")).hasSameBinaryContentAs(folder.resolve("direct.html"));
    }

    @Test
    void explainAndExtractFindTheFinding() throws IOException {
        Bench.Result scan = bench().run("mining", "scan", "captures", "-w", "f.jsonl");
        assertThat(scan.code()).isZero();
        String id = Files.readAllLines(folder.resolve("f.jsonl"))
                .getFirst()
                .replaceAll(".*?\"id\":\"([0-9a-f]{8}).*", "$1");
        assertThat(bench().run("mining", "explain", id, "--in", "f.jsonl").out())
                .contains(id);
        Bench.Result extract = bench().run(
                        "mining", "extract", id, "--in", "f.jsonl", "--captures", "captures", "-w", "evidence.pcap");
        assertThat(extract.code()).as(extract.err()).isZero();
        assertThat(extract.lines()).hasSize(2).allMatch(line -> line.matches(".*[0-9a-f]{64}"));
        assertThat(bench().run("mining", "scan", "evidence.pcap").out()).contains("\"id\":\"" + id);
    }

    @Test
    void extractRefusesACaptureThatIsGoneOrChanged() throws IOException {
        bench().run("mining", "scan", "captures", "-w", "f.jsonl");
        String id = Files.readAllLines(folder.resolve("f.jsonl"))
                .getFirst()
                .replaceAll(".*?\"id\":\"([0-9a-f]{8}).*", "$1");
        String[] line = {"mining", "extract", id, "--in", "f.jsonl", "--captures", "captures", "-w", "e.pcap"};
        Files.write(folder.resolve(capture), new byte[] {0}, java.nio.file.StandardOpenOption.APPEND);
        assertThat(bench().run(line).code()).isEqualTo(3);
        Files.delete(folder.resolve(capture));
        Bench.Result gone = bench().run(line);
        assertThat(gone.code()).isEqualTo(3);
        assertThat(gone.err()).contains("--captures");
        assertThat(folder.resolve("e.pcap")).doesNotExist();
    }

    @Test
    void aDamagedRegistryStopsTheScanAndListsItsRows() throws IOException {
        SampleRegistry.write(folder.resolve("registry"));
        Files.writeString(folder.resolve("registry/prefixes.csv"), "prefix,organisation\n10.0.0.0/99,u-ninglan\n");
        Bench.Result result =
                bench().run("mining", "scan", capture, "--registry", "registry", "--rejects", "r.csv", "-w", "f.jsonl");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("prefixes.csv:2").hasLineCount(1);
        assertThat(Files.readAllLines(folder.resolve("r.csv"))).hasSize(2);
        assertThat(folder.resolve("f.jsonl")).doesNotExist();
    }

    @Test
    void leavesNoTemporaryFilesBehind() throws IOException {
        bench().run("mining", "scan", capture, "--report", "c.html");
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .sorted(Comparator.naturalOrder())
                    .toList();
            assertThat(names).containsExactly("c.html", "captures");
        }
    }

    @Test
    void listsTellWhatTheProgramKnows() {
        assertThat(bench().run("mining", "dialects").out()).contains("cryptonote", "getblocktemplate");
        assertThat(bench().run("mining", "pools", "--format", "csv").out())
                .startsWith("name,patterns,coin,last_confirmed,source\n");
    }

    @Test
    void theListedPoolsCanBeGivenBack() throws IOException {
        Files.writeString(
                folder.resolve("pools.csv"),
                bench().run("mining", "pools", "--format", "csv").out());
        Bench.Result again = bench().run("mining", "pools", "--pools", "pools.csv", "--format", "csv");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(Files.readString(folder.resolve("pools.csv")));
    }

    @Test
    void theDemoWritesItsWorldAndBothCirculars() {
        Bench.Result result = bench().run("demo", "-w", "world", "--lang", "en");
        assertThat(result.code()).as(result.err()).isZero();
        assertThat(folder.resolve("world/circular-zh.html")).isNotEmptyFile();
        assertThat(folder.resolve("world/circular-en.html")).isNotEmptyFile();
        assertThat(result.err()).containsPattern("mining explain [0-9a-f]{8} --in world/findings.jsonl");
        assertThat(result.err()).containsPattern("accounts explain [0-9a-f]{8} --in world/accounts.jsonl");
        assertThat(result.err().lines().toList().getLast()).contains("--data world/cases");
    }
}
