package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.accounts.GeneratedBank.Form;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// A bank that does not fit into memory is screened like any other. With `./test --long`.
@EnabledIfSystemProperty(named = "qingyuan.long", matches = "true")
class SpillTest {
    private static final long CUSTOMERS = 300_000;

    @TempDir
    Path folder;

    private long spilled;

    @Test
    void aBankLargerThanMemorySaysTheSameAndLeavesNothing() throws IOException {
        Path made = Files.createDirectory(folder.resolve("made"));
        GeneratedBank bank = new GeneratedBank(made, Form.UTF8, CUSTOMERS, 5, true);
        Path extract = Files.createDirectory(folder.resolve("extract"));
        Set<String> plenty = screen(bank, extract, 6L << 30);
        assertThat(spilled).isZero();
        assertThat(screen(bank, extract, 300L << 20)).isEqualTo(plenty);
        assertThat(spilled).isPositive();
        assertThat(plenty).hasSizeGreaterThan(1000);
    }

    private Set<String> screen(GeneratedBank bank, Path extract, long memory) throws IOException {
        Path own;
        Set<String> lines = new TreeSet<>();
        try (Session session = Session.open(new SessionOptions(folder, memory, 20L << 30, 2, List.of(folder)))) {
            own = session.folder();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
                    .isEqualTo("rwx------");
            Screened screened = new Screened();
            screened.atStep = () -> spilled = Math.max(spilled, bytes(own));
            screened.result = new AccountScreen(Packs.RURAL.at(GeneratedBank.AS_OF), new ScreenOptions(false, true))
                    .screen(session, bank.open(session, extract, bank.whole(), null), screened);
            lines.addAll(Agreement.lines(screened));
        }
        assertThat(own).doesNotExist();
        return lines;
    }

    private static long bytes(Path own) {
        try (Stream<Path> files = Files.list(own.resolve("spill"))) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
