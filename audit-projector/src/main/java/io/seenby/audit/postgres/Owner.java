package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** What only the role {@code owner} may do with a schema; of the rows in it it sees none. */
public final class Owner {

    private static final String HOLDS_VIEWS = "SELECT to_regclass('%s.positions') IS NOT NULL";

    private Owner() {}

    static Connection connect(DatabaseSettings settings) throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", "owner");
        login.setProperty("password", settings.ownerPassword());
        login.setProperty("ApplicationName", "seenby-owner");
        Connection connection = new Driver().connect(settings.jdbcUrl(), login);
        if (connection == null) {
            throw new IllegalArgumentException("no PostgreSQL address: " + settings.address());
        }
        return connection;
    }

    /** Drops the schema with all its tables; false if it holds no views. The caller knows that nobody is served from it. */
    public static boolean drop(DatabaseSettings settings) throws SQLException {
        try (Connection owner = connect(settings);
                Statement statement = owner.createStatement()) {
            try (ResultSet row = statement.executeQuery(HOLDS_VIEWS.formatted(settings.schema()))) {
                row.next();
                if (!row.getBoolean(1)) {
                    return false;
                }
            }
            statement.execute("DROP SCHEMA " + settings.schema() + " CASCADE");
            return true;
        }
    }
}
