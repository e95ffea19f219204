package org.qingyuan.casework.campaign;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Makes ids of cases and entries from a source of randomness that is passed in: 16 lower-case hex digits.
public final class IdSource {
    private static final int BYTES = 8;

    private final RandomGenerator random;

    /// @param random one whose values nobody can foresee, but in tests
    public IdSource(RandomGenerator random) {
        this.random = random;
    }

    public String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
