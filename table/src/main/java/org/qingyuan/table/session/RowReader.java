package org.qingyuan.table.session;

import java.io.IOException;

/// Takes the rows of a query one by one, on the thread that asked. It must not use the session meanwhile.
@FunctionalInterface
public interface RowReader {
    /// @param row valid during this call only
    void read(Row row) throws IOException;
}
