package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo as it is told to newcomers, and the command that it tells them next.
class DemoTest {
    @TempDir
    Path folder;

    private Bench.Result run(String... line) {
        Bench.Result result = new Bench(folder).run(line);
        assertThat(result.code()).as(result.err()).isZero();
        return result;
    }

    @Test
    void makesASmallWorldAndSaysWhatToTryNext() throws IOException {
        Bench.Result demo = run("demo");
        Path out = folder.resolve("demo-out");
        assertThat(out.resolve("captures")).isNotEmptyDirectory();
        assertThat(out.resolve("registry/organisations.csv")).isNotEmptyFile();
        assertThat(out.resolve("truth.jsonl")).isNotEmptyFile();
        assertThat(demo.out()).contains("mining session", "mining attempt");

        assertThat(explained(demo, "mining explain")).contains("shares", "refuted");
        assertThat(explained(demo, "accounts explain")).contains("refuted");

        assertThat(demo.err())
                .contains("10.20.3.11: nothing in three days", "10.20.64.33: mining again")
                .contains("1 kept by own transactions")
                .doesNotContain("⟦");
        assertThat(out.resolve("campaign-campus-zh.html")).content().contains("销号");
        assertThat(out.resolve("letters/announcement-en.html")).isNotEmptyFile();
        assertThat(run("case", "list", "--campaign", "campus", "--data", "demo-out/cases")
                        .out())
                .contains("\"state\":\"recurred\"", "\"state\":\"closed\"");
        assertThat(run("case", "verify-log", "--data", "demo-out/cases").out()).contains("the chain holds");
        // a second time it makes the same world anew
        assertThat(run("demo").err()).contains("10.20.3.11: nothing in three days");

        run("mining", "report", "demo-out/findings.jsonl", "--lang", "zh", "-w", "again.html");
        assertThat(folder.resolve("again.html")).hasSameBinaryContentAs(out.resolve("circular-zh.html"));
        run("mining", "report", "demo-out/findings.jsonl", "--lang", "en", "-w", "again.html");
        assertThat(folder.resolve("again.html")).hasSameBinaryContentAs(out.resolve("circular-en.html"));
    }

    /// What the command says that the demo names for trying next.
    private String explained(Bench.Result demo, String command) {
        String line = demo.err()
                .lines()
                .filter(text -> text.contains("./qingyuan " + command))
                .findFirst()
                .orElseThrow();
        return run(line.substring(line.indexOf(command)).split(" ")).out();
    }
}
