package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The action day of a bank, by the command line: told in July, screened again in August.
class ActionDayTest {
    private static final Pattern CASE = Pattern.compile("\"caseId\":\"([0-9a-f]{16})\"");
    private static final Pattern ACCOUNT = Pattern.compile("\"key\":\"accounts/long-inactive/[^/]*/([^\"]+)\"");
    private static final Pattern BATCH = Pattern.compile("Batch ([0-9a-f]{16}): ([a-z ,]+), version (\\d+)");
    private static final Pattern NOTICE = Pattern.compile("notice ([0-9a-f]{16})");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private String now = "2026-07-15T02:00:00Z";
    private static final List<String> CASES = new ArrayList<>();
    private static final List<String> ACCOUNTS = new ArrayList<>();

    @BeforeAll
    static void makeFindings() throws IOException {
        done(new Bench(made).run("generate", "accounts", "--customers", "1", "-w", "bank"));
        done(new Bench(made).run("accounts", "screen", "bank", "--as-of", "2026-06-30", "-w", "accounts.jsonl"));
        Files.write(
                made.resolve("accounts.jsonl"),
                Files.readAllLines(made.resolve("accounts.jsonl")).stream()
                        .filter(line -> line.startsWith("{\"record\":\"run\"")
                                || line.startsWith("{\"record\":\"finding\"")
                                        && line.contains("\"rule\":\"accounts.long-inactive\""))
                        .toList());
        tellEverybody();
    }

    /// Everybody is told once; each test begins with a copy of that.
    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(made)) {
            for (Path file : files.filter(each -> !each.equals(made)).toList()) {
                Files.copy(file, folder.resolve(made.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void tellEverybody() {
        done(told(
                "li",
                ("campaign create sleepers --policy cn-rural-2021 --as maker:li --office name=Desk --office phone=1"
                                + " --office address=2 --office hours=3")
                        .split(" ")));
        done(told("zhao", "case", "import", "accounts.jsonl", "--campaign", "sleepers", "--as", "analyst:zhao"));
        SortedMap<String, String> byAccount = new TreeMap<>();
        for (String line : done(told("li", "case", "list")).lines()) {
            Matcher id = CASE.matcher(line);
            Matcher account = ACCOUNT.matcher(line);
            assertThat(id.find() && account.find()).as(line).isTrue();
            byAccount.put(account.group(1).replace("%2F", "/").replace("%25", "%"), id.group(1));
        }
        ACCOUNTS.addAll(byAccount.keySet());
        CASES.addAll(byAccount.values());
        assertThat(CASES).hasSizeGreaterThan(6);
        done(all("case", "check"));
        done(all("case", "check", "--confirm", "--reason", "three years without a movement"));
        String told = done(told("li", "case", "notify", "--campaign", "sleepers", "--as", "maker:li"))
                .out();
        List<String> notices =
                NOTICE.matcher(told).results().map(each -> each.group(1)).toList();
        assertThat(notices).hasSameSizeAs(CASES);
        // all but that of the first case arrive
        String first = told.lines()
                .filter(line -> line.startsWith(CASES.getFirst()))
                .findFirst()
                .orElseThrow();
        List<String> line = new ArrayList<>(List.of("case", "deliver", "--as", "analyst:zhao"));
        notices.stream().filter(notice -> !first.contains(notice)).forEach(line::add);
        done(told("zhao", line.toArray(String[]::new)));
    }

    private static Bench.Result told(String user, String... line) {
        return new Bench(made).user(user).now("2026-07-15T02:00:00Z").run(line);
    }

    private static Bench.Result all(String... words) {
        return told(
                "zhao",
                Stream.of(Stream.of(words), CASES.stream(), Stream.of("--as", "analyst:zhao"))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private Bench.Result run(String user, String... line) {
        return new Bench(folder).user(user).now(now).run(line);
    }

    private static Bench.Result done(Bench.Result result) {
        assertThat(result.err()).doesNotContain("⟦");
        assertThat(result.out()).doesNotContain("⟦");
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private void extract(String day, String... bookings) throws IOException {
        Path fresh = Files.createDirectory(folder.resolve("august"));
        try (Stream<Path> files = Files.list(folder.resolve("bank"))) {
            for (Path file : files.toList()) {
                Files.copy(file, fresh.resolve(file.getFileName().toString()));
            }
        }
        Path yaml = fresh.resolve("extract.yaml");
        Files.writeString(yaml, Files.readString(yaml).replaceAll("extractedOn: .*", "extractedOn: " + day));
        Path transactions = fresh.resolve("transactions.csv");
        Files.writeString(
                transactions,
                Files.readString(transactions)
                        + Stream.of(bookings).map(each -> each + "\n").collect(Collectors.joining()));
    }

    private void freeze(String account) throws IOException {
        Path file = folder.resolve("august/accounts.csv");
        List<String> lines = Files.readAllLines(file);
        List<String> names = List.of(lines.getFirst().split(","));
        lines.replaceAll(line -> {
            String[] cells = line.split(",", -1);
            if (cells[names.indexOf("account_id")].equals(account)) {
                cells[names.indexOf("freeze")] = "both";
            }
            return String.join(",", cells);
        });
        Files.write(file, lines);
    }

    private String state(int number) {
        return done(run("li", "case", "show", CASES.get(number)))
                .out()
                .lines()
                .findFirst()
                .orElseThrow();
    }

    private Bench.Result propose() {
        return run("li", "case", "execute", "--campaign", "sleepers", "--extract", "august", "--as", "maker:li");
    }

    private static Matcher batch(Bench.Result result) {
        Matcher batch = BATCH.matcher(result.out());
        assertThat(batch.find()).as(result.out()).isTrue();
        return batch;
    }

    @Test
    void whoMovedAnsweredWasFrozenOrNeverReachedFallsOutAndTheRestIsABatchOfTwoPersons() throws IOException {
        now = "2026-08-10T02:00:00Z";
        done(run("zhao", "case", "respond", CASES.get(2), "--reason", "I am abroad", "--as", "analyst:zhao"));
        now = "2026-08-20T02:00:00Z";
        done(run("li", "case", "tick"));
        extract("2026-08-20", "T-OWN-1," + ACCOUNTS.get(1) + ",2026-08-01T10:00:00,04,debit,5.00,01,,");
        freeze(ACCOUNTS.get(3));
        Bench.Result proposed = done(propose());
        assertThat(proposed.out())
                .contains("no notice is known to have arrived  1")
                .contains("the party answered; a person decides  1")
                .contains("an exclusion holds (")
                .contains("kept by own transactions  1");
        assertThat(state(0)).contains("overdue");
        assertThat(state(1)).contains("closed");
        assertThat(state(2)).contains("responded");
        assertThat(state(3)).contains("overdue");
        Matcher batch = batch(proposed);
        String id = batch.group(1);
        String version = batch.group(3);

        Bench.Result own = run("li", "case", "approve", "--batch", id, "--version", version, "--as", "checker:li");
        assertThat(own.code()).isEqualTo(2);
        assertThat(run("wang", "case", "approve", "--batch", id, "--version", "1", "--as", "checker:wang")
                        .code())
                .isEqualTo(2);
        // one more answers while the batch waits
        done(run("zhao", "case", "respond", CASES.get(5), "--reason", "I want it", "--as", "analyst:zhao"));
        Bench.Result approved =
                done(run("wang", "case", "approve", "--batch", id, "--version", version, "--as", "checker:wang"));
        assertThat(batch(approved).group(2)).isEqualTo("approved, to be handed over");
        assertThat(state(5)).contains("responded");
        // and one appeals before it is handed over
        done(run("zhao", "case", "appeal", CASES.get(6), "--reason", "not mine", "--as", "analyst:zhao"));
        done(run("li", "case", "execute", "--batch", id, "--as", "maker:li", "-w", "actions.csv"));
        List<String> actions = Files.readAllLines(folder.resolve("actions.csv"));
        assertThat(actions.getFirst())
                .startsWith("batch,row,case,legalEntity,branch,account,action,amount,maker,checker");
        assertThat(actions)
                .hasSize(CASES.size() - 6 + 1)
                .noneMatch(line ->
                        line.contains(ACCOUNTS.get(1)) || line.contains(CASES.get(5)) || line.contains(CASES.get(6)))
                .anyMatch(line -> line.contains("maker:li,checker:wang"));
        assertThat(done(run("li", "case", "execute", "--batch", id, "--as", "maker:li", "-w", "again.csv"))
                        .out())
                .contains("outcomes awaited");
        assertThat(folder.resolve("again.csv")).hasSameBinaryContentAs(folder.resolve("actions.csv"));
        outcomes(id, actions);
    }

    private void outcomes(String id, List<String> actions) throws IOException {
        List<String> rows =
                actions.stream().skip(1).map(line -> line.split(",")[1]).toList();
        String failed = actions.get(1).split(",")[2];
        Files.writeString(folder.resolve("some.csv"), "row,outcome,note\n" + rows.getFirst() + ",failed,locked\n");
        Bench.Result some = done(outcomes(id, "some.csv"));
        assertThat(batch(some).group(2)).isEqualTo("handed over, outcomes awaited");
        Files.writeString(folder.resolve("wrong.csv"), "row,outcome\n" + rows.getFirst() + ",done\n");
        assertThat(outcomes(id, "wrong.csv").code()).isEqualTo(3);
        Files.writeString(
                folder.resolve("rest.csv"),
                rows.stream().skip(1).map(row -> row + ",done\n").collect(Collectors.joining("", "row,outcome\n", "")));
        Bench.Result rest = done(outcomes(id, "rest.csv"));
        assertThat(batch(rest).group(2)).isEqualTo("over");
        assertThat(rest.out()).contains("cases closed " + (rows.size() - 1));
        assertThat(state(CASES.indexOf(failed))).contains("approved");
        assertThat(done(run("li", "case", "verify-log")).out()).contains("the chain holds");
        assertThat(done(run("li", "store", "check")).out()).contains("the store is sound");
    }

    private Bench.Result outcomes(String id, String file) {
        return run("zhao", "case", "execute", "--batch", id, "--outcomes", file, "--as", "analyst:zhao");
    }

    @Test
    void oneMaskedListAnnouncesEverybodyOnceAndCountsOncePosted() throws IOException {
        done(run(
                "li",
                ("campaign create again --policy cn-rural-2021 --data other --as maker:li --office name=Desk"
                                + " --office phone=0510-12345678 --office address=2 --office hours=3")
                        .split(" ")));
        done(on("zhao", "case import accounts.jsonl --campaign again --as analyst:zhao"));
        List<String> ids = CASE.matcher(done(on("li", "case list")).out())
                .results()
                .map(each -> each.group(1))
                .toList();
        String all = String.join(" ", ids);
        done(on("zhao", "case check " + all + " --as analyst:zhao"));
        done(on("zhao", "case check " + all + " --confirm --reason right --as analyst:zhao"));
        assertThat(on("li", "campaign announce again --days 14 --as maker:li -w letters")
                        .code())
                .isEqualTo(2);
        String made = done(on("li", "campaign announce again --days 20 --as maker:li -w letters"))
                .out();
        Matcher id = Pattern.compile(
                        "Announcement ([0-9a-f]{16}): " + ids.size() + " accounts, to the end of 2026-08-04")
                .matcher(made);
        assertThat(id.find()).as(made).isTrue();
        Path zh = folder.resolve("letters/announcement-" + id.group(1) + "-zh.html");
        Path en = folder.resolve("letters/announcement-" + id.group(1) + "-en.html");
        assertThat(Files.readString(zh))
                .contains("公告期 20 天", "0510-12345678", "cn-rural-2021@1")
                .doesNotContain("{{");
        assertThat(Files.readString(en))
                .contains("runs for 20 days", "<td class=\"handle\">")
                .doesNotContain(ACCOUNTS.get(1), "list\u0000", "{{", ">10000000");
        assertThat(done(on("zhao", "campaign announce again --posted " + id.group(1) + " --as analyst:zhao"))
                        .out())
                .contains(ids.size() + " cases");
        done(on("zhao", "campaign announce again --posted " + id.group(1) + " --as analyst:zhao"));
        String story = done(on("li", "case show " + ids.getFirst())).out();
        assertThat(story.lines().filter(line -> line.contains("note the delivery") && line.contains("announcement")))
                .as(story)
                .hasSize(1);
    }

    private Bench.Result on(String user, String line) {
        return run(user, (line + " --data other").split(" "));
    }

    @Test
    void anExtractFromBeforeTheEndOfTheNoticeProvesNothing() throws IOException {
        now = "2026-08-20T02:00:00Z";
        done(run("li", "case", "tick"));
        extract("2026-08-14");
        Bench.Result proposed = done(propose());
        assertThat(proposed.out())
                .contains("the extract was made before the time to answer was over  " + (CASES.size() - 1))
                .contains(": over");
    }

    @Test
    void beforeTheEndOfTheNoticeNobodyIsInABatch() throws IOException {
        now = "2026-08-01T02:00:00Z";
        extract("2026-08-20");
        assertThat(done(propose()).out()).contains("the time to answer is not over  " + CASES.size());
    }

    @Test
    void aBatchThatIsRejectedChangesNothing() throws IOException {
        now = "2026-08-20T02:00:00Z";
        done(run("li", "case", "tick"));
        extract("2026-08-20");
        String id = batch(done(propose())).group(1);
        done(run("wang", "case", "reject", "--batch", id, "--reason", "look again", "--as", "checker:wang"));
        assertThat(state(1)).contains("overdue");
        assertThat(run("li", "case", "execute", "--batch", id, "--as", "maker:li", "-w", "a.csv")
                        .code())
                .isEqualTo(2);
        assertThat(batch(done(propose())).group(2)).isEqualTo("to be approved");
    }

    @Test
    void whatAHolderAsksForIsGivenAtOnceWhereEverythingWasSeen() {
        Bench.Result waits = done(run(
                "zhao",
                "case",
                "respond",
                CASES.get(1),
                "--request",
                "close",
                "--account",
                ACCOUNTS.get(1),
                "--attest",
                "identity-shown",
                "--as",
                "analyst:zhao"));
        assertThat(waits.out()).contains("(nothing-attached)", "(balance-paid)").doesNotContain("(account-named)");
        assertThat(state(1)).contains("responded");
        Bench.Result early = run("zhao", "case", "grant", CASES.get(1), "--as", "analyst:zhao");
        assertThat(early.code()).isEqualTo(2);
        assertThat(run(
                                "li",
                                "case",
                                "propose",
                                CASES.get(1),
                                "--measures",
                                "to-long-suspended",
                                "--reason",
                                "as announced",
                                "--as",
                                "maker:li")
                        .err())
                .contains("has no answer yet");
        Bench.Result granted = done(run(
                "zhao",
                "case",
                "grant",
                CASES.get(1),
                "--attest",
                "nothing-attached",
                "--attest",
                "balance-paid",
                "--as",
                "analyst:zhao",
                "-w",
                "letters"));
        assertThat(granted.out()).contains("closed");
        assertThat(run("zhao", "case", "respond", CASES.get(2), "--request", "fly", "--as", "analyst:zhao")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatIsRefusedIsRefusedByAPersonWithAReasonAndALetter() throws IOException {
        done(run(
                "zhao",
                "case",
                "respond",
                CASES.get(1),
                "--request",
                "activate",
                "--account",
                "4711",
                "--as",
                "analyst:zhao"));
        assertThat(run("zhao", "case", "refuse", CASES.get(1), "--as", "analyst:zhao")
                        .code())
                .isEqualTo(2);
        done(run(
                "zhao",
                "case",
                "refuse",
                CASES.get(1),
                "--reason",
                "the account is not yours",
                "--as",
                "analyst:zhao",
                "-w",
                "letters"));
        try (Stream<Path> letters = Files.list(folder.resolve("letters"))) {
            assertThat(letters)
                    .singleElement()
                    .satisfies(letter -> assertThat(Files.readString(letter))
                            .contains("the account is not yours", "申诉", "由人作出")
                            .doesNotContain("{{"));
        }
        done(run(
                "li",
                "case",
                "propose",
                CASES.get(1),
                "--measures",
                "to-long-suspended",
                "--reason",
                "as announced",
                "--as",
                "maker:li"));
    }
}
