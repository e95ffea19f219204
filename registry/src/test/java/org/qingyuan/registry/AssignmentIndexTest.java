package org.qingyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qingyuan.finding.Address;
import org.qingyuan.finding.Holder;
import org.qingyuan.finding.TimeRange;

class AssignmentIndexTest {
    private static final Holder HOLDER = new Holder("a", "A", null, "other", "320000", null);

    private static Assignment assignment(Prefix prefix, TimeRange valid) {
        return new Assignment(prefix, prefix.text(), HOLDER, valid);
    }

    private static @Nullable Assignment slowly(List<Assignment> all, Address address, Instant instant) {
        Assignment longest = null;
        for (Assignment one : all) {
            boolean holds = one.prefix().contains(address) && one.valid().contains(instant);
            if (holds
                    && (longest == null
                            || one.prefix().bits() > longest.prefix().bits())) {
                longest = one;
            }
        }
        return longest;
    }

    /// Addresses from a small corner, so that networks nest and touch.
    private static Address corner(SplittableRandom random, int version) {
        long low = random.nextLong(1 << 12);
        boolean atTheEnd = random.nextBoolean();
        if (version == 4) {
            return new Address(0, atTheEnd ? 0xffff_ffffL - low : low, 4);
        }
        long high = random.nextLong(4);
        return atTheEnd ? Address.v6(-1L - high, -1L - low) : Address.v6(high, low << 52 | low);
    }

    @Test
    void answersAsASearchThroughAllDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 200; round++) {
            int version = round % 2 == 0 ? 4 : 6;
            List<Assignment> all = new ArrayList<>();
            for (int i = 0; i < random.nextInt(30); i++) {
                Address address = corner(random, version);
                Prefix prefix = Prefix.around(address, address.width() - random.nextInt(address.width() + 1));
                if (all.stream().noneMatch(other -> other.prefix().equals(prefix))) {
                    Instant from = Instant.ofEpochSecond(random.nextInt(3));
                    all.add(assignment(prefix, new TimeRange(from, random.nextBoolean() ? null : from.plusSeconds(1))));
                }
            }
            AssignmentIndex index = new AssignmentIndex(all);
            for (int i = 0; i < 300; i++) {
                Address address = corner(random, version);
                Instant instant = Instant.ofEpochSecond(random.nextInt(4));
                assertThat(index.at(address, instant)).isEqualTo(slowly(all, address, instant));
            }
        }
    }

    @Test
    void findsOneOfTenThousandPrefixes() {
        SplittableRandom random = new SplittableRandom(11);
        List<Assignment> all = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            all.add(assignment(Prefix.around(Address.v4(random.nextInt()), 8 + random.nextInt(24)), TimeRange.ALWAYS));
        }
        AssignmentIndex index = new AssignmentIndex(all);
        for (int i = 0; i < 500; i++) {
            Address address = Address.v4(random.nextInt());
            Assignment found = index.at(address, Instant.EPOCH);
            Assignment expected = slowly(all, address, Instant.EPOCH);
            assertThat(found == null ? null : found.prefix()).isEqualTo(expected == null ? null : expected.prefix());
        }
    }
}
