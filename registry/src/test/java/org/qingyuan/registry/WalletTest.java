package org.qingyuan.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WalletTest {
    private static final String MONERO =
            "44AFFq5kSiGBoZ4NMDwYtN18obc8AemS33DBLWs3H7otXft3XjrpDtQGv7SqSsaBYBb98uNbr2VBBEt7f2wfn3RVGQBEP3A";

    private static List<String> coins(String wallet) {
        return Coins.builtIn().byWallet(wallet).stream().map(Coin::ticker).toList();
    }

    @Test
    void bitcoinSharesItsOldFormWithItsForks() {
        assertThat(coins("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa")).contains("BTC", "BCH", "BSV");
        assertThat(coins("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy")).contains("BTC", "BCH", "LTC");
        assertThat(coins("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")).containsExactly("BTC");
    }

    @Test
    void moneroByLengthAndFirstCharacters() {
        assertThat(MONERO).hasSize(95);
        assertThat(coins(MONERO)).containsExactly("XMR");
        assertThat(coins("8" + MONERO.substring(1))).containsExactly("XMR");
        assertThat(coins(MONERO.substring(0, 94))).isEmpty();
        assertThat(coins(MONERO + "1")).isEmpty();
        assertThat(coins(MONERO + "12345678901".replace('0', 'A'))).containsExactly("XMR");
    }

    @Test
    void ethereumSharesItsFormWithItsForks() {
        String wallet = "0x00000000219ab540356cBB839Cbe05303d7705Fa";
        assertThat(coins(wallet)).contains("ETH", "ETC", "ETHW").doesNotContain("BTC");
        assertThat(coins(wallet.substring(0, 41))).isEmpty();
        assertThat(coins(wallet.replace('F', 'G'))).isEmpty();
    }

    @Test
    void othersByTheirFirstCharacters() {
        assertThat(coins("ltc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq")).containsExactly("LTC");
        assertThat(coins("L" + "a".repeat(33))).containsExactly("LTC");
        assertThat(coins("D" + "a".repeat(33))).containsExactly("DGB", "DOGE");
        assertThat(coins("X" + "a".repeat(33))).containsExactly("DASH");
        assertThat(coins("t1" + "a".repeat(33))).containsExactly("ZEC", "FLUX");
        assertThat(coins("R" + "a".repeat(33))).contains("RVN");
        assertThat(coins("kaspa:q" + "q".repeat(60))).containsExactly("KAS");
    }

    @Test
    void aNameIsNoWallet() {
        assertThat(coins("")).isEmpty();
        assertThat(coins("alice")).isEmpty();
        assertThat(coins("alice@example.org")).isEmpty();
        assertThat(coins("1".repeat(100_000))).isEmpty();
    }
}
