package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    Path folder;

    @Test
    void bashAcceptsTheScriptAndItKnowsEveryFlag() throws IOException, InterruptedException {
        Bench.Result result = new Bench(folder).run("completion", "bash");
        assertThat(result.code()).isZero();
        for (Flag flag : Flag.values()) {
            assertThat(result.out()).contains(flag.text());
        }
        Path script = Files.writeString(folder.resolve("qingyuan.bash"), result.out());
        Path said = folder.resolve("said");
        int code = new ProcessBuilder("bash", "-n", script.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        assertThat(code).as(Files.readString(said)).isZero();
    }

    @Test
    void scriptIsTheSameEachTime() {
        assertThat(new Bench(folder).run("completion", "bash").out())
                .isEqualTo(new Bench(folder).run("completion", "bash").out());
    }

    @Test
    void anotherShellIsRefused() {
        assertThat(new Bench(folder).run("completion", "fish").code()).isEqualTo(2);
    }
}
