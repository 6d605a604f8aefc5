package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/**
 * Two schemas exchange their names in one transaction, while both are at one position and nobody moves it.
 *
 * <p>Only the projector may read the positions, and only the owner may rename: so the one holds the lock on which each
 * batch begins while the other does its work. Whoever waited for that lock finds the new table under its name.
 */
public final class Exchange {

    private static final int TRIES = 5;
    private static final long PAUSE_MILLIS = 1_000;
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String DEADLOCK = "40P01";

    /** Plain reads go on; a batch under way is waited for, the next one waits. */
    private static final String HOLD = """
            SET LOCAL lock_timeout = '30s';
            SET LOCAL idle_in_transaction_session_timeout = 0;
            LOCK TABLE positions IN EXCLUSIVE MODE
            """;

    private static final String VERSIONS = """
            SELECT string_agg(version || ' ' || checksum, ', ' ORDER BY installed_rank)
            FROM %s.flyway_schema_history WHERE success AND version IS NOT NULL
            """;

    /**
     * Every reader begins at {@code tenants}: behind this lock nobody has read half of an answer, and who waits reads the
     * other schema from its first statement on. What follows the topic of the checkpoints, and not the ledger, stays with
     * the served name.
     */
    private static final String RENAME = """
            SET LOCAL lock_timeout = '1s';
            LOCK TABLE %1$s.tenants, %1$s.checkpoints, %1$s.checkpoint_reading IN ACCESS EXCLUSIVE MODE;
            CREATE SCHEMA %3$s;
            ALTER TABLE %2$s.checkpoints SET SCHEMA %3$s;
            ALTER TABLE %2$s.checkpoint_reading SET SCHEMA %3$s;
            ALTER TABLE %1$s.checkpoints SET SCHEMA %2$s;
            ALTER TABLE %1$s.checkpoint_reading SET SCHEMA %2$s;
            ALTER TABLE %3$s.checkpoints SET SCHEMA %1$s;
            ALTER TABLE %3$s.checkpoint_reading SET SCHEMA %1$s;
            DROP SCHEMA %3$s;
            ALTER SCHEMA %1$s RENAME TO %3$s;
            ALTER SCHEMA %2$s RENAME TO %1$s;
            ALTER SCHEMA %3$s RENAME TO %2$s
            """;

    /** No schema of views can have this name. */
    private static final String MEANWHILE = "\"~exchange\"";

    private final DatabaseSettings served;
    private final String next;

    /** @param next a name that {@link DatabaseSettings} has let pass, as it has that of the served one */
    public Exchange(DatabaseSettings served, String next) {
        this.served = served;
        this.next = next;
    }

    /** Brings the other schema to exactly these positions. */
    public interface LastSteps {
        void to(Map<Integer, Long> positions) throws SQLException, InterruptedException, ExecutionException;
    }

    /** Why they cannot be exchanged, if they cannot: the program that serves the one must understand the other. */
    public Optional<String> objection() throws SQLException {
        try (Connection owner = owner()) {
            return versions(owner, served.schema()).equals(versions(owner, next))
                    ? Optional.empty()
                    : Optional.of(
                            "%s and %s are tables of different versions: start the new version with SEENBY_SCHEMA=%2$s."
                                    .formatted(served.schema(), next));
        }
    }

    private static String versions(Connection owner, String schema) throws SQLException {
        try (Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery(VERSIONS.formatted(schema))) {
            row.next();
            return Optional.ofNullable(row.getString(1)).orElse("");
        }
    }

    /**
     * Holds the served positions where they are, lets {@code last} bring the other schema there, and exchanges the two. If
     * anything fails, nothing has changed.
     */
    public void whileHeld(Database projector, LastSteps last)
            throws SQLException, InterruptedException, ExecutionException {
        try {
            projector.inTransaction(connection -> {
                run(connection, HOLD);
                try {
                    last.to(Positions.all(connection));
                    rename();
                } catch (InterruptedException | ExecutionException stopped) {
                    throw new Passed(stopped);
                }
                return served.schema();
            });
        } catch (Passed passed) {
            if (passed.getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            throw (ExecutionException) passed.getCause();
        }
    }

    private static final class Passed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Passed(Exception cause) {
            super(cause);
        }
    }

    /** Who reads for long is not waited for, because everybody else would have to wait too. */
    private void rename() throws SQLException, InterruptedException {
        for (int tried = 1; ; tried++) {
            try (Connection owner = owner()) {
                owner.setAutoCommit(false);
                run(owner, RENAME.formatted(served.schema(), next, MEANWHILE));
                owner.commit();
                return;
            } catch (SQLException busy) {
                boolean passing = LOCK_NOT_AVAILABLE.equals(busy.getSQLState()) || DEADLOCK.equals(busy.getSQLState());
                if (!passing || tried == TRIES) {
                    throw busy;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection owner() throws SQLException {
        return Owner.connect(served);
    }
}
