package org.qingyuan.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;

class FindingSearchTest {
    private static final Path KEPT = Path.of("src/test/resources/goldens/cryptonote-one-share/expected.jsonl");

    @TempDir
    Path folder;

    private String id = "";
    private List<String> lines = List.of();

    @BeforeEach
    void readKeptLines() throws IOException {
        lines = Files.readAllLines(KEPT);
        id = lines.getFirst().replaceAll(".*?\"id\":\"([0-9a-f]{32})\".*", "$1");
    }

    private Path results(String name, String... content) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", content) + "\n");
    }

    private static ErrorCode failure(String id, Path... files) {
        return assertThatThrownBy(() -> FindingSearch.find(id, List.of(files)))
                .asInstanceOf(InstanceOfAssertFactories.type(Failure.class))
                .extracting(Failure::code)
                .actual();
    }

    @Test
    void eightDigitsWillDoAndSevenWillNot() {
        assertThat(FindingSearch.isId(id.substring(0, 8))).isTrue();
        assertThat(FindingSearch.isId(id.substring(0, 7))).isFalse();
        assertThat(FindingSearch.isId(id)).isTrue();
        assertThat(FindingSearch.isId(id + "0")).isFalse();
        assertThat(FindingSearch.isId("g" + id.substring(1))).isFalse();
    }

    @Test
    void findsByTheBeginningInAnyCaseWithTheRunLineBehindIt() throws IOException {
        FindingSearch.Found found =
                FindingSearch.find(id.substring(0, 8).toUpperCase(java.util.Locale.ROOT), List.of(KEPT));
        assertThat(found.finding().id()).isEqualTo(id);
        assertThat(found.run()).isNotNull();
    }

    @Test
    void resultsThatWereCutOffGiveTheFindingWithoutARunLine() throws IOException {
        Path cut = results("cut.jsonl", lines.getFirst());
        assertThat(FindingSearch.find(id, List.of(cut)).run()).isNull();
    }

    @Test
    void theSameFindingInTwoFilesIsOne() throws IOException {
        Path copy = results("copy.jsonl", lines.toArray(String[]::new));
        assertThat(FindingSearch.find(id, List.of(KEPT, copy)).finding().id()).isEqualTo(id);
    }

    @Test
    void digitsThatFitTwoFindingsAreTold() throws IOException {
        String other = id.substring(0, 8) + "0".repeat(24);
        Path two = results("two.jsonl", lines.getFirst(), lines.getFirst().replace(id, other), lines.getLast());
        assertThat(failure(id.substring(0, 8), two)).isEqualTo(ErrorCode.FINDING_AMBIGUOUS);
        assertThat(FindingSearch.find(id, List.of(two)).finding().id()).isEqualTo(id);
    }

    @Test
    void anIdThatIsNotThereIsTold() {
        assertThat(failure("00000000", KEPT)).isEqualTo(ErrorCode.FINDING_UNKNOWN);
    }

    @Test
    void aFileThatIsNotThereIsTold() {
        assertThat(failure(id, folder.resolve("missing.jsonl"))).isEqualTo(ErrorCode.FILE_NOT_FOUND);
    }
}
