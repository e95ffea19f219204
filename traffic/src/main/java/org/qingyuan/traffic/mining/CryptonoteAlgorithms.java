package org.qingyuan.traffic.mining;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Names of algorithms as XMRig writes them, from what a job says: its `algo`, else the major version of its block.
final class CryptonoteAlgorithms {
    private static final Pattern KNOWN =
            Pattern.compile("(cn|rx|argon2|panthera|ghostrider|kawpow|astrobwt|cryptonight|randomx)\\b.*");

    private CryptonoteAlgorithms() {}

    /// Whether the text names an algorithm that miners of this dialect list.
    static boolean isKnown(@Nullable String name) {
        return name != null && KNOWN.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /// The algorithm of a job; `null` when the job does not tell.
    static @Nullable String of(JsonTape json, int job) {
        String name = json.text(json.member(job, "algo"));
        if (isKnown(name)) {
            return canonical(name == null ? "" : name.toLowerCase(Locale.ROOT));
        }
        int blob = json.member(job, "blob");
        int version = json.hexDigit(blob, 0) << 4 | json.hexDigit(blob, 1);
        boolean seeded = json.isHex(json.member(job, "seed_hash"), 64);
        return byBlockVersion(version, seeded);
    }

    private static String canonical(String name) {
        return switch (name) {
            case "rx", "randomx", "randomx/0" -> "rx/0";
            case "cn", "cryptonight" -> "cryptonight";
            case "kawpow/rvn" -> "kawpow";
            default -> shortened(name);
        };
    }

    private static String shortened(String name) {
        String text = name.startsWith("randomx/") ? "rx/" + name.substring(8) : name;
        return text.startsWith("cryptonight") ? "cn" + text.substring(11) : text;
    }

    /// Monero's hard forks by the major version in the block header: 7 (April 2018) cn/1, 8 and 9 (October 2018)
    /// cn/2, 10 and 11 (March 2019) cn/r, from 12 (November 2019) rx/0, which alone has a seed hash.
    private static @Nullable String byBlockVersion(int version, boolean seeded) {
        if (seeded) {
            return "rx/0";
        }
        if (version == 0 || version >= 12) {
            return null;
        }
        if (version < 7) {
            return "cryptonight";
        }
        return version == 7 ? "cn/1" : version < 10 ? "cn/2" : "cn/r";
    }
}
