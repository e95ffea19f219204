package org.qingyuan.report.circular;

/// Codes of GB/T 2260 as rankings use them.
public final class CityCode {
    private CityCode() {}

    /// The prefecture-level city of a county's code; of a county of Beijing, Tianjin, Shanghai or Chongqing the
    /// municipality; provinces, cities and what is no such code as they are.
    public static String of(String region) {
        if (region.length() != 6) {
            return region;
        }
        return switch (region.substring(0, 2)) {
            case "11", "12", "31", "50" -> region.substring(0, 2) + "0000";
            default -> region.substring(0, 4) + "00";
        };
    }
}
