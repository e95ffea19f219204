package org.qingyuan.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingyuan.output.Messages;
import org.qingyuan.run.ScanProgress;

/// One line on a terminal that says how far a scan is: done of total, rate, time left, findings so far. Shows nothing
/// where standard error is no terminal.
final class ProgressLine implements ScanProgress {
    private static final long MIN_NANOS = 150_000_000L;
    private static final String ERASE = "\r\u001b[K";

    private final Context context;
    private final boolean isShown;
    private final long startNanos;
    private long shownNanos;
    private boolean isOnScreen;

    ProgressLine(Context context) {
        this.context = context;
        this.isShown =
                context.environment().errIsTerminal() && !context.arguments().has(Flag.QUIET);
        this.startNanos = context.environment().nanoTime().getAsLong();
        this.shownNanos = startNanos;
    }

    @Override
    public boolean cancelled() {
        return context.environment().interrupt().isRaised();
    }

    @Override
    public synchronized void progress(long doneBytes, long totalBytes, long findings) {
        long now = context.environment().nanoTime().getAsLong();
        if (!isShown || now - shownNanos < MIN_NANOS) {
            return;
        }
        shownNanos = now;
        isOnScreen = true;
        context.console().err().print(ERASE + text(doneBytes, totalBytes, findings, now - startNanos));
        context.console().err().flush();
    }

    private String text(long done, long total, long findings, long nanos) {
        Messages messages = context.messages();
        double perSecond = done * 1e9 / Math.max(1, nanos);
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("done", messages.humans().bytes(done));
        values.put("rate", messages.humans().bytes((long) perSecond));
        values.put("findings", findings);
        if (total < 0) {
            return messages.text("cli.progress.pipe", values);
        }
        values.put("total", messages.humans().bytes(total));
        long left = perSecond < 1 ? 0 : (long) (Math.max(0, total - done) / perSecond);
        values.put("left", Duration.ofSeconds(left).toString().substring(2).toLowerCase(java.util.Locale.ROOT));
        return messages.text("cli.progress.files", values);
    }

    /// Takes the line off the screen.
    synchronized void erase() {
        if (isOnScreen) {
            context.console().err().print(ERASE);
            context.console().err().flush();
            isOnScreen = false;
        }
    }

    /// How long it took and how much memory, as a sentence.
    String taken() {
        Environment environment = context.environment();
        long nanos = environment.nanoTime().getAsLong() - startNanos;
        double seconds = Math.round(nanos / 1e7) / 100.0;
        long peak = environment.peakBytes().getAsLong();
        return peak < 0
                ? context.messages().text("cli.taken", Map.of("seconds", seconds))
                : context.messages()
                        .text(
                                "cli.taken-memory",
                                Map.of(
                                        "seconds",
                                        seconds,
                                        "memory",
                                        context.messages().humans().bytes(peak)));
    }
}
