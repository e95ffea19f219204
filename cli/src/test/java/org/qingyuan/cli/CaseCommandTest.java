package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cases by the command line, over a store of their own: the bank's findings are made once, and every test begins with
/// a new store.
class CaseCommandTest {
    private static final Pattern ID = Pattern.compile("\"caseId\":\"([0-9a-f]{16})\"");
    private static final Pattern HOLDER = Pattern.compile("\"key\":\"accounts/long-inactive/[^\"]*\"");

    @TempDir
    private static Path made;

    @TempDir
    private Path folder;

    private String now = "2026-07-15T02:00:00Z";

    @BeforeAll
    static void makeFindings() {
        Bench.Result bank = new Bench(made).run("generate", "accounts", "--customers", "1", "-w", "bank");
        assertThat(bank.code()).isZero();
        Bench.Result found =
                new Bench(made).run("accounts", "screen", "bank", "--as-of", "2026-06-30", "-w", "accounts.jsonl");
        assertThat(found.code()).isZero();
    }

    @BeforeEach
    void createCampaign() throws IOException {
        Files.copy(made.resolve("accounts.jsonl"), folder.resolve("accounts.jsonl"));
        done(create("maker:li", "sleepers"));
    }

    private Bench.Result create(String role, String name, String... more) {
        String line = "campaign create " + name + " --policy cn-rural-2021 --as " + role + " --office name=营业部"
                + " --office phone=0510-0 --office address=1号楼 --office hours=9:00-17:00";
        return run(
                "li", Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new));
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

    private Bench.Result bring() {
        return done(run("zhao", "case", "import", "accounts.jsonl", "--campaign", "sleepers", "--as", "analyst:zhao"));
    }

    /// The case of a long-inactive account.
    private String caseId() {
        for (String line : done(run("li", "case", "list")).lines()) {
            Matcher id = ID.matcher(line);
            if (HOLDER.matcher(line).find() && id.find()) {
                return id.group(1);
            }
        }
        throw new AssertionError("no case of a long-inactive account");
    }

    private Bench.Result act(String user, String role, String... words) {
        List<String> line =
                Stream.concat(Stream.of(words), Stream.of("--as", role)).toList();
        return run(user, line.toArray(String[]::new));
    }

    private String notified() {
        bring();
        String id = caseId();
        done(act("zhao", "analyst:zhao", "case", "check", id));
        done(act(
                "zhao",
                "analyst:zhao",
                "case",
                "check",
                id,
                "--confirm",
                "--reason",
                "three years without a movement"));
        done(act("li", "maker:li", "case", "notify", id, "-w", "letters"));
        return id;
    }

    private String proposed() {
        String id = notified();
        done(act("zhao", "analyst:zhao", "case", "respond", id, "--reason", "please close it"));
        done(act(
                "li",
                "maker:li",
                "case",
                "propose",
                id,
                "--measures",
                "to-long-suspended",
                "--reason",
                "as announced"));
        return id;
    }

    @Test
    void everyFindingThatOpensACaseHasOneAndImportingTwiceChangesNothing() {
        String first = bring().out();
        String listed = done(run("li", "case", "list")).out();
        assertThat(bring().out()).isEqualTo(first);
        assertThat(done(run("li", "case", "list")).out()).isEqualTo(listed);
        assertThat(done(run("li", "case", "verify-log")).out()).contains("the chain holds");
    }

    @Test
    void aCaseGoesToItsEnd() throws IOException {
        String id = proposed();
        done(act("wang", "checker:wang", "case", "approve", id, "--version", "6"));
        done(act("li", "maker:li", "case", "execute", id));
        Bench.Result closed = done(act("zhao", "analyst:zhao", "case", "close", id, "--reason", "moved to the ledger"));
        assertThat(closed.out()).contains("closed, version 9");
        assertThat(done(run("li", "case", "show", id)).out())
                .contains("please close it", "(maker li, by way of li)", "(checker wang, by way of wang)");
        assertThat(done(run("li", "case", "verify-log")).out()).contains("the chain holds");
        assertThat(done(run("li", "store", "check")).out()).contains("the store is sound");
        try (Stream<Path> letters = Files.list(folder.resolve("letters"))) {
            assertThat(letters)
                    .singleElement()
                    .satisfies(letter -> assertThat(Files.readString(letter))
                            .doesNotContain("{{")
                            .contains("绝不索要密码"));
        }
    }

    @Test
    void nobodyApprovesAnOwnProposalUnderWhateverName() {
        String id = proposed();
        Bench.Result same = act("li", "checker:wang", "case", "approve", id, "--version", "6");
        assertThat(same.code()).isEqualTo(2);
        assertThat(same.err()).contains("nobody checks an own proposal");
        assertThat(act("wang", "maker:wang", "case", "approve", id, "--version", "6")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void anApprovalOfAnotherVersionFails() {
        String id = proposed();
        assertThat(act("wang", "checker:wang", "case", "approve", id, "--version", "5")
                        .code())
                .isEqualTo(2);
        assertThat(act("wang", "checker:wang", "case", "approve", id).code()).isEqualTo(2);
        done(act("wang", "checker:wang", "case", "approve", id, "--version", "6"));
    }

    @Test
    void aStoreForOnePersonSaysSoEverywhere() {
        done(create("maker:li", "alone", "--single-user", "--data", "alone"));
        assertThat(done(run("li", "campaign", "show", "alone", "--data", "alone"))
                        .out())
                .contains("Not four-eyes");
    }

    @Test
    void anAuditorChangesNothingAndAStrangerSeesNothing() {
        String id = notified();
        assertThat(act("sun", "auditor:sun", "case", "respond", id).code()).isEqualTo(2);
        Bench.Result stranger = act("x", "holder:x@nobody", "case", "show", id);
        assertThat(stranger.code()).isEqualTo(2);
        assertThat(stranger.err()).contains("no case").doesNotContain("analyst");
        assertThat(act("x", "holder:x@nobody", "case", "list").out()).isEmpty();
        assertThat(act("x", "analyst:x@999999", "case", "show", id).code()).isEqualTo(2);
    }

    @Test
    void whatIsDueIsDoneOnce() {
        String id = notified();
        now = "2026-08-14T16:00:00Z";
        assertThat(done(run("li", "case", "tick")).out()).contains("overdue  1");
        String story = done(run("li", "case", "show", id)).out();
        assertThat(story).startsWith("Case " + id + ": overdue");
        assertThat(done(run("li", "case", "tick")).out()).contains("overdue  0");
        assertThat(done(run("li", "case", "show", id)).out()).isEqualTo(story);
    }

    @Test
    void anOwnTransactionAfterTheNoticeKeepsTheAccount() {
        String id = notified();
        Bench.Result early = act("zhao", "analyst:zhao", "case", "close", id, "--kept-at", "2026-07-14T10:00:00");
        assertThat(early.code()).isEqualTo(2);
        done(act("zhao", "analyst:zhao", "case", "close", id, "--kept-at", "2026-07-20T10:00:00"));
        assertThat(done(run("li", "case", "show", id)).out()).startsWith("Case " + id + ": closed");
    }

    @Test
    void resultsThatWereCutOffAreTakenOnlyWhenAsked() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("accounts.jsonl"));
        Files.write(folder.resolve("cut.jsonl"), lines.subList(0, 3));
        Bench.Result refused = act("zhao", "analyst:zhao", "case", "import", "cut.jsonl", "--campaign", "sleepers");
        assertThat(refused.code()).isEqualTo(3);
        done(act("zhao", "analyst:zhao", "case", "import", "cut.jsonl", "--campaign", "sleepers", "--incomplete"));
        Matcher id = ID.matcher(done(run("li", "case", "list")).out());
        assertThat(id.find()).isTrue();
        assertThat(done(run("li", "case", "show", id.group(1))).out()).contains("without a run line");
    }

    @Test
    void aBackupIsAStoreAgain() {
        bring();
        String listed = done(run("li", "case", "list")).out();
        done(run("li", "store", "backup", "saved"));
        done(run("li", "store", "restore", "saved", "--data", "again", "--key-file", "data.key"));
        assertThat(done(run("li", "case", "list", "--data", "again", "--key-file", "data.key"))
                        .out())
                .isEqualTo(listed);
    }

    @Test
    void aCampaignIsMadeByAMakerAndNamesWhomToAsk() {
        Bench.Result silent = run(
                "li", "campaign", "create", "x", "--policy", "cn-rural-2021", "--as", "maker:li", "--office", "name=a");
        assertThat(silent.code()).isEqualTo(2);
        assertThat(silent.err()).contains("phone");
        assertThat(create("auditor:sun", "x").code()).isEqualTo(2);
    }

    @Test
    void whoActsMustBeSaid() {
        assertThat(run("li", "case", "assign", "1234", "--to", "wang").code()).isEqualTo(2);
        assertThat(act("li", "boss:li", "case", "assign", "1234", "--to", "wang")
                        .code())
                .isEqualTo(2);
        assertThat(act("li", "system:clock", "case", "assign", "1234", "--to", "wang")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void contactsWithOneBadRowAreNotTaken() throws IOException {
        Files.writeString(folder.resolve("contacts.csv"), "kind,id,name\ncustomer,1,王芳\nfriend,2,李\n");
        Bench.Result result = act(
                "zhao",
                "analyst:zhao",
                "case",
                "import",
                "accounts.jsonl",
                "--campaign",
                "sleepers",
                "--contacts",
                "contacts.csv");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("contacts.csv:3");
        assertThat(done(run("li", "case", "list")).out()).isEmpty();
    }
}
