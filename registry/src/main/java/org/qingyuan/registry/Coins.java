package org.qingyuan.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qingyuan.table.CsvColumns;
import org.qingyuan.table.CsvRow;

/// Coins with their algorithms and the forms of their addresses (`coins.csv`). Many coins share a form, so that an
/// address has candidates, seldom one coin. Immutable.
public final class Coins {
    private static final CsvColumns COLUMNS =
            new CsvColumns(List.of("ticker", "name", "algorithms", "wallets", "source"), List.of());

    /// The longest address of any coin in the table, with room: longer text is none.
    private static final int MAX_WALLET = 200;

    private static final Coins BUILT_IN = new Coins();

    private Coins() {}

    /// The table that comes with the program; read with the first question.
    public static Coins builtIn() {
        return BUILT_IN;
    }

    /// All coins in the order of the file.
    public List<Coin> all() {
        return BuiltIn.COINS;
    }

    /// The coin of a ticker, or `null`.
    public @Nullable Coin byTicker(String ticker) {
        for (Coin coin : BuiltIn.COINS) {
            if (coin.ticker().equals(ticker)) {
                return coin;
            }
        }
        return null;
    }

    /// Coins mined by the algorithm, in the order of the file.
    public List<Coin> byAlgorithm(String algorithm) {
        return BuiltIn.COINS.stream()
                .filter(coin -> coin.algorithms().contains(algorithm))
                .toList();
    }

    /// Coins whose addresses may look like the text, by form alone; empty when it looks like none.
    ///
    /// @param wallet the address alone, without worker
    public List<Coin> byWallet(String wallet) {
        List<Coin> candidates = new ArrayList<>();
        if (wallet.isEmpty() || wallet.length() > MAX_WALLET) {
            return candidates;
        }
        for (int i = 0; i < BuiltIn.COINS.size(); i++) {
            if (Wallets.FORMS.get(i).matcher(wallet).matches()) {
                candidates.add(BuiltIn.COINS.get(i));
            }
        }
        return candidates;
    }

    /// Compiled with the first wallet.
    private static final class Wallets {
        private static final List<Pattern> FORMS = BuiltIn.COINS.stream()
                .map(coin -> Pattern.compile(String.join("|", coin.wallets())))
                .toList();
    }

    private static final class BuiltIn {
        private static final List<Coin> COINS = read();

        private static List<Coin> read() {
            List<Coin> coins = new ArrayList<>();
            ReferenceTable.read("coins.csv", COLUMNS, row -> coins.add(coin(row)));
            return List.copyOf(coins);
        }

        private static Coin coin(CsvRow row) {
            return new Coin(
                    row.required("ticker"),
                    row.required("name"),
                    ReferenceTable.words(row.required("algorithms")),
                    ReferenceTable.words(row.text("wallets")));
        }
    }
}
