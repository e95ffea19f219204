package org.qingyuan.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.qingyuan.finding.ErrorCode;

/// What differs between the databases. Any thread may use it.
sealed interface Engine extends AutoCloseable permits SqliteEngine, PostgresEngine {
    /// A connection that cannot write, in a transaction that sees one state throughout.
    Connection reader() throws SQLException;

    /// A connection in a transaction. Other writers are kept out from its beginning, or once it holds [#lock].
    Connection writer() throws SQLException;

    void commit(Connection connection) throws SQLException;

    /// Takes a connection back, and undoes what was not committed.
    void giveBack(Connection connection);

    /// What to add to a question so that nobody else can write until the transaction is over.
    String lock();

    /// Words that differ in migrations.
    Map<String, String> words();

    /// Address of the database for the migrations.
    javax.sql.DataSource migrations();

    /// Which error it is.
    ErrorCode code(SQLException said);

    /// What the database said, in short, without values of rows.
    String what(SQLException said);

    /// Whether another writer was first, and it may go better when done again.
    boolean isWorthAnotherTry(SQLException said);

    /// What the database itself finds wrong with its pages, indexes and references.
    List<String> integrity(Session session);

    @Override
    void close();
}
