package org.qingyuan.access;

/// What somebody may see: a region with all below it, a legal entity with all below it, one organisation, one holder,
/// or everything where the text is blank.
///
/// A region is a code of GB/T 2260, six digits; `320000` holds `320500`, which holds `320505`. Any other text holds
/// itself and what begins with it and a slash.
public record Scope(String text) {
    public static final Scope EVERYTHING = new Scope("");

    private static final int REGION_DIGITS = 6;

    /// Whether an area lies in it. What lies nowhere is seen only by who sees everything.
    public boolean holds(String area) {
        if (text.isEmpty() || text.equals(area)) {
            return true;
        }
        if (isRegion(text) && isRegion(area)) {
            return area.startsWith(significant(text));
        }
        return area.startsWith(text + "/");
    }

    private static boolean isRegion(String text) {
        return text.length() == REGION_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// A province without its two pairs of zeros, a city without its one.
    private static String significant(String region) {
        if (region.endsWith("0000")) {
            return region.substring(0, 2);
        }
        return region.endsWith("00") ? region.substring(0, 4) : region;
    }
}
