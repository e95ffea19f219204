package org.qingyuan.traffic.mining;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.bouncycastle.jcajce.provider.digest.Keccak;
import org.junit.jupiter.api.Test;

class EthashSeedsTest {
    private final JsonTape json = new JsonTape();

    private int epoch(String text) {
        byte[] quoted = ("\"" + text + "\"").getBytes(US_ASCII);
        assertThat(json.parse(quoted, 0, quoted.length)).isTrue();
        return EthashSeeds.epoch(json, 0);
    }

    @Test
    void knowsTheSeedOfEveryEpochAsKeccakGivesIt() {
        byte[] seed = new byte[32];
        for (int epoch = 0; epoch < EthashSeeds.EPOCHS; epoch++) {
            assertThat(epoch(HexFormat.of().formatHex(seed))).isEqualTo(epoch);
            seed = new Keccak.Digest256().digest(seed);
        }
        assertThat(epoch(HexFormat.of().formatHex(seed))).isEqualTo(-1);
    }

    @Test
    void readsUpperCaseAndAPrefix() {
        String first = "290decd9548b62a8d60345a988386fc84ba6bc95484008f6362f93160ef3e563";
        assertThat(epoch("0x" + first)).isEqualTo(1);
        assertThat(epoch(first.toUpperCase(java.util.Locale.ROOT))).isEqualTo(1);
    }

    @Test
    void knowsNoSeedOfAnotherChain() {
        assertThat(epoch("11".repeat(32))).isEqualTo(-1);
    }
}
