package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.postgresql.Driver;

/**
 * The views' database as role {@code projector}. It keeps one connection per thread that works at once; one that saw an
 * error is thrown away, since nobody knows what state it is in.
 */
public final class Database implements AutoCloseable {

    /**
     * Every statement of the pipeline finds few rows by key among very many; the planner's other ideas (from tables it
     * has not analysed since they grew) cost up to the whole table. The time limits free the lock on a position that a
     * frozen process would hold for ever.
     */
    private static final String SESSION =
            "-c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off"
                    + " -c plan_cache_mode=force_generic_plan"
                    + " -c statement_timeout=120s -c idle_in_transaction_session_timeout=60s -c timezone=UTC";

    private final DatabaseSettings settings;
    private final Deque<Connection> idle = new ConcurrentLinkedDeque<>();

    public Database(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** What is done in one transaction. */
    public interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /**
     * Commits what {@code work} did, or nothing of it. An exception leaves it unknown whether the commit was the last
     * thing that succeeded: ask the stored position.
     */
    public <T> T inTransaction(Work<T> work) throws SQLException {
        Connection connection = take();
        boolean good = false;
        try {
            T result = work.in(connection);
            connection.commit();
            good = true;
            return result;
        } finally {
            if (good) {
                idle.push(connection);
            } else {
                discard(connection);
            }
        }
    }

    private Connection take() throws SQLException {
        Connection kept = idle.poll();
        return kept == null ? connect(settings) : kept;
    }

    private static Connection connect(DatabaseSettings settings) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "projector");
        login.setProperty("password", settings.projectorPassword());
        login.setProperty("ApplicationName", "seenby-projector");
        login.setProperty("currentSchema", settings.schema());
        login.setProperty("options", SESSION);
        login.setProperty("prepareThreshold", "1");
        login.setProperty("connectTimeout", "10");
        login.setProperty("socketTimeout", "150");
        login.setProperty("tcpKeepAlive", "true");
        Connection connection = new Driver().connect(settings.jdbcUrl(), login);
        if (connection == null) {
            throw new IllegalArgumentException("no PostgreSQL address: " + settings.address());
        }
        connection.setAutoCommit(false);
        return connection;
    }

    private static void discard(Connection connection) {
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // The server rolls back whatever a lost connection had begun.
        }
    }

    @Override
    public void close() {
        for (Connection each = idle.poll(); each != null; each = idle.poll()) {
            discard(each);
        }
    }
}
