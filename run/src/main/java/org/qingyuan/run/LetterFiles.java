package org.qingyuan.run;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.notice.Announcement;
import org.qingyuan.casework.notice.Announcing;
import org.qingyuan.output.AtomicFile;
import org.qingyuan.output.Language;
import org.qingyuan.report.LetterDocument;
import org.qingyuan.report.page.LetterPage;

/// Writes letters and announcements as pages to print. Used by one thread.
public final class LetterFiles {
    private final Map<Language, LetterDocument> documents = new EnumMap<>(Language.class);

    /// A letter; its folder is made where there is none.
    ///
    /// @param id of the letter
    /// @param policy `name@version`
    public void write(Path file, String text, String id, String policy, Language language) {
        write(file, text, null, new LetterDocument.Origin(id, policy, ProgramVersion.text()), language);
    }

    /// An announcement with its masked list.
    public void write(Path file, Announcing announcing, Announcement announcement, String policy, Language language) {
        List<LetterPage.Line> lines = new ArrayList<>();
        announcing.lines(
                announcement,
                line -> lines.add(new LetterPage.Line(
                        line.recipient(), line.subject(), language == Language.EN ? line.foundEn() : line.foundZh())));
        write(
                file,
                announcing.text(announcement, LetterPage.LIST, language.code()),
                lines,
                new LetterDocument.Origin(announcement.id(), policy, ProgramVersion.text()),
                language);
    }

    private void write(
            Path file,
            String text,
            @Nullable List<LetterPage.Line> lines,
            LetterDocument.Origin origin,
            Language language) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (AtomicFile written = AtomicFile.create(file, AtomicFile.Access.PRIVATE)) {
                Writer out = new BufferedWriter(new OutputStreamWriter(written.stream(), StandardCharsets.UTF_8));
                documents.computeIfAbsent(language, LetterDocument::new).writeHtml(text, lines, origin, out);
                out.flush();
                written.commit();
            }
        } catch (IOException e) {
            throw FileFaults.writing(file, e);
        }
    }
}
