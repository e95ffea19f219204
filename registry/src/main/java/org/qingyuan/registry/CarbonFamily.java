package org.qingyuan.registry;

import java.util.Locale;

/// The series of carbon factors of the Chinese grid; each answers another question, so one series is kept to. Each
/// has a text in both languages under `carbon.` and its word.
public enum CarbonFamily {
    /// All electricity of the country (Ministry of Ecology and Environment with the National Bureau of Statistics).
    NATIONAL_AVERAGE,
    /// The grid factor by which enterprises report (Ministry of Ecology and Environment).
    ENTERPRISE_REPORTING;

    /// Lower case with hyphens, `national-average`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Key of the text in the message files.
    public String messageKey() {
        return "carbon." + word();
    }
}
