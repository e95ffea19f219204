package org.qingyuan.cli;

import java.util.Map;
import org.qingyuan.run.AccountProgress;

/// One line on a terminal that says which step of a screening runs. Shows nothing where standard error is no terminal.
final class StepLine implements AccountProgress {
    private static final String ERASE = "\r\u001b[K";

    private final Context context;
    private final ProgressLine clock;
    private final boolean isShown;
    private boolean isOnScreen;

    StepLine(Context context) {
        this.context = context;
        this.clock = new ProgressLine(context);
        this.isShown =
                context.environment().errIsTerminal() && !context.arguments().has(Flag.QUIET);
    }

    @Override
    public void step(String step, int done, int total) {
        if (isShown) {
            isOnScreen = true;
            String what = context.messages().word("rule", context.messages().word("step.accounts", step));
            Map<String, Object> values = Map.of("step", what, "done", (long) done, "total", (long) total);
            context.console().err().print(ERASE + context.messages().text("cli.progress.steps", values));
            context.console().err().flush();
        }
    }

    @Override
    public boolean cancelled() {
        return clock.cancelled();
    }

    /// Takes the line off the screen.
    void erase() {
        if (isOnScreen) {
            context.console().err().print(ERASE);
            context.console().err().flush();
            isOnScreen = false;
        }
    }

    /// How long it took and how much memory, as a sentence.
    String taken() {
        return clock.taken();
    }
}
