package org.qingyuan.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.finding.RunSummary;
import org.qingyuan.output.ResultListener;
import org.qingyuan.output.ResultReader;

/// Looks a finding up in files of results by its id or the first 8 or more digits of it. Reads every file to its end,
/// so that digits which fit two findings are told.
public final class FindingSearch implements ResultListener {
    public static final int MIN_DIGITS = 8;
    private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{" + MIN_DIGITS + ",32}");

    /// More ids than this need not be remembered to tell that the digits do not suffice.
    private static final int MAX_FOUND = 16;

    private final String digits;
    private final Map<String, Found> found = new LinkedHashMap<>();
    private final Map<String, Finding> awaitingRun = new LinkedHashMap<>();

    /// A finding and the run line of the results that hold it.
    ///
    /// @param run `null` when the results were cut off
    public record Found(Finding finding, @Nullable RunSummary run) {}

    private FindingSearch(String digits) {
        this.digits = digits;
    }

    /// Whether the text can be an id or the beginning of one.
    public static boolean isId(String text) {
        return DIGITS.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /// @param id as [#isId] accepts it
    /// @throws Failure when no finding has it, when several have, or when a file cannot be read
    public static Found find(String id, List<Path> results) {
        FindingSearch search = new FindingSearch(id.toLowerCase(Locale.ROOT));
        for (Path file : results) {
            search.read(file);
        }
        return search.only(id, results);
    }

    private void read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ResultReader.read(in, file.toString(), this);
        } catch (IOException e) {
            throw FileFaults.reading(file, e);
        }
        settle(null);
    }

    @Override
    public void finding(Finding finding) {
        if (finding.id().startsWith(digits) && awaitingRun.size() < MAX_FOUND) {
            awaitingRun.put(finding.id(), finding);
        }
    }

    @Override
    public void run(RunSummary run) {
        settle(run);
    }

    @Override
    public void rejected(Reject reject) {
        // a damaged line is not what was asked for; the report says how many there are
    }

    private void settle(@Nullable RunSummary run) {
        awaitingRun.values().forEach(finding -> found.putIfAbsent(finding.id(), new Found(finding, run)));
        awaitingRun.clear();
    }

    private Found only(String id, List<Path> results) {
        if (found.size() == 1) {
            return found.values().iterator().next();
        }
        ErrorCode code = found.isEmpty() ? ErrorCode.FINDING_UNKNOWN : ErrorCode.FINDING_AMBIGUOUS;
        String where = String.join(", ", results.stream().map(Path::toString).toList());
        throw new Failure(code, Map.of("where", where, "what", id));
    }
}
