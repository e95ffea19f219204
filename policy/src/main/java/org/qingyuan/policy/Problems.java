package org.qingyuan.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.qingyuan.finding.ErrorCode;
import org.qingyuan.finding.Failure;
import org.qingyuan.finding.RejectReason;

/// What is wrong with a pack, in the order in which it was met: a reader goes on behind a mistake where it can, so that
/// a person sees all of them at once.
final class Problems {
    /// Nobody mends more at a time.
    private static final int MAX = 500;

    private final List<Failure> found = new ArrayList<>();

    /// The value read, or what stands in for it where it cannot be read; the mistake is kept.
    <T> T read(T otherwise, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Failure e) {
            if (e.code() != ErrorCode.POLICY_REJECTED) {
                throw e;
            }
            add(e);
            return otherwise;
        }
    }

    void add(Failure problem) {
        if (found.size() < MAX) {
            found.add(problem);
        }
    }

    /// @param line from 1; 0 = the file as a whole
    void add(String file, int line, RejectReason reason, String what) {
        add(YamlValue.failure(file, line, reason, what));
    }

    List<Failure> all() {
        return List.copyOf(found);
    }

    int count() {
        return found.size();
    }

    /// @throws Failure the first of them, where there is one
    void throwFirst() {
        if (!found.isEmpty()) {
            throw found.getFirst();
        }
    }
}
