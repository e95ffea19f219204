package org.qingyuan.traffic.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalletsTest {
    private final SplittableRandom random = new SplittableRandom(5);

    @Test
    void haveTheFormsOfTheirCoins() {
        for (int i = 0; i < 50; i++) {
            assertThat(Wallets.bitcoin(random)).matches("1[1-9A-HJ-NP-Za-km-z]{25,33}");
            assertThat(Wallets.bitcoinWitness(random)).matches("bc1q[02-9ac-hj-np-z]{38}");
            assertThat(Wallets.litecoin(random)).matches("L[1-9A-HJ-NP-Za-km-z]{33}");
            assertThat(Wallets.zcash(random)).matches("t1[1-9A-HJ-NP-Za-km-z]{33}");
            assertThat(Wallets.monero(random)).matches("4[0-9AB][1-9A-HJ-NP-Za-km-z]{93}");
            assertThat(Wallets.ethereum(random)).matches("0x[0-9a-f]{40}");
            assertThat(Wallets.bitcoinCash(random)).matches("bitcoincash:q[02-9ac-hj-np-z]{41}");
        }
    }

    /// BIP 173: the remainder over prefix, data and check sum is 1.
    @Test
    void witnessAddressesHaveARightCheckSum() {
        String alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
        int[] generator = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        String address = Wallets.bitcoinWitness(random);
        int[] values = new int[5 + address.length() - 3];
        int[] prefix = {3, 3, 0, 2, 3};
        System.arraycopy(prefix, 0, values, 0, 5);
        for (int i = 3; i < address.length(); i++) {
            values[2 + i] = alphabet.indexOf(address.charAt(i));
        }
        int check = 1;
        for (int value : values) {
            int top = check >>> 25;
            check = (check & 0x1ffffff) << 5 ^ value;
            for (int i = 0; i < 5; i++) {
                check ^= (top >> i & 1) == 1 ? generator[i] : 0;
            }
        }
        assertThat(check).isEqualTo(1);
    }
}
