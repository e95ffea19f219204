package org.qingyuan.report.page;

import java.util.List;

/// What a section is made of. Every text is ready to be shown but for the escaping of HTML, which the template does.
public sealed interface Block {
    /// A paragraph.
    record Paragraph(String text, Tone tone) implements Block {}

    /// How a paragraph speaks.
    enum Tone {
        PLAIN,
        /// Small print: how to read what stands above.
        NOTE,
        /// Something that limits what the figures mean.
        WARNING
    }

    /// A list of sentences.
    record Bullets(List<String> items) implements Block {}

    /// Names and values, one a line.
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String name, String value) {}

    /// The figures on top.
    record Tiles(List<Tile> tiles) implements Block {}

    /// @param detail what stands below in small print, may be blank
    record Tile(String name, String value, String detail) {}

    /// @param rows as many cells each as there are columns
    record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {
        /// Class in the style sheet: a short table is not torn between two pages.
        public String style() {
            return rows.size() <= 12 ? "scroll short" : "scroll";
        }
    }

    /// @param style class of its cells in the style sheet: `text`, `number` (flush right), `handle` (never broken)
    record Column(String title, String style) {}

    /// Bars of one unit, with their intervals where there are any.
    record Bars(BarChart chart) implements Block {}

    /// Columns over time, split into series.
    record Columns(ColumnChart chart) implements Block {}

    /// Sessions one by one.
    record Sessions(List<SessionEntry> entries) implements Block {}

    /// One session of the list.
    ///
    /// @param id its first eight digits
    /// @param evidence observed facts with packet numbers
    /// @param refutedBy marks of the sentences that say what would refute it
    record SessionEntry(
            String rank,
            String id,
            String client,
            String server,
            List<Fact> facts,
            String evidence,
            String refutedBy) {}
}
