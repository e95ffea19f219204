package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of other offices by the command line.
class StockCommandTest {
    private static final String IMPORT = "case import --stock stock.csv --campaign autumn --as analyst:zhao";
    private static final Pattern CASE = Pattern.compile("\"caseId\":\"([0-9a-f]{16})\",\"key\":\"([^\"]*)\"");

    @TempDir
    private Path folder;

    @BeforeEach
    void createCampaign() throws IOException {
        done("campaign create autumn --policy cn-mining-2021 --as maker:li --office name=a --office phone=1"
                + " --office address=b --office hours=9-17");
        Files.createDirectories(folder.resolve("registry"));
        Files.writeString(folder.resolve("registry/organisations.csv"), """
                id,name,kind,region
                a,School A,school,320100
                b,School B,school,330100
                """);
        Files.writeString(folder.resolve("registry/prefixes.csv"), """
                prefix,organisation
                10.1.0.0/16,a
                10.2.0.0/16,b
                """);
        stock("""
                address,seen_at,source
                10.1.0.1,2026-11-01,cert
                10.1.0.1,2026-11-03T10:00:00Z,cert
                10.1.0.2,2026-11-01,isp
                10.2.0.1,2026-11-01,isp
                192.0.2.1,2026-11-01,isp
                """);
    }

    private void stock(String text) throws IOException {
        Files.writeString(folder.resolve("stock.csv"), text);
    }

    private Bench.Result run(String line, String... more) {
        return new Bench(folder)
                .run(Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    private Bench.Result done(String line, String... more) {
        Bench.Result result = run(line, more);
        assertThat(result.err()).doesNotContain("⟦");
        assertThat(result.out()).doesNotContain("⟦");
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private String caseOf(String address) {
        Matcher cases = CASE.matcher(done("case list").out());
        while (cases.find()) {
            if (cases.group(2).equals("mining/" + address)) {
                return cases.group(1);
            }
        }
        throw new AssertionError(address);
    }

    @Test
    void eachAddressBecomesASuspicionOfItsOrganisation() {
        assertThat(done(IMPORT, "--registry", "registry").out())
                .contains("5 rows, 4 addresses of 2 organisations, 1 of nobody registered; 4 cases opened");
        String story = done("case show " + caseOf("10.1.0.1")).out();
        assertThat(story)
                .contains(
                        "School A",
                        "another office's list",
                        "number cert",
                        "2 x 2026-10-31T16:00:00Z/2026-11-03T10:00:00Z")
                .startsWith("Case " + caseOf("10.1.0.1") + ": suspected");
    }

    @Test
    void theSameListOrTheSameRowsInAnotherChangeNothing() throws IOException {
        done(IMPORT, "--registry", "registry");
        String listed = done("case list").out();
        assertThat(done(IMPORT, "--registry", "registry").out()).contains("0 cases opened", "4 known");
        stock("address,seen_at,source\n10.1.0.2,2026-11-01,isp\n10.1.0.2,2026-11-20,isp\n10.2.0.1,2026-11-01,isp\n");
        assertThat(done(IMPORT, "--registry", "registry").out())
                .contains("0 cases opened, 1 joined an open one", "1 known");
        assertThat(done("case list").lines()).hasSize(listed.split("\n", -1).length - 1);
    }

    @Test
    void aRowAloneNeverLeadsToANotice() {
        done(IMPORT, "--registry", "registry");
        String id = caseOf("10.1.0.1");
        assertThat(run("case notify " + id + " --as maker:li").code()).isEqualTo(2);
        done("case check " + id + " --as analyst:zhao");
        assertThat(run("case check " + id + " --confirm --as analyst:zhao").err())
                .contains("a reason is needed");
        assertThat(run("case notify " + id + " --as maker:li").code()).isEqualTo(2);
    }

    @Test
    void severalCasesAreCheckedByOneCommandEachByItself() {
        done(IMPORT, "--registry", "registry");
        String one = caseOf("10.1.0.1");
        String other = caseOf("10.1.0.2");
        assertThat(done("case check " + one + " " + other + " --as analyst:zhao")
                        .lines())
                .hasSize(2);
        Bench.Result stopped =
                run("case check " + one + " 00000000 " + other + " --dismiss --reason none --as analyst:zhao");
        assertThat(stopped.code()).isEqualTo(2);
        assertThat(stopped.out()).contains(one + "  dismissed").doesNotContain(other);
        assertThat(done("case show " + other).out()).startsWith("Case " + other + ": under check");
    }

    @Test
    void whatLiesOutsideTheScopeIsCountedAndNotOpened() {
        assertThat(done("case import --stock stock.csv --campaign autumn --registry registry --as analyst:zhao@320000")
                        .out())
                .contains("2 cases opened", "2 outside the scope");
        assertThat(done("case list").lines()).hasSize(2);
    }

    @Test
    void aListWithOneBadRowIsNotTakenAtAll() throws IOException {
        stock("address,seen_at,source\n10.1.0.1,2026-11-01,cert\n10.1.0,2026-11-01,cert\n");
        Bench.Result bad = run(IMPORT);
        assertThat(bad.code()).isEqualTo(3);
        assertThat(bad.err()).contains("stock.csv:3:address");
        assertThat(done("case list").out()).isEmpty();
    }

    @Test
    void aBadRegistryAMakerAndACampaignOfAccountsAreRefused() throws IOException {
        Files.writeString(folder.resolve("registry/prefixes.csv"), "prefix,organisation\n10.1.0.0/16,nobody\n");
        assertThat(run(IMPORT, "--registry", "registry").code()).isEqualTo(3);
        assertThat(run("case import --stock stock.csv --campaign autumn --as maker:li")
                        .code())
                .isEqualTo(2);
        done("campaign create sleepers --policy cn-rural-2021 --as maker:li --office name=a --office phone=1"
                + " --office address=b --office hours=9-17");
        assertThat(run("case import --stock stock.csv --campaign sleepers --as analyst:zhao")
                        .code())
                .isEqualTo(2);
        assertThat(run("case import --campaign autumn --as analyst:zhao").code())
                .isEqualTo(2);
        assertThat(done("case list").out()).isEmpty();
    }

    @Test
    void generatesAListWithItsRegistry() {
        done("generate stock-list --seed 7 -w made");
        assertThat(List.of("stock.csv", "truth.csv", "registry/organisations.csv", "registry/prefixes.csv"))
                .allSatisfy(name -> assertThat(folder.resolve("made/" + name)).isNotEmptyFile());
    }
}
