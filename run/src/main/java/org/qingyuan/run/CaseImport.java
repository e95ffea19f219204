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
import java.util.Arrays;
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
import org.qingyuan.output.ResultJson;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;

/// Brings a file of results into the cases of a campaign. The file is read twice: for its run line and digest, then for
/// its findings.
public final class CaseImport {
    private static final int BUFFER = 1 << 16;

    private final Importing importing;

    public CaseImport(Importing importing) {
        this.importing = importing;
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
            ResultReader.read(in, file.toString(), last);
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
        Batches batches = new Batches(run);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            ResultReader.read(in, file.toString(), batches);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        return batches.flushed();
    }

    /// Gathers findings into batches; those that an earlier attempt kept are passed over.
    private final class Batches implements ResultListener {
        private final long behind;
        private final List<Importing.Found> found = new ArrayList<>();
        private ImportRun run;
        private long seen;
        private long rejected;

        Batches(ImportRun run) {
            this.run = run;
            this.behind = run.lines();
        }

        @Override
        public void finding(Finding finding) {
            if (++seen <= behind) {
                return;
            }
            byte[] line = ResultJson.line(finding);
            found.add(new Importing.Found(finding, Arrays.copyOf(line, line.length - 1)));
            if (found.size() == Importing.BATCH) {
                flushed();
            }
        }

        @Override
        public void rejected(Reject reject) {
            if (seen >= behind && reject.reason() != RejectReason.CUT_OFF) {
                rejected++;
            }
        }

        ImportRun flushed() {
            run = importing.keep(run, List.copyOf(found), seen, rejected);
            found.clear();
            rejected = 0;
            return run;
        }
    }
}
