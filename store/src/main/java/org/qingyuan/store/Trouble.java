package org.qingyuan.store;

import java.sql.SQLException;

/// What a database said while it was asked, on its way to where it becomes an error that a person reads.
final class Trouble extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SQLException said;

    Trouble(SQLException said) {
        super(said);
        this.said = said;
    }

    SQLException said() {
        return said;
    }
}
