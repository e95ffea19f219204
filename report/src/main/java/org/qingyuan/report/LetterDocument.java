package org.qingyuan.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.page.LetterPage;
import org.qingyuan.report.page.Wording;
import org.qingyuan.report.template.JteletterGenerated;

/// Writes letters and announcements in one language, each as one HTML file with a print style, without scripts or
/// outside resources. Whatever
/// stands in its text is text.
public final class LetterDocument {
    private final Wording wording;

    /// For any number of letters in one language.
    public LetterDocument(Language language) {
        this.wording = new Wording(Messages.load(language, ZoneOffset.UTC), Regions.builtIn());
    }

    /// What the footer names.
    ///
    /// @param id of the letter or announcement
    /// @param policy `name@version`
    /// @param version of the program
    public record Origin(String id, String policy, String version) {}

    /// @param text of the letter; [LetterPage#LIST] stands where the list goes
    /// @param lines of the list, `null` where there is none
    /// @param out stays open
    public void writeHtml(String text, @Nullable List<LetterPage.Line> lines, Origin origin, Writer out)
            throws IOException {
        String footer = wording.say(
                "report.letter.footer",
                Map.of(
                        "id",
                        wording.exact(origin.id()),
                        "policy",
                        wording.exact(origin.policy()),
                        "version",
                        wording.exact(origin.version())));
        LetterPage page = LetterPage.of(text, lines, footer, wording);
        try {
            JteletterGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, page);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
