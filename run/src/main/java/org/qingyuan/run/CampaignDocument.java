package org.qingyuan.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.qingyuan.access.Actor;
import org.qingyuan.casework.cases.Campaign;
import org.qingyuan.casework.cases.CaseDesk;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.CaseQuery;
import org.qingyuan.casework.cases.CaseStore;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Language;
import org.qingyuan.report.CampaignReport;
import org.qingyuan.report.casework.CampaignCount;

/// Makes the report of a campaign from the cases that its reader may see.
public final class CampaignDocument {
    private static final int PAGE = 500;

    private final CaseDesk desk;
    private final Actor reader;

    public CampaignDocument(CaseDesk desk, Actor reader) {
        this.desk = desk;
        this.reader = reader;
    }

    /// Writes it as one HTML file.
    ///
    /// @param head where the log ends, proved
    /// @throws IOException when the file cannot be written
    public void write(String campaign, CaseStore.LogHead head, Instant at, Language language, Path file)
            throws IOException {
        CampaignCount.Model model = model(campaign, head);
        try (AtomicFile written = AtomicFile.create(file, AtomicFile.Access.SHARED)) {
            Writer out = new BufferedWriter(new OutputStreamWriter(written.stream(), StandardCharsets.UTF_8));
            CampaignReport.writeHtml(model, at, ProgramVersion.text(), language, out);
            out.flush();
            written.commit();
        }
    }

    private CampaignCount.Model model(String name, CaseStore.LogHead head) {
        return desk.store().read(reading -> {
            Campaign campaign = desk.campaign(reading, name);
            CampaignCount count = new CampaignCount();
            List<CaseFile> page = List.of();
            do {
                String after = page.isEmpty() ? null : page.getLast().head().id();
                page = reading.page(new CaseQuery(name, Set.of(), null, reader, after, PAGE));
                page.forEach(file -> count.add(file, reading.steps(file.head().id())));
            } while (page.size() == PAGE);
            return count.model(campaign, desk.store().isSingleUser(), head);
        });
    }
}
