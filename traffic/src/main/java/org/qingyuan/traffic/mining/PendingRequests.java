package org.qingyuan.traffic.mining;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Requests of one client that wait for their answers, oldest first. Ids may be used again before they are answered;
/// the oldest is answered first. Bounded: of more than [#MAX] the oldest is forgotten, as if it were never answered.
final class PendingRequests {
    static final int MAX = 1024;

    /// What was asked.
    enum Kind {
        SUBSCRIBE,
        LOGIN,
        WORK,
        SUBMIT,
        OTHER
    }

    /// How a submitted share is weighed.
    enum Basis {
        /// By its job.
        JOB,
        /// As the jobs around it, if equal; as the first job, when none was seen yet.
        NEIGHBOURS
    }

    private int size;
    private long[] ids = new long[8];
    private Kind[] kinds = new Kind[8];
    private double[] weights = new double[8];
    private Basis[] bases = new Basis[8];
    private int[] books = new int[8];
    private long[] times = new long[8];

    // The request taken last.
    Kind kind = Kind.OTHER;
    double weight;
    Basis basis = Basis.JOB;
    int book;
    long timeNanos;

    int size() {
        return size;
    }

    void add(Kind what, long id, long at) {
        add(what, id, at, Double.NaN, Basis.JOB, 0);
    }

    void add(Kind what, long id, long at, double shareWeight, Basis shareBasis, int shareBook) {
        if (what != Kind.SUBMIT && waits(what, id)) {
            return;
        }
        if (size == MAX) {
            remove(0);
        }
        if (size == ids.length) {
            grow(size * 2);
        }
        ids[size] = id;
        kinds[size] = what;
        weights[size] = shareWeight;
        bases[size] = shareBasis;
        books[size] = shareBook;
        times[size] = at;
        size++;
    }

    /// Whether such a request waits; what is asked again before it is answered waits once.
    private boolean waits(Kind what, long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id && kinds[i] == what) {
                return true;
            }
        }
        return false;
    }

    /// Kind of the oldest request of that id, `null` when none waits.
    @Nullable
    Kind kindOf(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return kinds[i];
            }
        }
        return null;
    }

    /// Takes the oldest request of that id.
    boolean take(long id) {
        for (int i = 0; i < size; i++) {
            if (ids[i] == id) {
                return takeAt(i);
            }
        }
        return false;
    }

    /// Takes the oldest request of that kind, whatever its id.
    boolean takeOldest(Kind what) {
        for (int i = 0; i < size; i++) {
            if (kinds[i] == what) {
                return takeAt(i);
            }
        }
        return false;
    }

    /// Gives the waiting shares that depend on their neighbours a weight and makes it final.
    void settle(double shareWeight, int shareBook) {
        for (int i = 0; i < size; i++) {
            if (kinds[i] == Kind.SUBMIT && bases[i] == Basis.NEIGHBOURS) {
                bases[i] = Basis.JOB;
                weights[i] = shareWeight;
                books[i] = shareBook;
            }
        }
    }

    private boolean takeAt(int index) {
        kind = kinds[index];
        weight = weights[index];
        basis = bases[index];
        book = books[index];
        timeNanos = times[index];
        remove(index);
        return true;
    }

    private void remove(int index) {
        int behind = size - index - 1;
        System.arraycopy(ids, index + 1, ids, index, behind);
        System.arraycopy(kinds, index + 1, kinds, index, behind);
        System.arraycopy(weights, index + 1, weights, index, behind);
        System.arraycopy(bases, index + 1, bases, index, behind);
        System.arraycopy(books, index + 1, books, index, behind);
        System.arraycopy(times, index + 1, times, index, behind);
        size--;
    }

    private void grow(int room) {
        ids = Arrays.copyOf(ids, room);
        kinds = Arrays.copyOf(kinds, room);
        weights = Arrays.copyOf(weights, room);
        bases = Arrays.copyOf(bases, room);
        books = Arrays.copyOf(books, room);
        times = Arrays.copyOf(times, room);
    }
}
