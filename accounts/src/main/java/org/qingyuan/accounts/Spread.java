package org.qingyuan.accounts;

import java.util.ArrayList;
import java.util.List;

/// Some of many, evenly spread.
final class Spread {
    private Spread() {}

    /// At most `most` (at least 2) of the list, first and last among them.
    static <T> List<T> over(List<T> all, int most) {
        if (all.size() <= most) {
            return List.copyOf(all);
        }
        List<T> some = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            some.add(all.get((int) ((long) i * (all.size() - 1) / (most - 1))));
        }
        return some;
    }
}
