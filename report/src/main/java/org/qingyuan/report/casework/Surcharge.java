package org.qingyuan.report.casework;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qingyuan.casework.cases.CaseFile;
import org.qingyuan.casework.cases.KeptFinding;
import org.qingyuan.casework.cases.Kind;
import org.qingyuan.casework.cases.State;
import org.qingyuan.finding.Estimate;
import org.qingyuan.output.ResultReader;
import org.qingyuan.policy.CaseRules;
import org.qingyuan.policy.Measure;
import org.qingyuan.report.circular.MiningSession;

/// What a surcharge on electricity would come to for what a case's sessions took while they were seen. Always an
/// interval: the power of a session is one, low ends add to the low end and high ends to the high one.
///
/// A part of a meter cycle is charged by mean daily kWh times days. Days are those, in the campaign's zone, on which a
/// session ran; what ran unseen is not guessed, so a meter shows more.
///
/// @param measure as in force on the last day
/// @param energy kWh
/// @param daily kWh a day, the mean over the days
/// @param amount in the pack's currency
/// @param rates per kWh, each once, in the order in which they held
/// @param unrated sessions whose power is not known; they count nothing
public record Surcharge(
        Measure measure,
        Estimate energy,
        Estimate daily,
        Estimate amount,
        long days,
        List<BigDecimal> rates,
        long unrated) {
    static final String PER_KWH = "CNY";

    private static final double JOULES_PER_KWH = 3.6e6;

    public Surcharge {
        rates = List.copyOf(rates);
    }

    /// Nothing where the case is not confirmed, the standard has no surcharge for such an organisation on the day, or
    /// no power is known.
    ///
    /// @param findings of the case
    public static Optional<Surcharge> of(CaseFile file, CaseRules rules, List<KeptFinding> findings, ZoneId zone) {
        if (file.head().kind() != Kind.MINING || !isConfirmed(file.status().state())) {
            return Optional.empty();
        }
        Sum sum = new Sum(file, rules, zone);
        for (KeptFinding kept : findings) {
            if (kept.opens() && kept.rule().equals(MiningSession.SESSION)) {
                sum.add(MiningSession.of("", ResultReader.finding(kept.line())));
            }
        }
        return sum.result();
    }

    private static boolean isConfirmed(State state) {
        return switch (state) {
            case CONFIRMED, NOTIFIED, RESPONDED, OVERDUE, DISPOSITION_PROPOSED, DISPOSITION_APPROVED, EXECUTED -> true;
            case SUSPECTED, UNDER_CHECK, DISMISSED, VERIFYING, CLOSED, RECURRED, WITHDRAWN, MERGED -> false;
        };
    }

    /// What adds up, session by session.
    private static final class Sum {
        private final CaseFile file;
        private final CaseRules rules;
        private final ZoneId zone;
        private final Set<LocalDate> days = new HashSet<>();
        private final List<BigDecimal> rates = new ArrayList<>();
        private final double[] energy = new double[3];
        private final double[] amount = new double[3];
        private @Nullable Measure measure;
        private long unrated;

        Sum(CaseFile file, CaseRules rules, ZoneId zone) {
            this.file = file;
            this.rules = rules;
            this.zone = zone;
        }

        /// A session counts at the rate of the day on which it began.
        void add(MiningSession session) {
            Estimate power = session.power();
            LocalDate first = day(session.start());
            Measure held = surcharge(first);
            if (!session.isConfirmed() || held == null) {
                return;
            }
            if (power == null) {
                unrated++;
                return;
            }
            measure = held;
            BigDecimal rate = held.surchargePerKwh(region(), first).orElseThrow();
            if (!rates.contains(rate)) {
                rates.add(rate);
            }
            first.datesUntil(day(session.end()).plusDays(1)).forEach(days::add);
            double kilowattHours = session.ratedSeconds() / JOULES_PER_KWH;
            double[] watts = {power.low(), power.best(), power.high()};
            for (int i = 0; i < watts.length; i++) {
                energy[i] += watts[i] * kilowattHours;
                amount[i] += watts[i] * kilowattHours * rate.doubleValue();
            }
        }

        private LocalDate day(Instant at) {
            return at.atZone(zone).toLocalDate();
        }

        private String region() {
            return file.head().place().area();
        }

        private @Nullable Measure surcharge(LocalDate day) {
            return rules.measures(day).stream()
                    .filter(each -> each.appliesToKind(file.head().organisationKind()))
                    .filter(each -> each.surchargePerKwh(region(), day).isPresent())
                    .findFirst()
                    .orElse(null);
        }

        Optional<Surcharge> result() {
            Measure last = measure;
            if (last == null) {
                return Optional.empty();
            }
            Estimate all = new Estimate(energy[0], energy[1], energy[2], "kWh");
            return Optional.of(new Surcharge(
                    last,
                    all,
                    all.times(1.0 / days.size(), "kWh/day"),
                    new Estimate(amount[0], amount[1], amount[2], PER_KWH),
                    days.size(),
                    rates,
                    unrated));
        }
    }
}
