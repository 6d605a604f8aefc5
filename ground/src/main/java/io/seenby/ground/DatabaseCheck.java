package io.seenby.ground;

import io.seenby.core.ground.RoleDemands;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.Driver;

/** Asks the database whether its roles and tables keep laws 10 and 11: what no grant of ours gave, somebody else may have given. */
public final class DatabaseCheck {

    private static final String POWERS = """
            SELECT DISTINCT power FROM pg_roles AS r
            CROSS JOIN LATERAL (VALUES ('superuser', r.rolsuper), ('bypassrls', r.rolbypassrls),
                ('createrole', r.rolcreaterole), ('createdb', r.rolcreatedb), ('replication', r.rolreplication))
                AS has (power, given)
            WHERE given AND pg_has_role(?, r.oid, 'MEMBER')
            """;

    private static final String TABLES = """
            SELECT n.nspname || '.' || c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p') AND n.nspname = ?
            """;

    /** A member of the table's owner may do all that the owner may. */
    private static final String OWNED = TABLES + " AND pg_has_role(?, c.relowner, 'MEMBER')";

    private static final String FORBIDDEN =
            TABLES + " AND has_table_privilege(?, c.oid, ?) AND c.relname ~ ('^(' || ? || ')$')";

    private static final String UNFORCED = TABLES + """
             AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND has_table_privilege(?, c.oid, 'SELECT')
            """;

    private DatabaseCheck() {}

    /**
     * A schema of ours.
     *
     * @param migrated whether its tables must be there by now
     * @param roles that serve with it
     * @param rowSecurity whether all that these roles read must force it
     */
    public record Schema(String name, boolean migrated, List<Role> roles, boolean rowSecurity) {}

    /**
     * What a role may not do.
     *
     * @param tables a regular expression of whole names
     * @param privileges as PostgreSQL names them, separated by commas; none of them may be held
     */
    public record Role(String name, String tables, String privileges) {}

    /** As whom the question is asked; {@code address} is {@code host:port/database}. */
    public record Login(String address, String user, String password) {

        /** Without the password. */
        @Override
        public String toString() {
            return user + "@" + address;
        }
    }

    /** Why the database cannot be built on, if that is so; throws if it cannot be asked. */
    public static Optional<String> refusal(Login login, Schema schema) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("ApplicationName", "seenby-ground");
        try (Connection connection = new Driver().connect("jdbc:postgresql://" + login.address(), properties)) {
            if (connection == null) {
                throw new SQLException("no PostgreSQL address: " + login.address());
            }
            return refusal(connection, schema);
        }
    }

    private static Optional<String> refusal(Connection connection, Schema schema) throws SQLException {
        if (schema.migrated() && asked(connection, TABLES, schema.name()).isEmpty()) {
            return Optional.of("The schema %s has no tables: run the command migrate first.".formatted(schema.name()));
        }
        for (Role role : schema.roles()) {
            List<String> forbidden = new ArrayList<>();
            asked(connection, OWNED, schema.name(), role.name()).forEach(table -> forbidden.add("own " + table));
            asked(connection, FORBIDDEN, schema.name(), role.name(), role.privileges(), role.tables())
                    .forEach(table -> forbidden.add("one of " + role.privileges() + " on " + table));
            Optional<String> refusal = RoleDemands.refusal(
                    new RoleDemands.Found(role.name(), asked(connection, POWERS, role.name()), forbidden));
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        List<String> unforced = new ArrayList<>();
        if (schema.rowSecurity()) {
            for (Role role : schema.roles()) {
                unforced.addAll(asked(connection, UNFORCED, schema.name(), role.name()));
            }
        }
        return RoleDemands.unforced(unforced);
    }

    private static List<String> asked(Connection connection, String question, String... about) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            for (int i = 0; i < about.length; i++) {
                statement.setString(i + 1, about[i]);
            }
            List<String> answers = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    answers.add(rows.getString(1));
                }
            }
            return answers;
        }
    }
}
