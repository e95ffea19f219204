package org.qingyuan.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.output.Language;
import org.qingyuan.output.Messages;
import org.qingyuan.registry.Factors;
import org.qingyuan.registry.HardwareTable;
import org.qingyuan.registry.Regions;
import org.qingyuan.report.circular.CircularModel;
import org.qingyuan.report.circular.Circulars;
import org.qingyuan.report.circular.ResultSource;
import org.qingyuan.report.page.CircularPage;
import org.qingyuan.report.page.Page;
import org.qingyuan.report.page.Wording;
import org.qingyuan.report.template.JtecircularGenerated;

/// The circular (通报) on mining: one HTML file without scripts or outside resources, computed from results alone. The
/// same results, language and zone give the same bytes, whether they come from a scan or from a file.
public final class Circular {
    private Circular() {}

    /// The numbers, with the tables that come with the program.
    ///
    /// @param zone for days, months and dated tables; `null` = the one of the first run line
    /// @throws IOException when a source cannot be read
    public static CircularModel model(List<? extends ResultSource> sources, @Nullable ZoneId zone) throws IOException {
        return new Circulars(zone, HardwareTable.builtIn(), Factors.builtIn()).model(sources);
    }

    /// Computes the circular and writes it; the writer stays open. It says that it is UTF-8.
    ///
    /// @param zone as for [#model]
    /// @throws IOException when a source cannot be read or the text not be written
    public static void write(List<? extends ResultSource> sources, Language language, @Nullable ZoneId zone, Writer out)
            throws IOException {
        write(model(sources, zone), language, out);
    }

    /// Writes a circular that is computed already.
    ///
    /// @throws IOException when the text cannot be written
    public static void write(CircularModel model, Language language, Writer out) throws IOException {
        ZoneId zone = model.header().zone();
        Wording wording = new Wording(Messages.load(language, zone), Regions.builtIn());
        write(CircularPage.of(model, wording), out);
    }

    static void write(Page page, Writer out) throws IOException {
        try {
            JtecircularGenerated.render(new OwaspHtmlTemplateOutput(new WriterOutput(out)), null, page);
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
