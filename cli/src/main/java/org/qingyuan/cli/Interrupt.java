package org.qingyuan.cli;

/// Whether the user wants to stop. Raised from any thread, never taken back.
final class Interrupt {
    private volatile boolean raised;

    void raise() {
        raised = true;
    }

    boolean isRaised() {
        return raised;
    }
}
