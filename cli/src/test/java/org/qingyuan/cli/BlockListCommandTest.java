package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Block lists by the command line: a capture with one miner is scanned once, and every test begins with its case.
class BlockListCommandTest {
    private static final Pattern POOL = Pattern.compile("\"server\":\\{\"ip\":\"([0-9.]+)\",\"port\":(\\d+)");

    /// Just after the sessions of the capture.
    private static final String NOW = "2021-10-20T02:00:00Z";

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private String id = "";

    @BeforeAll
    static void scan() {
        assertThat(new Bench(made)
                        .run("generate", "traffic", "--scenario", "cryptonote-normal", "-w", "captures")
                        .code())
                .isZero();
        assertThat(new Bench(made)
                        .run("mining", "scan", "captures", "-w", "found.jsonl")
                        .code())
                .isZero();
    }

    @BeforeEach
    void bring() throws IOException {
        Files.copy(made.resolve("found.jsonl"), folder.resolve("found.jsonl"));
        done("campaign create autumn --policy cn-mining-2021 --as maker:li --office name=a --office phone=1"
                + " --office address=b --office hours=9-17");
        done("case import found.jsonl --campaign autumn --as analyst:zhao");
        id = done("case list").out().replaceAll("(?s).*?\"caseId\":\"([0-9a-f]{16})\".*", "$1");
    }

    private Bench.Result run(String line) {
        return new Bench(folder).now(NOW).run(line.split(" "));
    }

    private Bench.Result done(String line) {
        Bench.Result result = run(line);
        assertThat(result.err()).doesNotContain("⟦");
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private void confirm() {
        done("case check " + id + " --as analyst:zhao");
        done("case check " + id + " --confirm --reason seen --as analyst:zhao");
    }

    private String pool() throws IOException {
        MatchResult pool = POOL.matcher(Files.readString(folder.resolve("found.jsonl")))
                .results()
                .findFirst()
                .orElseThrow();
        return pool.group(1) + ":" + pool.group(2);
    }

    private String address() throws IOException {
        return pool().substring(0, pool().indexOf(':'));
    }

    private List<String> list(String... more) throws IOException {
        done(String.join(
                " ",
                Stream.concat(Stream.of("campaign block-list autumn -w pools.txt"), Stream.of(more))
                        .toList()));
        return Files.readAllLines(folder.resolve("pools.txt"));
    }

    private List<String> pools(String... more) throws IOException {
        return list(more).stream().filter(line -> !line.startsWith("#")).toList();
    }

    @Test
    void aPoolIsListedOnceItsCaseIsConfirmedWithItsEnd() throws IOException {
        assertThat(pools()).isEmpty();
        confirm();
        assertThat(pools())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith(pool() + " # until 2021-11-"));
        assertThat(list()).isEqualTo(list()).anyMatch(line -> line.startsWith("# log: 3 "));
    }

    @Test
    void everyFormatHasIt() throws IOException {
        confirm();
        assertThat(String.join("\n", list("--format", "nftables"))).contains(address() + " . ");
        assertThat(String.join("\n", list("--format", "suricata"))).contains("-> " + address() + " ");
        assertThat(run("campaign block-list autumn --format iptables -w x").code())
                .isEqualTo(2);
        assertThat(run("campaign block-list autumn --days 0 -w x").code()).isEqualTo(2);
    }

    @Test
    void aDismissedCaseGivesNone() throws IOException {
        confirm();
        done("case check " + id + " --dismiss --reason wrong --as analyst:zhao");
        assertThat(pools()).isEmpty();
    }

    @Test
    void aWithdrawnCaseGivesNone() throws IOException {
        confirm();
        assertThat(new Bench(folder)
                        .user("wang")
                        .now(NOW)
                        .run("case", "withdraw", id, "--reason", "wrong", "--as", "checker:wang")
                        .code())
                .isZero();
        assertThat(pools()).isEmpty();
    }

    @Test
    void whatWasLastSeenTooLongAgoIsLeftOutAndCounted() throws IOException {
        confirm();
        assertThat(pools("--days", "1")).isEmpty();
        assertThat(list("--days", "1")).anyMatch(line -> line.startsWith("# left out: 1 lapsed"));
    }

    @Test
    void aClockThatRunsAheadMakesNoEntryHoldLonger() throws IOException {
        confirm();
        Bench.Result early = new Bench(folder)
                .now("2021-10-01T00:00:00Z")
                .run("campaign", "block-list", "autumn", "-w", "pools.txt");
        assertThat(early.code()).isZero();
        assertThat(Files.readString(folder.resolve("pools.txt"))).contains(pool() + " # until 2021-10-31T00:00:00Z");
    }

    @Test
    void sharedHostingIsLeftOutAndCounted() throws IOException {
        confirm();
        Files.writeString(folder.resolve("shared.csv"), "network,name\n" + address() + "/32,a host of many\n");
        assertThat(list("--shared-hosting", "shared.csv")).anyMatch(line -> line.contains("1 on shared hosting"));
        Files.writeString(folder.resolve("shared.csv"), "network,name\n10.0.0.1/8,x\n");
        Bench.Result bad = run("campaign block-list autumn --shared-hosting shared.csv -w pools.txt");
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).contains("shared.csv:2:network");
    }

    @Test
    void ownNetworksNeverGetIn() throws IOException {
        confirm();
        Files.createDirectories(folder.resolve("registry"));
        Files.writeString(
                folder.resolve("registry/organisations.csv"), "id,name,kind,region\nme,Me,enterprise,320100\n");
        Files.writeString(folder.resolve("registry/prefixes.csv"), "prefix,organisation\n" + address() + "/32,me\n");
        String pool = address();
        assertThat(list("--registry", "registry"))
                .anyMatch(line -> line.contains("1 own"))
                .noneMatch(line -> line.startsWith(pool));
    }

    @Test
    void attemptsGiveNone() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("found.jsonl"));
        assertThat(lines.getFirst()).contains("mining.session");
        Files.writeString(
                folder.resolve("attempt.jsonl"),
                lines.getFirst()
                                .replace("\"mining.session\"", "\"mining.attempt\"")
                                .replace(pool().substring(0, pool().indexOf(':')), "203.0.113.99")
                        + "\n" + lines.getLast() + "\n");
        confirm();
        run("case import attempt.jsonl --campaign autumn --as analyst:zhao");
        assertThat(pools()).noneMatch(line -> line.contains("203.0.113.99"));
    }
}
