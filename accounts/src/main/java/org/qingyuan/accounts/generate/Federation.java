package org.qingyuan.accounts.generate;

import java.util.random.RandomGenerator;

/// The legal entities that share one core, as rural banks do, and their branches.
///
/// @param size how many legal entities
record Federation(int size) {
    private static final int BRANCHES = 12;

    /// Three for a small bank, up to eighty.
    static Federation of(long customers) {
        return new Federation(Math.clamp(customers / 5000, 3, 80));
    }

    String legalEntity(int index) {
        return "402" + Digits.padded(index + 1, 4);
    }

    /// Another one than that.
    String after(String legalEntity) {
        return legalEntity(Integer.parseInt(legalEntity.substring(3)) % size);
    }

    String branch(String legalEntity, RandomGenerator random) {
        return legalEntity + Digits.padded(1 + random.nextInt(BRANCHES), 3);
    }
}
