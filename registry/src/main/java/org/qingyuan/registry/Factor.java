package org.qingyuan.registry;

/// A published or customary number by which energy becomes something else.
///
/// @param name `carbon`, `electricity-price` or `pue`; its text stands in the message files under `factor.` and the
/// name
/// @param family series that a carbon factor belongs to, blank for others; series are never mixed
/// @param year of the data, 0 where it has none
/// @param unit `kg/kWh`, `CNY/kWh`, or `1` for a ratio
/// @param notice the notice that published it, blank where there is none
/// @param source where it was read, and whether at first hand
public record Factor(
        String name,
        String family,
        int year,
        double low,
        double best,
        double high,
        String unit,
        String notice,
        String source) {
    public Factor {
        if (!(low >= 0 && low <= best && best <= high && high < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("not an interval: " + low + " " + best + " " + high);
        }
    }

    /// Key of the text in the message files.
    public String messageKey() {
        return "factor." + name;
    }
}
