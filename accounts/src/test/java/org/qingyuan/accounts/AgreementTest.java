package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingyuan.accounts.second.SecondScreen;
import org.qingyuan.finding.Finding;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

/// The statements and the plain loops say the same of banks made by chance.
class AgreementTest {
    @TempDir
    Path folder;

    private Session open(int threads) throws IOException {
        return Session.open(new SessionOptions(folder, 512L << 20, 1L << 30, threads, List.of(folder)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void cleanBanksAgree(long seed) throws IOException {
        agree(RandomBank.of(seed, 80, 0), 1 + (int) (seed % 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void dirtyBanksAgree(long seed) throws IOException {
        agree(RandomBank.of(seed, 120, 0.004), 1 + (int) (seed % 2));
    }

    private void agree(Bank bank, int threads) throws IOException {
        Parameters parameters = Standard.of(Map.of());
        try (Session session = open(threads)) {
            Screened screened = Screened.of(session, folder, bank, parameters);
            SecondScreen second = Agreement.second(bank, parameters);
            assertThat(new TreeSet<>(screened.rejected())).isEqualTo(second.rejects());
            Agreement.assertSame(Agreement.lines(screened), second.lines());
            assertThat(screened.findings).isNotEmpty();
        }
    }

    @Test
    void theOrderOfTheRowsAndTheThreadsChangeNothingButRowNumbers() throws IOException {
        Bank bank = RandomBank.of(21, 80, 0.004);
        Parameters parameters = Standard.of(Map.of());
        List<String> first;
        List<String> second;
        try (Session session = open(1)) {
            first = written(Screened.of(session, folder, bank, parameters));
        }
        try (Session session = open(2)) {
            second = written(Screened.of(session, folder, bank.shuffled(7), parameters));
        }
        assertThat(second).isEqualTo(first);
    }

    /// Everything said, in its order, but for the rows of evidence.
    private static List<String> written(Screened screened) {
        List<String> lines = new ArrayList<>();
        for (Finding finding : screened.findings) {
            lines.add(finding.id() + " " + finding.key() + " " + finding.subject() + " " + finding.summary() + " "
                    + finding.fields() + " " + finding.evidenceCount() + " "
                    + finding.evidence().stream()
                            .map(piece -> piece.what() + piece.details())
                            .toList());
        }
        screened.outcomes.forEach(outcome -> lines.add(outcome.toString()));
        lines.add(screened.result().counters() + " " + screened.result().unknownCodes() + " "
                + screened.result().checked().rejects());
        return lines;
    }
}
