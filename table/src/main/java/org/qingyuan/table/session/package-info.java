/// The one home of DuckDB: a session over an in-memory database that reads and writes only the paths it was given and
/// spills to a private folder. Nobody else sees the database's driver or the types of JDBC.
@NullMarked
package org.qingyuan.table.session;

import org.jspecify.annotations.NullMarked;
