package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresServerTest {
    @TempDir
    static Path folder;

    private static PostgresServer server;

    @BeforeAll
    static void startServer() {
        server = new PostgresServer(PostgresExample.settings(ProjectRoot.find(), folder));
        server.start();
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @Test
    void keepsCommittedRowsAndRolesWhenItIsKilledInTheMiddleOfWork() throws Exception {
        PostgresExample.fill(server, 1_000);
        try (var busy = server.connect("owner");
                var statement = busy.createStatement()) {
            busy.setAutoCommit(false);
            statement.execute("insert into seen.entries select generate_series(5000, 6000)");

            server.kill();
            server.start();
        }

        assertThat(PostgresExample.count(server)).isEqualTo(1_000);
        assertThat(roles()).containsExactly("access", "maintenance", "owner", "projector", "query");
    }

    @Test
    void keepsRowsOverAnOrderlyStop() throws Exception {
        PostgresExample.fill(server, 10);

        server.stop();
        assertThat(server.isRunning()).isFalse();
        server.start();

        assertThat(PostgresExample.count(server)).isEqualTo(10);
    }

    @Test
    void startsAlthoughTheLockFileNamesAProcessThatLives() throws Exception {
        server.kill();
        Path lock = folder.resolve("postgres/data/postmaster.pid");
        long living = ProcessHandle.current().pid();
        Files.writeString(lock, Files.readString(lock).replaceFirst("^\\d+", Long.toString(living)));

        server.start();

        assertThat(server.isRunning()).isTrue();
    }

    @Test
    void givesNoRoleAWayAroundRowLevelSecurity() throws Exception {
        try (var superuser = server.connect("postgres")) {
            assertThat(strings(superuser, """
                    select rolname from pg_roles
                    where (rolsuper or rolbypassrls or rolcreaterole) and rolname not like 'pg\\_%'
                    """)).containsExactly("postgres");
        }
    }

    @Test
    void letsOnlyTheOwnerMakeSchemas() throws Exception {
        try (var owner = server.connect("owner");
                var statement = owner.createStatement()) {
            statement.execute("create schema made_by_owner");
        }
        try (var query = server.connect("query");
                var statement = query.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create schema made_by_query"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesAWrongPasswordAndKeepsTheRightOnesPrivate() throws Exception {
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(
                        "jdbc:postgresql://" + server.address() + "/seenby", "query", "guessed"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("postgres/passwords.properties"))))
                .isEqualTo("rw-------");
    }

    private List<String> roles() throws SQLException {
        try (var superuser = server.connect("postgres")) {
            return strings(superuser, """
                    select rolname from pg_roles
                    where rolcanlogin and rolname <> 'postgres' order by rolname
                    """);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
