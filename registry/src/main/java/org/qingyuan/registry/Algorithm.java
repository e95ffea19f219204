package org.qingyuan.registry;

import java.util.List;

/// A proof-of-work algorithm under the name that findings use.
///
/// @param name `sha256d`, `rx/0`, `equihash-200-9`
/// @param aliases other names under which miners and pools announce it, lower case
/// @param unit what work is counted in: `H`, or `Sol` for Equihash
/// @param hashesPerDifficulty expected hashes of a share at Stratum difficulty 1 (`mining.set_difficulty`); 0 where
///     shares are announced by target only or the scale is not known
/// @param source of the scale, blank where there is none
public record Algorithm(String name, List<String> aliases, String unit, double hashesPerDifficulty, String source) {}
