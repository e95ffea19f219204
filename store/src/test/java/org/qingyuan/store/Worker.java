package org.qingyuan.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.qingyuan.access.Place;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.Detail;
import org.qingyuan.casework.cases.Entry;
import org.qingyuan.casework.cases.Event;
import org.qingyuan.casework.cases.Step;

/// A process that writes to a store until it is killed: each write is a step of one case, a new case, an entry, a
/// finding and an attachment, and is told on the standard output once it was committed.
final class Worker {
    private Worker() {}

    /// @param arguments address, file of the key, file of the password or `-`, case, name of the worker
    public static void main(String[] arguments) {
        StoreAddress address = StoreAddress.parse(arguments[0], Path.of("/"));
        StoreOptions options = Made.options().withKeyFile(Path.of(arguments[1]));
        if (!arguments[2].equals("-")) {
            options = options.withPasswordFile(Path.of(arguments[2]));
        }
        PrintStream out = new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true, UTF_8);
        try (SqlCaseStore store = Stores.open(address, options)) {
            for (int number = 0; ; number++) {
                write(store, arguments[3], arguments[4] + "-" + number, number);
                out.println(arguments[4] + "-" + number);
            }
        }
    }

    static void write(SqlCaseStore store, String caseId, String name, int number) {
        store.attachments().keep(name.getBytes(UTF_8));
        store.write(writer -> {
            if (!writer.isFirst(name)) {
                throw new IllegalStateException("twice: " + name);
            }
            CaseFile file = writer.find(caseId).orElseThrow();
            Step step = Made.next(file, Event.ASSIGN, file.status().state(), Map.of(Detail.ASSIGNEE, name));
            writer.record(file.after(step), step);
            writer.put(new Entry(name, "written", caseId, "", "done", 1, Map.of("name", name)));
            String opened = SealedFiles.digest(name.getBytes(UTF_8)).substring(0, 16);
            CaseFile other = Made.opened(opened, "c", new Place("320500", "org", name));
            writer.open(other, Made.first(opened, Map.of()));
            writer.keep(name, List.of(Made.finding(number, name, "org", true, name)));
            return true;
        });
    }
}
