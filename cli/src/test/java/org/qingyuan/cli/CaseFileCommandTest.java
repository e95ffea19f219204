package org.qingyuan.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reports, forms and attachments by the command line, over a store of their own.
class CaseFileCommandTest {
    private static final Pattern DIGEST = Pattern.compile("rack\\.jpg \\(image/jpeg, 6 bytes\\) sha256 ([0-9a-f]{64})");
    private static final byte[] PHOTO = HexFormat.of().parseHex("ffd8ffe00102");

    @TempDir
    private Path folder;

    @BeforeEach
    void createCampaign() throws IOException {
        done(run(
                "li",
                "campaign create autumn --policy cn-mining-2021 --as maker:li --office name=a --office phone=1"
                        + " --office address=b --office hours=9-17"));
        Files.writeString(folder.resolve("tip.csv"), """
                field,value
                source,hotline
                received-on,2026-11-20
                reference,H-118
                subject-kind,address
                subject,10.20.3.7
                organisation,u-a
                organisation-name,School
                organisation-kind,school
                region,320106
                text,fans at night; call 13912345678
                """);
        Files.writeString(folder.resolve("form.csv"), """
                field,value
                seen-on,2026-11-24
                host,lab-7
                owner,王芳
                process,xmrig
                finding,hacked
                public-resource,yes
                """);
        Files.write(folder.resolve("rack.jpg"), PHOTO);
        Files.writeString(folder.resolve("page.html"), "<html></html>");
    }

    private Bench.Result run(String user, String line, String... more) {
        return new Bench(folder)
                .user(user)
                .run(Stream.concat(Stream.of(line.split(" ")), Stream.of(more)).toArray(String[]::new));
    }

    private static Bench.Result done(Bench.Result result) {
        assertThat(result.err()).doesNotContain("⟦");
        assertThat(result.out()).doesNotContain("⟦");
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    private Bench.Result open(String... more) {
        return run("zhao", "case open --tip tip.csv --campaign autumn --as analyst:zhao", more);
    }

    private String opened() {
        return done(open()).out().substring(0, 16);
    }

    private Bench.Result show(String id, String... more) {
        return done(run("li", "case show " + id, more));
    }

    @Test
    void aReportOpensACaseOnce() {
        Bench.Result first = done(open("--attach", "rack.jpg"));
        assertThat(first.err()).contains("a case was opened");
        Bench.Result again = done(open());
        assertThat(again.err()).contains("taken before");
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(done(run("li", "case list")).lines()).hasSize(1);
        assertThat(show(first.out().substring(0, 16)).out())
                .contains("report: hotline", "number H-118", "139****5678", "rack.jpg (image/jpeg, 6 bytes)");
    }

    /// What is let in by its size fits into the store.
    @Test
    void theLargestFileThatIsTakenIsKept() throws IOException {
        byte[] largest = new byte[16 << 20];
        System.arraycopy(PHOTO, 0, largest, 0, PHOTO.length);
        Files.write(folder.resolve("large.jpg"), largest);
        done(open("--attach", "large.jpg"));
        Files.write(folder.resolve("larger.jpg"), Arrays.copyOf(largest, largest.length + 1));
        Bench.Result larger = open("--attach", "larger.jpg");
        assertThat(larger.code()).isEqualTo(3);
        assertThat(larger.err()).contains("16 MiB");
    }

    @Test
    void thePartyLearnsThatThereWasAReportAndNotMore() {
        String id = done(open("--attach", "rack.jpg")).out().substring(0, 16);
        Bench.Result party = show(id, "--as", "organisation:liu@u-a");
        assertThat(party.out())
                .contains("a report, received on")
                .doesNotContain("H-118", "hotline", "fans", "rack.jpg", "tip.csv");
        Matcher digest = DIGEST.matcher(show(id).out());
        assertThat(digest.find()).isTrue();
        String line = "case attachment " + id + " " + digest.group(1) + " -w out.jpg --as organisation:liu@u-a";
        assertThat(run("liu", line).code()).isEqualTo(3);
        assertThat(folder.resolve("out.jpg")).doesNotExist();
    }

    @Test
    void aFormAndItsFilesAreShownAndGivenBack() {
        String id = opened();
        done(run("zhao", "case file " + id + " --form form.csv --attach rack.jpg --as analyst:zhao"));
        String story = show(id).out();
        assertThat(story)
                .contains(
                        "host: lab-7",
                        "owner: 王**",
                        "run by a stranger who broke in",
                        "on public means: yes",
                        "form.csv");
        Matcher digest = DIGEST.matcher(story);
        assertThat(digest.find()).isTrue();
        String short8 = digest.group(1).substring(0, 8);
        done(run("zhao", "case attachment " + id + " " + short8 + " -w out.jpg"));
        assertThat(folder.resolve("out.jpg")).hasBinaryContent(PHOTO);
        assertThat(run("zhao", "case attachment " + id + " " + short8.substring(0, 7) + " -w x.jpg")
                        .code())
                .isEqualTo(3);
        assertThat(show(id, "--lang", "zh").out()).contains("占用公共资源：是");
    }

    @Test
    void anOrganisationFilesItsOwnAndNobodyElses() {
        String id = opened();
        done(run("liu", "case file " + id + " --attach rack.jpg --as organisation:liu@u-a"));
        assertThat(show(id, "--as", "organisation:liu@u-a").out()).contains("rack.jpg");
        Bench.Result other = run("x", "case file " + id + " --attach rack.jpg --as organisation:x@u-b");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).contains("no case");
        assertThat(run("sun", "case file " + id + " --attach rack.jpg --as auditor:sun")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void whatIsRefusedLeavesNothing() throws IOException {
        String id = opened();
        long kept = attachments();
        String before = show(id).out();
        assertThat(run("zhao", "case file " + id + " --attach rack.jpg --attach page.html --as analyst:zhao")
                        .code())
                .isEqualTo(3);
        assertThat(run("x", "case file " + id + " --attach rack.jpg --as organisation:x@u-b")
                        .code())
                .isEqualTo(2);
        assertThat(run("zhao", "case file " + id + " --as analyst:zhao").code()).isEqualTo(2);
        assertThat(run("li", "case open --tip tip.csv --campaign autumn --attach rack.jpg --as maker:li")
                        .code())
                .isEqualTo(2);
        assertThat(run("x", "case open --tip tip.csv --campaign autumn --attach rack.jpg --as analyst:x@110000")
                        .err())
                .contains("outside the scope");
        assertThat(show(id).out()).isEqualTo(before);
        assertThat(attachments()).isEqualTo(kept);
        assertThat(done(run("li", "store check")).out()).contains("the store is sound");
    }

    private long attachments() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data/attachments"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void nothingPersonalLiesInTheClear() throws IOException {
        String id = opened();
        done(run("zhao", "case file " + id + " --form form.csv --attach rack.jpg --as analyst:zhao"));
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all)
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(new String(Files.readAllBytes(file), UTF_8))
                            .doesNotContain("王芳", "13912345678", "lab-7", "rack.jpg"));
        }
    }
}
