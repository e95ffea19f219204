package org.qingyuan.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.campaign.Importing;
import org.qingyuan.casework.cases.ImportRun;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RejectReason;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.FindingsByKey;
import org.qingyuan.output.ResultJson;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;

/// Brings a file of results into the cases of a campaign. The file is read twice: for its run line and digest, then for
/// its findings, which come by their keys, so that what belongs to one case is kept together. While a second thread
/// keeps
/// some of them, the next are read.
public final class CaseImport {
    private static final int BUFFER = 1 << 16;

    /// A batch ends where its lines come to so many bytes.
    private static final long MAX_BATCH_BYTES = 8 << 20;

    private final Importing importing;
    private final Path temporary;

    /// @param temporary where temporary files go
    public CaseImport(Importing importing, Path temporary) {
        this.importing = importing;
        this.temporary = temporary;
    }

    /// What is brought.
    ///
    /// @param isIncompleteTaken whether a file without run line is taken, and every case that it touches says so
    public record Request(String campaign, Path file, boolean isIncompleteTaken) {}

    /// What a file says of itself.
    ///
    /// @param run `null` when it was cut off
    public record Outline(String sha256, @Nullable RunSummary run) {}

    /// Reads a file to its end.
    ///
    /// @throws Failure when it cannot be read
    public static Outline outline(Path file) {
        RunLine last = new RunLine();
        MessageDigest digest = sha256();
        try (InputStream in =
                new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER), digest)) {
            ResultReader.readRun(in, file.toString(), last);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return new Outline(HexFormat.of().formatHex(digest.digest()), last.isWhole ? last.run : null);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every JDK has SHA-256", e);
        }
    }

    private static final class RunLine implements ResultListener {
        private @Nullable RunSummary run;
        private boolean isWhole = true;

        @Override
        public void finding(Finding finding) {
            // the second reading takes it
        }

        @Override
        public void run(RunSummary summary) {
            run = summary;
        }

        @Override
        public void rejected(Reject reject) {
            isWhole &= reject.reason() != RejectReason.CUT_OFF;
        }
    }

    /// @throws Failure `FINDINGS_CUT_OFF` when the file has no run line and that is not allowed
    public ImportRun run(Request request, Importing.Act who) {
        Outline outline = outline(request.file());
        RunSummary summary = outline.run();
        if (summary == null && !request.isIncompleteTaken()) {
            throw new Failure(
                    ErrorCode.FINDINGS_CUT_OFF, Map.of("where", request.file().toString(), "what", "--incomplete"));
        }
        ImportRun run = importing.begin(
                request.campaign(),
                request.file().getFileName() == null
                        ? ""
                        : request.file().getFileName().toString(),
                outline.sha256(),
                summary == null ? "" : summary.site(),
                summary == null ? "" : new String(ResultJson.line(summary), UTF_8).stripTrailing(),
                who);
        if (run.isDone()) {
            return run;
        }
        return importing.finish(run.lines() < 0 ? run : keepAll(request.file(), run), who);
    }

    private ImportRun keepAll(Path file, ImportRun run) {
        try (KeepThread keeping = new KeepThread(importing, run)) {
            Batches batches = new Batches(keeping, run.lines());
            return batches.finished(read(file, batches));
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
    }

    private long read(Path file, Batches batches) throws IOException {
        if (!FindingsByKey.needsFolder(file)) {
            return FindingsByKey.read(file, temporary, batches);
        }
        try (PrivateFolder folder = PrivateFolder.create(temporary)) {
            return FindingsByKey.read(file, folder.path(), batches);
        }
    }

    /// Gathers findings into batches; those that an earlier attempt kept are passed over.
    private static final class Batches implements FindingsByKey.Listener {
        private final KeepThread keeping;
        private final long behind;
        private List<Importing.Found> found = new ArrayList<>();
        private long bytes;
        private long seen;

        Batches(KeepThread keeping, long behind) {
            this.keeping = keeping;
            this.behind = behind;
        }

        @Override
        public void finding(Finding finding, byte[] line) {
            if (++seen <= behind) {
                return;
            }
            found.add(new Importing.Found(finding, line));
            bytes += line.length;
            if (found.size() == Importing.BATCH || bytes >= MAX_BATCH_BYTES) {
                keeping.keep(found, seen);
                found = new ArrayList<>();
                bytes = 0;
            }
        }

        ImportRun finished(long rejected) {
            return keeping.keepLast(found, seen, rejected);
        }
    }
}
