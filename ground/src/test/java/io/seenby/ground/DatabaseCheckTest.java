package io.seenby.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seenby.local.LocalStack;
import io.seenby.local.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws 10 and 11 against a real PostgreSQL: a right that somebody gave by hand is found. */
class DatabaseCheckTest {

    private static final PostgresServer POSTGRES = LocalStack.shared().postgres();

    @BeforeEach
    void aSchemaAsItShouldBe() throws SQLException {
        run("""
                CREATE SCHEMA trial AUTHORIZATION owner;
                CREATE TABLE trial.entries (tenant text);
                ALTER TABLE trial.entries OWNER TO owner;
                ALTER TABLE trial.entries ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                CREATE TABLE trial.findings (tenant text);
                ALTER TABLE trial.findings OWNER TO owner;
                ALTER TABLE trial.findings ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
                GRANT SELECT ON trial.entries, trial.findings TO query, projector;
                GRANT UPDATE ON trial.findings TO projector;
                """);
    }

    @AfterEach
    void asItWas() throws SQLException {
        run("""
                DROP SCHEMA trial CASCADE;
                ALTER ROLE query NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION;
                REVOKE owner FROM projector;
                """);
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = POSTGRES.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Optional<String> refusal() throws SQLException {
        var roles = List.of(
                new DatabaseCheck.Role("projector", "entries", "UPDATE, DELETE, TRUNCATE"),
                new DatabaseCheck.Role("query", ".*", "INSERT, UPDATE, DELETE, TRUNCATE"));
        return DatabaseCheck.refusal(login(), new DatabaseCheck.Schema("trial", true, roles, true));
    }

    private static DatabaseCheck.Login login() {
        return new DatabaseCheck.Login(
                POSTGRES.address() + "/" + PostgresServer.DATABASE, "projector", POSTGRES.passwordOf("projector"));
    }

    @Test
    void whatOurMigrationsGrantIsTaken() throws SQLException {
        assertThat(refusal()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER ROLE query SUPERUSER | The database role query is too powerful (bypassrls, createdb",
                "ALTER ROLE query BYPASSRLS | The database role query is too powerful (bypassrls)",
                "ALTER ROLE query CREATEROLE | The database role query is too powerful (createrole)",
                "GRANT UPDATE ON trial.entries TO projector | The database role projector may do what it must not",
                "GRANT INSERT ON trial.findings TO query | The database role query may do what it must not",
                "GRANT DELETE ON trial.entries TO PUBLIC | The database role projector may do what it must not",
                "ALTER TABLE trial.findings OWNER TO query | The database role query may do what it must not: one of",
                "GRANT owner TO projector | The database role projector may do what it must not",
                "ALTER TABLE trial.entries NO FORCE ROW LEVEL SECURITY | Row security is not forced on trial.entries",
                "ALTER TABLE trial.findings DISABLE ROW LEVEL SECURITY | Row security is not forced on trial.findings",
                "DROP TABLE trial.entries, trial.findings | The schema trial has no tables: run the command migrate"
            })
    void whatBreaksALawIsRefused(String planted, String said) throws SQLException {
        run(planted);
        assertThat(refusal().orElseThrow()).startsWith(said).endsWith(".");
    }

    @Test
    void aDatabaseThatCannotBeAskedIsNoRefusal() {
        var nobody = new DatabaseCheck.Login("127.0.0.1:1/seenby", "projector", "");
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(
                        () -> DatabaseCheck.refusal(nobody, new DatabaseCheck.Schema("trial", true, List.of(), true)));
        assertThat(login().toString()).doesNotContain(POSTGRES.passwordOf("projector"));
    }
}
