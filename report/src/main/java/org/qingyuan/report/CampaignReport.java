package org.qingyuan.report;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.casework.CampaignCount;
import org.qingyuan.report.page.CampaignPage;
import org.qingyuan.report.page.Wording;

/// The report of a campaign.
public final class CampaignReport {
    private CampaignReport() {}

    /// One HTML file without scripts or outside resources; the writer stays open. It says that it is UTF-8.
    ///
    /// @param at when it is made
    /// @param version of the program
    public static void writeHtml(CampaignCount.Model model, Instant at, String version, Language language, Writer out)
            throws IOException {
        Messages messages = Messages.load(language, model.campaign().zone());
        Circular.write(CampaignPage.of(model, at, version, new Wording(messages, Regions.builtIn())), out);
    }
}
