package org.qingyuan.traffic.mining;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/// The accounts of a session, one for each algorithm that it worked on, and which of them is current: that of the
/// latest job. Bounded: of more than [#MAX] algorithms the further ones go to the account that is current.
final class Books {
    static final int MAX = 16;

    private final List<WorkBook> books = new ArrayList<>();
    private int current;
    private long currentSince = Long.MIN_VALUE;

    Books() {
        books.add(new WorkBook());
    }

    /// All of them, the first algorithm's first.
    List<WorkBook> all() {
        return Collections.unmodifiableList(books);
    }

    WorkBook at(int index) {
        return books.get(index);
    }

    WorkBook current() {
        return books.get(current);
    }

    int currentIndex() {
        return current;
    }

    /// A job of this algorithm came; `null` when it does not say which.
    void select(@Nullable String algorithm, long timeNanos) {
        if (currentSince == Long.MIN_VALUE) {
            current().algorithm = algorithm;
        } else if (algorithm != null && !algorithm.equals(current().algorithm)) {
            if (current().algorithm == null) {
                current().algorithm = algorithm;
                return;
            }
            current().currentNanos += timeNanos - currentSince;
            current = indexOf(algorithm);
        } else {
            return;
        }
        currentSince = timeNanos;
    }

    private int indexOf(String algorithm) {
        for (int i = 0; i < books.size(); i++) {
            if (algorithm.equals(books.get(i).algorithm)) {
                return i;
            }
        }
        if (books.size() == MAX) {
            return current;
        }
        WorkBook book = new WorkBook();
        book.algorithm = algorithm;
        books.add(book);
        return books.size() - 1;
    }

    /// What waited for a later job weighs this much, `NaN` leaves it without weight.
    void settle(double weight) {
        for (WorkBook book : books) {
            book.settle(weight);
        }
    }

    /// The session is over: what waited for a later job keeps what it has.
    void close() {
        for (WorkBook book : books) {
            book.settle(book.openWeight());
        }
        if (currentSince != Long.MIN_VALUE) {
            current().currentNanos += Math.max(0, lastNanos() - currentSince);
        }
    }

    // -- sums over all

    private long sum(ToLongFunction<WorkBook> part) {
        long sum = 0;
        for (WorkBook book : books) {
            sum += part.applyAsLong(book);
        }
        return sum;
    }

    long works() {
        return sum(book -> book.works);
    }

    long submitted() {
        return sum(book -> book.submitted);
    }

    long accepted() {
        return sum(book -> book.accepted);
    }

    long stale() {
        return sum(book -> book.stale);
    }

    long rejected() {
        return sum(book -> book.rejected);
    }

    long firstNanos() {
        long first = Long.MAX_VALUE;
        for (WorkBook book : books) {
            first = Math.min(first, book.firstNanos);
        }
        return first;
    }

    long lastNanos() {
        long last = Long.MIN_VALUE;
        for (WorkBook book : books) {
            last = Math.max(last, book.lastNanos);
        }
        return last;
    }

    long firstWorkNanos() {
        long first = Long.MAX_VALUE;
        for (WorkBook book : books) {
            first = book.works > 0 ? Math.min(first, book.firstWorkNanos) : first;
        }
        return first;
    }
}
