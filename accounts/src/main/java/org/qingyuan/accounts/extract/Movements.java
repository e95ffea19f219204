package org.qingyuan.accounts.extract;

import java.time.LocalDate;
import org.qingyuan.table.session.Session;

/// Bookings that count as such: neither a reversal nor cancelled by one.
public final class Movements {
    private Movements() {}

    /// Makes a view of those bookings of a relation. Needs `cancelled (number, before)`.
    ///
    /// @param bookings a relation that has the columns of `booking`
    /// @param asOf what is booked after it changes nothing before it
    public static void view(Session session, String name, String bookings, LocalDate asOf) {
        boolean cancels = session.count("SELECT count(*) FROM cancelled") > 0;
        // written as a join: where NOT EXISTS compares an expression, every booking is told apart first
        String standing = cancels
                ? " b ANTI JOIN cancelled c ON c.number = b.number AND c.before = (b.day <= DATE '" + asOf + "')"
                : "";
        session.execute("CREATE OR REPLACE TEMP VIEW " + name + " AS SELECT * FROM " + bookings + standing
                + " WHERE reversal_of IS NULL");
    }
}
