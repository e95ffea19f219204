package org.qingyuan.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qingyuan.finding.Address;

/// Finds the longest network that holds an address at an instant.
///
/// The networks cut the addresses of one IP version into ranges in each of which the same networks apply. The first
/// address of each range lies in a sorted array, and beside it the innermost of its networks, which knows the next
/// wider one. A look-up is one binary search and a walk outward past networks not valid at the instant; it allocates
/// nothing.
final class AssignmentIndex {
    /// A network, its assignments over time and the next wider network, if any.
    private record Nested(
            Prefix prefix,
            List<Assignment> assignments,
            @Nullable Nested wider) {}

    private final Ranges v4;
    private final Ranges v6;

    AssignmentIndex(Collection<Assignment> assignments) {
        v4 = new Ranges(assignments, 4);
        v6 = new Ranges(assignments, 6);
    }

    @Nullable
    Assignment at(Address address, Instant instant) {
        Nested nested = (address.version() == 4 ? v4 : v6).innermost(address);
        while (nested != null) {
            List<Assignment> dated = nested.assignments;
            for (int i = 0; i < dated.size(); i++) {
                if (dated.get(i).valid().contains(instant)) {
                    return dated.get(i);
                }
            }
            nested = nested.wider;
        }
        return null;
    }

    /// The ranges of one IP version, in unsigned order of their first address.
    private static final class Ranges {
        private final long[] high;
        private final long[] low;
        private final @Nullable Nested[] innermost;

        Ranges(Collection<Assignment> assignments, int version) {
            List<Address> starts = new ArrayList<>();
            List<@Nullable Nested> owners = new ArrayList<>();
            cut(byPrefix(assignments, version), starts, owners);
            high = starts.stream().mapToLong(Address::high).toArray();
            low = starts.stream().mapToLong(Address::low).toArray();
            innermost = owners.toArray(Nested[]::new);
        }

        private static Map<Prefix, List<Assignment>> byPrefix(Collection<Assignment> assignments, int version) {
            Map<Prefix, List<Assignment>> byPrefix = new TreeMap<>();
            for (Assignment assignment : assignments) {
                if (assignment.prefix().network().version() == version) {
                    byPrefix.computeIfAbsent(assignment.prefix(), key -> new ArrayList<>())
                            .add(assignment);
                }
            }
            return byPrefix;
        }

        /// Walks the networks from wide to narrow in address order, keeping the chain of open ones.
        private static void cut(
                Map<Prefix, List<Assignment>> byPrefix, List<Address> starts, List<@Nullable Nested> owners) {
            Nested open = null;
            for (Map.Entry<Prefix, List<Assignment>> entry : byPrefix.entrySet()) {
                open = close(open, entry.getKey().network(), starts, owners);
                open = new Nested(entry.getKey(), List.copyOf(entry.getValue()), open);
                begin(entry.getKey().network(), open, starts, owners);
            }
            close(open, null, starts, owners);
        }

        /// Ends the open networks that lie before `next`, all of them where it is `null`.
        private static @Nullable Nested close(
                @Nullable Nested open, @Nullable Address next, List<Address> starts, List<@Nullable Nested> owners) {
            while (open != null && (next == null || !open.prefix.contains(next))) {
                Address after = successor(open.prefix.last());
                open = open.wider;
                if (after != null) {
                    begin(after, open, starts, owners);
                }
            }
            return open;
        }

        private static void begin(
                Address start, @Nullable Nested owner, List<Address> starts, List<@Nullable Nested> owners) {
            int last = starts.size() - 1;
            if (last >= 0 && starts.get(last).equals(start)) {
                owners.set(last, owner);
            } else {
                starts.add(start);
                owners.add(owner);
            }
        }

        private static @Nullable Address successor(Address address) {
            if (address.version() == 4) {
                return address.low() == 0xffff_ffffL ? null : new Address(0, address.low() + 1, 4);
            }
            long low = address.low() + 1;
            long high = low == 0 ? address.high() + 1 : address.high();
            return low == 0 && high == 0 ? null : new Address(high, low, 6);
        }

        @Nullable
        Nested innermost(Address address) {
            int from = 0;
            int to = high.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                if (startsAfter(middle, address)) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return from == 0 ? null : innermost[from - 1];
        }

        private boolean startsAfter(int range, Address address) {
            int order = Long.compareUnsigned(high[range], address.high());
            return (order != 0 ? order : Long.compareUnsigned(low[range], address.low())) > 0;
        }

        @Override
        public String toString() {
            return Arrays.toString(innermost);
        }
    }
}
