package org.qingyuan.casework.campaign;

import org.qingyuan.finding.Finding;

/// Reads a kept line back into the finding that it was; the reader of results lives elsewhere.
@FunctionalInterface
public interface FindingParser {
    /// @throws IllegalArgumentException when the line is no finding
    Finding parse(byte[] line);
}
