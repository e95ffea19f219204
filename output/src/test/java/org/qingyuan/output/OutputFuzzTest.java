package org.qingyuan.output;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Outcome;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;

/// Any bytes as a file of results: nothing is thrown, what is read can be written in every format, and what is written
/// reads and writes the same.
class OutputFuzzTest {
    private static final Messages MESSAGES = Messages.load(Language.ZH, ZoneOffset.UTC);

    @FuzzTest(maxDuration = "20s")
    void readsAnything(byte[] bytes) {
        ResultReader.read(bytes, "fuzz", new ResultListener() {
            @Override
            public void finding(Finding finding) {
                byte[] once = ResultJson.line(finding);
                same(once, ResultJson.line(ResultReader.finding(once)));
                write(finding);
            }

            @Override
            public void outcome(Outcome outcome) {
                ResultJson.line(Masking.forPeople(false).mask(outcome));
            }

            @Override
            public void run(RunSummary run) {
                ResultJson.line(Masking.forPeople(false).mask(run));
                RunNotes.lines(run, MESSAGES);
            }

            @Override
            public void rejected(Reject reject) {
                Masking.forData(false).mask(reject);
            }
        });
    }

    private static void write(Finding finding) {
        MESSAGES.text(finding.summary());
        for (Format format : Format.values()) {
            try (ResultWriter writer = format.open(
                    new ByteArrayOutputStream(), new FormatOptions(false, MESSAGES, 80, true, note -> {}))) {
                writer.finding(finding);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void same(byte[] once, byte[] twice) {
        if (!Arrays.equals(once, twice)) {
            throw new AssertionError(
                    "reading and writing changed " + new String(once, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
