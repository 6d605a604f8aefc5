package io.seenby.cli.verify.views;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.postgresql.Driver;

/** One read-only transaction on the views, that sees one tenant at a time. */
final class ViewsSession implements AutoCloseable {

    private static final String TENANT = "SELECT set_config('app.tenant', ?, true)";

    private final Connection connection;
    private String tenant = "";

    private ViewsSession(Connection connection) {
        this.connection = connection;
    }

    /** Where the views are and who may read them. */
    record Login(String url, String user, String password, String schema) {

        ViewsSession open() throws SQLException {
            Properties login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", password);
            login.setProperty("connectTimeout", "10");
            Connection connection = new Driver().connect(url, login);
            if (connection == null) {
                throw new SQLException("the URL of the views is none of PostgreSQL");
            }
            connection.setSchema(schema);
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION READ ONLY");
                // The first query takes the snapshot.
                statement.execute("SELECT count(*) FROM tenants");
            }
            return new ViewsSession(connection);
        }
    }

    interface Reader {
        void row(ResultSet row) throws SQLException;
    }

    /** Rows of a tenant; the first parameter of the query is its name. */
    void read(String of, String query, Reader reader, Object... parameters) throws SQLException {
        if (!of.equals(tenant)) {
            try (PreparedStatement set = connection.prepareStatement(TENANT)) {
                set.setString(1, of);
                set.execute();
            }
            tenant = of;
        }
        try (PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(500);
            select.setString(1, of);
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 2, parameters[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reader.row(row);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
