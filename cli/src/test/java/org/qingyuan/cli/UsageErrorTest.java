package org.qingyuan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageErrorTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing                                    | nothing: no such command
            mining nothing                             | mining nothing: no such command
            mining scan                                | FILE|DIR|- is missing
            mining scan --frm x a                      | close to it: --from
            mining scan a --from                       | --from needs a value
            mining scan a --site x --site y            | --site is given twice
            mining scan a --from yesterday             | --from: yesterday is not an instant
            mining scan a --session-idle 0s            | --session-idle: 0s is not a positive span
            mining scan a --max-flows 0                | --max-flows: 0 is not within 1 to
            mining scan a --net 10.0.0.1/8             | --net: 10.0.0.1/8 is not a network
            mining scan a --zone Mars/Olympus          | --zone: Mars/Olympus is not a time zone
            mining scan a --format xml                 | --format: xml is not a format
            mining scan a --fail-on awful              | --fail-on: awful is not a severity
            mining scan a --lang fr                    | --lang: fr is not a language
            mining explain 83dcd9a --in x              | 83dcd9a is not an id
            mining explain 83dcd9a9                    | --in is missing
            mining explain 83dcd9a9 83dcd9a9 --in x    | 83dcd9a9 is not expected here
            mining extract 83dcd9a9 --in x             | --write is missing
            generate traffic                           | --write is missing
            generate traffic -w x --scenario nonsense  | there is no scenario nonsense
            """)
    void whatCannotBeUnderstoodEndsWithTwoAndOneLine(String line, String says) {
        Bench.Result result = new Bench(folder).run(line.split(" +"));
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("qingyuan: ").contains(says).hasLineCount(1);
    }

    @Test
    void aMissingResultFileIsBadData() {
        Bench.Result result = new Bench(folder).run("mining", "explain", "83dcd9a9", "--in", "no.jsonl");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("no.jsonl").hasLineCount(1);
    }

    @Test
    void errorsSpeakTheLanguageAskedFor() {
        assertThat(new Bench(folder).run("mining", "scan", "--lang", "zh").err())
                .contains("缺少");
    }

    @Test
    void anArgumentThatBeginsWithAnAtSignIsAName() {
        assertThat(new Bench(folder).run("mining", "scan", "@list").err()).contains("@list");
    }
}
