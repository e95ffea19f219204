package org.qingyuan.report.page;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A letter or an announcement as a page: its first line on top, then its paragraphs, with a table where the list goes.
///
/// @param lang language tag of HTML, `zh-CN` or `en`
/// @param before paragraphs; lines of one are kept
/// @param table `null` where there is no list
/// @param footer what the document is, for whoever holds the paper
public record LetterPage(
        String lang,
        String title,
        List<String> before,
        Block.@Nullable Table table,
        List<String> after,
        String footer) {
    /// Stands for the list in a text; no value that comes from outside can hold it.
    public static final String LIST = "\u0000list\u0000";

    /// A line of a list.
    ///
    /// @param recipient masked, blank where it is not known
    /// @param subject masked
    public record Line(String recipient, String subject, String found) {}

    /// @param text its first line is the title; paragraphs are parted by blank lines
    /// @param lines `null` where there is no list
    public static LetterPage of(String text, @Nullable List<Line> lines, String footer, Wording wording) {
        String[] parts = text.strip().split("\n", 2);
        String body = parts.length < 2 ? "" : parts[1];
        int list = body.indexOf(LIST);
        return new LetterPage(
                wording.isChinese() ? "zh-CN" : "en",
                wording.exact(parts[0].strip()),
                paragraphs(list < 0 ? body : body.substring(0, list), wording),
                lines == null ? null : table(lines, wording),
                list < 0 ? List.of() : paragraphs(body.substring(list + LIST.length()), wording),
                footer);
    }

    private static List<String> paragraphs(String text, Wording wording) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\n\\s*\n")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph
                        .strip()
                        .lines()
                        .map(wording::exact)
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse(""));
            }
        }
        return paragraphs;
    }

    private static Block.Table table(List<Line> lines, Wording wording) {
        Tables table = new Tables(wording, "announced")
                .number("order")
                .text("listedHolder")
                .handle("listedAccount")
                .text("listedReason");
        int order = 0;
        for (Line line : lines) {
            order++;
            table.row(
                    wording.humans().count(order),
                    line.recipient().isEmpty() ? Wording.NONE : wording.exact(line.recipient()),
                    wording.exact(line.subject()),
                    wording.exact(line.found()));
        }
        return table.block();
    }
}
