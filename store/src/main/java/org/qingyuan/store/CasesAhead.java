package org.qingyuan.store;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingyuan.casework.cases.CaseFile;

/// Cases as a transaction that keeps other writers out knows them: those that it read ahead, and what it made of them.
/// Nobody else can have changed them since.
final class CasesAhead {
    private final Map<String, CaseFile> byId = new HashMap<>();
    private final Map<ByteBuffer, List<String>> byMatter = new HashMap<>();

    /// All cases of a matter, the newest first.
    void know(byte[] matter, List<CaseFile> files) {
        List<String> ids = new ArrayList<>();
        for (CaseFile file : files) {
            ids.add(file.head().id());
            know(file);
        }
        byMatter.put(ByteBuffer.wrap(matter), ids);
    }

    void know(CaseFile file) {
        byId.put(file.head().id(), file);
    }

    /// Which cases a matter has is no longer known.
    void forget(byte[] matter) {
        byMatter.remove(ByteBuffer.wrap(matter));
    }

    Optional<CaseFile> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /// Empty where it is not known which.
    Optional<List<CaseFile>> ofMatter(byte[] matter) {
        return Optional.ofNullable(byMatter.get(ByteBuffer.wrap(matter)))
                .map(ids -> ids.stream().flatMap(id -> find(id).stream()).toList());
    }
}
