package org.qingyuan.accounts.extract;

import java.util.Map;
import org.qingyuan.finding.Reject;

/// A row that the reader itself refused (a bad byte, a wrong number of fields, an unclosed quote).
///
/// @param keys what could still be read of it, by canonical column (`account_id`, `customer_id`, `id_number`, `phone`,
///     ...); empty when not even the key could be: the row is unattributable
public record RefusedRow(CanonicalTable table, Reject reject, Map<String, String> keys) {}
