package org.qingyuan.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.qingyuan.accounts.generate.BankGenerator;
import org.qingyuan.accounts.generate.BankRequest;
import org.qingyuan.accounts.generate.Layout;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Format;
import org.qingyuan.output.FormatOptions;
import org.qingyuan.output.Language;
import org.qingyuan.output.ResultWriter;

/// The demo's bank: made, screened by the newspaper's standard, and reported in both languages.
public final class DemoBank {
    public static final String EXTRACT = "bank";
    public static final String FINDINGS = "accounts.jsonl";
    private static final String POLICY = "cn-rural-2021";
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final int CUSTOMERS = 500;

    private final Path folder;
    private final ZoneId zone;

    /// @param folder where everything goes; made when it does not exist
    public DemoBank(Path folder, ZoneId zone) {
        this.folder = folder;
        this.zone = zone;
    }

    /// The report in one language.
    public static String report(Language language) {
        return "accounts-" + language.code() + ".html";
    }

    /// Runs it.
    ///
    /// @param options how the JSON lines are written
    public AccountOutcome run(FormatOptions options, int threads, Path temporary, AccountProgress progress)
            throws IOException {
        Path extract = folder.resolve(EXTRACT);
        new BankGenerator(new BankRequest(CUSTOMERS, 1, AS_OF, true, Layout.CANONICAL)).write(extract);
        AccountRequest request = new AccountRequest(
                extract,
                null,
                AccountPolicy.of(POLICY, folder, AS_OF, List.of()),
                "",
                true,
                true,
                RejectLimit.STANDARD,
                false,
                options.reveal(),
                threads,
                temporary);
        AccountOutcome outcome;
        try (AtomicFile file = AtomicFile.create(folder.resolve(FINDINGS), AtomicFile.Access.PRIVATE)) {
            ResultWriter lines = Format.JSONL.openAccounts(file.stream(), options);
            outcome = new AccountRun(request, lines, null, progress).run();
            lines.close();
            file.commit();
        }
        for (Language language : Language.values()) {
            AccountDocument.write(List.of(folder.resolve(FINDINGS)), language, zone, folder.resolve(report(language)));
        }
        return outcome;
    }
}
