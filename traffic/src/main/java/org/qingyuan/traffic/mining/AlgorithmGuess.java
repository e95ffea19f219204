package org.qingyuan.traffic.mining;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.registry.Coin;
import org.qingyuan.registry.Coins;
import org.qingyuan.registry.NetworkDifficulty.Network;
import org.qingyuan.traffic.References;

/// Which algorithm and which coin a session works on, as far as it tells.
///
/// Stratum V1, getwork and getblocktemplate do not name the algorithm. The network's compact difficulty (nbits) in
/// the jobs is asked first, version rolling next, the wallet's form last. Where these disagree or say nothing the
/// algorithm is `unknown` and the candidates are listed.
///
/// @param algorithm canonical name or `unknown`
/// @param candidates algorithms that are possible, when it is unknown
/// @param networks coins whose network the jobs fit
/// @param wallets coins whose addresses look like the wallet
record AlgorithmGuess(
        String algorithm, List<String> candidates, Set<String> networks, Set<String> wallets, Coins table) {
    static final String UNKNOWN = "unknown";
    private static final String SHA256D = "sha256d";

    static AlgorithmGuess of(Session session, WorkBook book, References references, LocalDate day) {
        Coins coins = references.coins();
        List<Coin> owners =
                session.introduction.wallet == null ? List.of() : coins.byWallet(session.introduction.wallet);
        Set<String> wallets = tickers(owners);
        if (namesAlgorithm(session.dialect)) {
            String named = book.algorithm;
            List<String> possible = named == null ? unnamed(session.dialect) : List.of();
            String coin = named == null ? null : EthashNetwork.coin(named, day);
            Set<String> chain = coin == null ? Set.of() : Set.of(coin);
            return new AlgorithmGuess(named == null ? UNKNOWN : named, possible, chain, wallets, coins);
        }
        Set<Network> networks = networks(session, references, day);
        Set<String> algorithms = algorithms(networks);
        if (session.marks.versionRolling) {
            algorithms =
                    algorithms.isEmpty() || algorithms.contains(SHA256D) ? Set.of(SHA256D) : both(algorithms, SHA256D);
        }
        if (algorithms.size() != 1 && !owners.isEmpty()) {
            algorithms = narrowed(algorithms, algorithms(owners));
        }
        boolean sure = algorithms.size() == 1;
        return new AlgorithmGuess(
                sure ? algorithms.iterator().next() : UNKNOWN,
                sure ? List.of() : List.copyOf(algorithms),
                names(networks),
                wallets,
                coins);
    }

    private static boolean namesAlgorithm(Dialect dialect) {
        return switch (dialect) {
            case ETHPROXY, ETH_GETWORK, CRYPTONOTE, ZCASH -> true;
            case STRATUM_V1, GETWORK, GETBLOCKTEMPLATE -> false;
        };
    }

    private static List<String> unnamed(Dialect dialect) {
        boolean ethereum = dialect == Dialect.ETHPROXY || dialect == Dialect.ETH_GETWORK;
        return ethereum ? List.of(EthashNetwork.ETHASH, EthashNetwork.ETCHASH) : List.of();
    }

    /// Coins whose network difficulty fits every job.
    private static Set<Network> networks(Session session, References references, LocalDate day) {
        Set<Network> common = null;
        for (int bits : session.marks.bits()) {
            Set<Network> fitting = new LinkedHashSet<>(references.networks().candidates(bits & 0xffff_ffffL, day));
            if (common == null) {
                common = fitting;
            } else {
                common.retainAll(fitting);
            }
        }
        return common == null ? Set.of() : common;
    }

    private static Set<String> algorithms(Set<Network> networks) {
        Set<String> algorithms = new LinkedHashSet<>();
        networks.forEach(network -> algorithms.add(network.algorithm()));
        return algorithms;
    }

    private static Set<String> algorithms(List<Coin> coins) {
        Set<String> algorithms = new LinkedHashSet<>();
        coins.forEach(coin -> algorithms.addAll(coin.algorithms()));
        return algorithms;
    }

    private static Set<String> both(Set<String> algorithms, String more) {
        Set<String> both = new LinkedHashSet<>(algorithms);
        both.add(more);
        return both;
    }

    /// What both allow; where one says nothing, the other.
    private static Set<String> narrowed(Set<String> algorithms, Set<String> byWallet) {
        if (algorithms.isEmpty() || byWallet.isEmpty()) {
            return algorithms.isEmpty() ? byWallet : algorithms;
        }
        Set<String> common = new LinkedHashSet<>(algorithms);
        common.retainAll(byWallet);
        if (common.isEmpty()) {
            common.addAll(algorithms);
            common.addAll(byWallet);
        }
        return common;
    }

    private static Set<String> tickers(List<Coin> coins) {
        Set<String> tickers = new LinkedHashSet<>();
        coins.forEach(coin -> tickers.add(coin.ticker()));
        return tickers;
    }

    private static Set<String> names(Set<Network> networks) {
        Set<String> names = new LinkedHashSet<>();
        networks.forEach(network -> names.add(network.coin()));
        return names;
    }

    /// Coins that fit the network, the wallet and what the pool is known for; empty when nothing is known.
    ///
    /// @param poolCoin ticker of the pool, several with blanks between, or `null`
    List<String> coins(@Nullable String poolCoin) {
        Set<String> fitting = new LinkedHashSet<>(networks);
        keepCommon(fitting, wallets);
        if (fitting.isEmpty() && !UNKNOWN.equals(algorithm)) {
            fitting.addAll(tickers(table.byAlgorithm(algorithm)));
            keepCommon(fitting, wallets);
        }
        if (poolCoin != null && !poolCoin.isBlank()) {
            keepCommon(fitting, Set.of(poolCoin.split(" +")));
        }
        if (!UNKNOWN.equals(algorithm)) {
            fitting.retainAll(tickers(table.byAlgorithm(algorithm)));
        }
        return new ArrayList<>(fitting);
    }

    private static void keepCommon(Set<String> set, Set<String> other) {
        if (other.isEmpty()) {
            return;
        }
        if (set.isEmpty()) {
            set.addAll(other);
            return;
        }
        Set<String> common = new LinkedHashSet<>(set);
        common.retainAll(other);
        if (!common.isEmpty()) {
            set.retainAll(common);
        }
    }
}
