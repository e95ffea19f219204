package org.qingyuan.policy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One version of a pack: by whose standard accounts are judged, how cases go, or both. The account part is empty in a
/// pack that judges no accounts.
///
/// @param from first day in force
/// @param to first day no longer in force, `null` while it is
/// @param legalBasis laws and rules behind it
/// @param sources where the numbers come from
/// @param currency of its amounts, ISO 4217; balances in another are left out
/// @param zone whose days it counts
/// @param rules what runs, by name without `accounts.`, each with the values that the pack gives; in the pack's order
/// @param codes what each transaction code says of the holder; a code that is not listed is unknown
/// @param protectedProducts words of the column `products` that keep an account out
/// @param placeholders texts that mean blank
/// @param sha256 64 lower-case hex digits over the bytes of its files, one after the other in order of their names,
/// then
///     over name and bytes of each letter
/// @param cases how cases go under it, `null` when it says nothing of them
public record Policy(
        String name,
        String version,
        Wording title,
        LocalDate from,
        @Nullable LocalDate to,
        List<Basis> legalBasis,
        List<Basis> sources,
        String currency,
        ZoneId zone,
        Map<String, Map<String, String>> rules,
        List<CodeRow> codes,
        List<String> protectedProducts,
        List<String> placeholders,
        String sha256,
        @Nullable CaseRules cases) {
    /// As `--policy` takes it: `cn-rural-2021@1`.
    public String reference() {
        return name + "@" + version;
    }

    /// Whether accounts can be judged by it.
    public boolean judgesAccounts() {
        return !rules.isEmpty();
    }

    /// Whether it is in force on a day.
    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
