package io.seenby.local;

import java.sql.Connection;
import java.sql.SQLException;

/** The database and the roles that the services log in as. Safe to repeat: what exists stays as it is. */
final class PostgresRoles {
    private PostgresRoles() {}

    static void provision(Connection superuser, Passwords passwords) throws SQLException {
        for (String role : Passwords.ROLES) {
            if (missing(superuser, "select 1 from pg_roles where rolname = ?", role)) {
                run(superuser, createRole(role, passwords.of(role)));
            }
        }
        if (missing(superuser, "select 1 from pg_database where datname = ?", PostgresServer.DATABASE)) {
            // The owner may create schemas in it; that anyone may connect and use temporary tables is the default.
            run(superuser, "create database %s owner \"%s\"".formatted(PostgresServer.DATABASE, Passwords.OWNER));
        }
    }

    private static String createRole(String role, String password) {
        return """
                create role "%s" login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password '%s'
                """.formatted(role, password);
    }

    private static boolean missing(Connection connection, String question, String name) throws SQLException {
        try (var statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
