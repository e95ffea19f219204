package org.qingyuan.registry;

import java.util.List;

/// A coin that can be mined.
///
/// @param ticker `XMR`
/// @param name `Monero`
/// @param algorithms by which it is or was mined
/// @param wallets forms of its addresses as regular expressions over the whole text; empty where its form says nothing
public record Coin(String ticker, String name, List<String> algorithms, List<String> wallets) {}
