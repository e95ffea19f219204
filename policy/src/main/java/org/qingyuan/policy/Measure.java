package org.qingyuan.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be done in a case, on what basis, and within which limits, as its text stood in a period of time.
///
/// @param appliesTo `mining` or `accounts`
/// @param organisationKinds words of the kinds of organisation that it may be taken against; empty = all
/// @param interim whether it may be taken before the case is decided
/// @param from first day on which this text is in force
/// @param to first day on which it no longer is, `null` while it is
/// @param read how far the legal basis was checked
/// @param limits numbers and dates by name, in the pack's order; see [#surchargePerKwh]
/// @param grades by size, ascending; empty where size does not matter
public record Measure(
        String word,
        Wording title,
        String appliesTo,
        List<String> organisationKinds,
        boolean interim,
        LocalDate from,
        @Nullable LocalDate to,
        Wording legalBasis,
        Basis.Reading read,
        Map<String, String> limits,
        List<Grade> grades) {
    static final String SURCHARGE = "surchargePerKwh";
    static final String SURCHARGE_FROM = "surchargeFrom";
    static final String SURCHARGE_TO = "surchargeTo";

    /// Stands for every region that has no surcharge of its own.
    static final String ANY_REGION = "any";

    public Measure {
        organisationKinds = List.copyOf(organisationKinds);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
        grades = List.copyOf(grades);
    }

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    /// Whether it may be taken against an organisation of this kind.
    public boolean appliesToKind(String organisationKind) {
        return organisationKinds.isEmpty() || organisationKinds.contains(organisationKind);
    }

    /// The grade of a size in kilowatts; nothing where the measure has none.
    public Optional<Grade> grade(BigDecimal kilowatts) {
        return grades.stream().filter(grade -> grade.covers(kilowatts)).findFirst();
    }

    /// Yuan (or the pack's currency) per kWh on top of the price in a region on a day: what the region says, else its
    /// province, else what holds anywhere. Limits `surchargePerKwh.REGION`, with `surchargeFrom.REGION` (inclusive) and
    /// `surchargeTo.REGION` (exclusive) where they are known; REGION is a code of GB/T 2260 or `any`.
    public Optional<BigDecimal> surchargePerKwh(String region, LocalDate day) {
        return surchargeRegion(region, day).map(found -> new BigDecimal(limit(SURCHARGE, found)));
    }

    /// Whose surcharge [#surchargePerKwh] gives: a region's code or `any`.
    public Optional<String> surchargeRegion(String region, LocalDate day) {
        String city = region.length() == 6 ? region.substring(0, 4) + "00" : region;
        String province = region.length() == 6 ? region.substring(0, 2) + "0000" : region;
        return List.of(region, city, province, ANY_REGION).stream()
                .filter(candidate -> isSurchargeInForce(candidate, day))
                .findFirst();
    }

    private boolean isSurchargeInForce(String region, LocalDate day) {
        String first = limit(SURCHARGE_FROM, region);
        String last = limit(SURCHARGE_TO, region);
        return !limit(SURCHARGE, region).isEmpty()
                && (first.isEmpty() || !day.isBefore(LocalDate.parse(first)))
                && (last.isEmpty() || day.isBefore(LocalDate.parse(last)));
    }

    private String limit(String name, String region) {
        return limits.getOrDefault(name + "." + region, "");
    }
}
