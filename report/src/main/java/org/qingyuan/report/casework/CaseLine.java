package org.qingyuan.report.casework;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.finding.Moment;

/// One case as an object for programs.
public final class CaseLine {
    private CaseLine() {}

    /// Fields in the order of the documentation: `record schema caseId key campaign organisation state version openedAt
    /// dueAt findings steps`.
    ///
    /// @param findings ids of its findings
    public static Map<String, @Nullable Object> of(CaseFile file, List<String> findings) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("record", "case");
        line.put("schema", 1);
        line.put("caseId", file.head().id());
        line.put("key", file.head().key());
        line.put("campaign", file.head().campaign());
        String organisation = file.head().place().organisation();
        line.put("organisation", organisation.isEmpty() ? null : organisation);
        line.put("state", file.status().state().word());
        line.put("version", file.status().version());
        line.put("openedAt", new Moment.At(file.head().openedAt(), false));
        Instant due = file.status().dueAt();
        line.put("dueAt", due == null ? null : new Moment.At(due, false));
        line.put("findings", findings);
        line.put("steps", file.status().version());
        return line;
    }
}
