package org.qingyuan.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Finding;
import org.qingyuan.finding.Reject;
import org.qingyuan.output.Masking;
import org.qingyuan.output.RejectWriter;
import org.qingyuan.output.ResultSpool;
import org.qingyuan.output.ResultWriter;
import org.qingyuan.traffic.CaptureInput;
import org.qingyuan.traffic.ScanResult;
import org.qingyuan.traffic.TrafficScan;
import org.qingyuan.traffic.mining.MiningObservers;

/// Looks for mining in captures: finds the inputs, reads two at once, writes findings in the order of the results and
/// the run line last. A single pipe is written as it happens. Used once.
public final class MiningScan {
    private final ScanRequest request;
    private final ResultWriter results;
    private final @Nullable RejectWriter rejects;
    private final ScanProgress progress;
    private final ScanTally tally = new ScanTally();

    /// @param results takes findings and the run line; stays open
    /// @param rejects takes what could not be used one by one, `null` when nobody asked
    public MiningScan(
            ScanRequest request, ResultWriter results, @Nullable RejectWriter rejects, ScanProgress progress) {
        this.request = request;
        this.results = results;
        this.rejects = rejects;
        this.progress = progress;
    }

    /// Runs to the end of the inputs or until it is cancelled.
    ///
    /// @throws IOException when results cannot be written; what is wrong with an input stands in the run line
    public ScanOutcome run() throws IOException {
        List<NamedCapture> captures = CaptureSearch.find(request.captures(), request.base(), request.stdin());
        List<CaptureInput> inputs = captures.stream().map(NamedCapture::input).toList();
        ProgressSum sum = new ProgressSum(progress, inputs);
        TrafficScan scan = new TrafficScan(
                request.parameters(),
                request.limits(),
                new MiningObservers(request.references()),
                request.references().registry()::prefixAt);
        if (request.continuous()) {
            readContinuously(scan, inputs, sum);
        } else if (captures.size() == 1 && captures.getFirst().isStream()) {
            readLive(scan, inputs.getFirst(), sum);
        } else {
            readApart(scan, inputs, sum);
        }
        ScanOutcome outcome = tally.outcome(request, !progress.cancelled());
        results.run(outcome.run());
        return outcome;
    }

    private void readApart(TrafficScan scan, List<CaptureInput> inputs, ProgressSum sum) throws IOException {
        try (FileScans scans = new FileScans(request, scan, inputs, sum)) {
            while (scans.hasNext()) {
                FileScans.Scanned scanned = scans.next();
                if (scanned == null) {
                    continue;
                }
                try (ResultSpool findings = scanned.findings()) {
                    findings.drain(results);
                }
                add(scanned.result(), scanned.gathering());
            }
        }
    }

    private void readContinuously(TrafficScan scan, List<CaptureInput> inputs, ProgressSum sum) throws IOException {
        Masking masking = Masking.forData(request.revealed());
        try (ResultSpool spool = new ResultSpool(request.temporary(), ResultSpool.DEFAULT_BYTES, masking)) {
            Gathering gathering = new Gathering();
            ScanResult result = scan.scanContinuous(inputs, sum.listener(finding -> {
                gathering.add(finding);
                FileScans.spool(spool, finding);
            }));
            spool.drain(results);
            add(result, gathering);
        } catch (UncheckedIOException e) {
            throw ScanFaults.asIo(e);
        }
    }

    private void readLive(TrafficScan scan, CaptureInput input, ProgressSum sum) throws IOException {
        Gathering gathering = new Gathering();
        try {
            CaptureInput ending = new CaptureInput(
                    input.name(),
                    input.size(),
                    () -> new PipeChannel(input.opener().open(), progress::cancelled));
            add(
                    scan.scan(ending, sum.listener(finding -> {
                        gathering.add(finding);
                        tell(finding);
                    })),
                    gathering);
        } catch (UncheckedIOException e) {
            throw ScanFaults.asIo(e);
        }
    }

    private void tell(Finding finding) {
        try {
            results.finding(finding);
            results.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(ScanResult result, Gathering gathering) throws IOException {
        tally.add(result, gathering);
        if (rejects != null) {
            for (Reject reject : result.rejected()) {
                rejects.write(reject);
            }
        }
    }
}
