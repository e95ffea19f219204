package org.qingyuan.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingyuan.finding.Finding;
import org.qingyuan.table.session.Session;
import org.qingyuan.table.session.SessionOptions;

class LongInactiveTest {
    @TempDir
    Path folder;

    private Screened screen(Bank bank) throws IOException {
        try (Session session = Session.open(new SessionOptions(folder, 256L << 20, 1L << 30, 2, List.of(folder)))) {
            return Screened.of(session, folder, bank, Standard.of(Map.of()));
        }
    }

    @Test
    void namesTheAccountWithWhatProvesIt() throws IOException {
        Screened screened = screen(
                new Bank().customer("C1").account("A1", "C1").booking("T1", "A1", "booked_at=2023-06-30T10:15:00"));
        Finding finding = screened.findings.getFirst();
        assertThat(finding.key()).isEqualTo("accounts/long-inactive/E1/A1");
    }
}
