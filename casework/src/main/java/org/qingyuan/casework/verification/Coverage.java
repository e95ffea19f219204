package org.qingyuan.casework.verification;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingyuan.finding.Address;

/// What a tap saw of networks by day, as run lines tell it.
///
/// @param days one row a network and UTC day
public record Coverage(List<Day> days) {
    /// Traffic of a network on a day.
    ///
    /// @param network first address
    /// @param bits length of the prefix
    /// @param packets to and from it
    public record Day(Address network, int bits, LocalDate date, long packets) {
        boolean holds(Address address) {
            return address.version() == network.version()
                    && address.network(bits).equals(network.network(bits));
        }
    }

    public Coverage {
        days = List.copyOf(days);
    }

    /// The days of a period on which the network of an address had traffic, sorted.
    ///
    /// @param last included
    Set<LocalDate> seen(Address address, LocalDate first, LocalDate last) {
        Set<LocalDate> seen = new TreeSet<>();
        for (Day day : days) {
            if (day.packets() > 0 && !day.date().isBefore(first) && !day.date().isAfter(last) && day.holds(address)) {
                seen.add(day.date());
            }
        }
        return seen;
    }
}
