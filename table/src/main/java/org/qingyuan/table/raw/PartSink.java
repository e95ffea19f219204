package org.qingyuan.table.raw;

import java.io.IOException;
import java.nio.file.Path;

/// Takes the parts of a staged file as they become whole.
interface PartSink {
    /// A staged part.
    ///
    /// @param plan whose columns its fields are, behind the row's number and how far its line is ahead of it
    /// @param escaped whether fields hold escapes
    record Part(Path path, int fileNo, StagePlan plan, boolean escaped) {}

    /// Rows that cannot be read: the columns of the reject relation, the reading behind the line, as text.
    record RejectPart(Path path, int fileNo, TableShape shape) {}

    void rows(Part part) throws IOException, InterruptedException;

    void rejects(RejectPart part) throws IOException, InterruptedException;
}
