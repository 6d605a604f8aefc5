package io.seenby.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.postgresql.Driver;

/**
 * A real PostgreSQL on 127.0.0.1, with its data directory kept and every login by password. The first start makes the
 * database {@code seenby} and the roles; the schemas are the services' own business.
 */
public final class PostgresServer extends Part {
    /** The name of the one database. */
    public static final String DATABASE = "seenby";

    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    /**
     * Where and how the server runs.
     *
     * @param directory its data directory and passwords
     * @param programs where PostgreSQL's programs are unpacked, for all servers together
     * @param libraries where the jar with the programs is
     * @param sharedBuffersMiB PostgreSQL's own cache
     * @param quickStart for tests: the empty data directory isn't forced to disk; what is written later is
     */
    public record Settings(
            Path directory,
            Path log,
            int port,
            Path programs,
            Path libraries,
            int sharedBuffersMiB,
            boolean quickStart) {}

    private final Settings settings;

    public PostgresServer(Settings settings) {
        super("postgres", settings.port(), settings.log());
        this.settings = settings;
    }

    @Override
    public void start() {
        Path programs = PostgresBinaries.unpackedIn(settings.programs(), settings.libraries());
        Path data = settings.directory().resolve("data");
        if (!isRunning()) {
            initialiseOnce(programs, data);
            PostgresLeftovers.clear(data);
        }
        // INT is PostgreSQL's fast stop; TERM would wait until every client has hung up.
        run(new ChildProcess.Command(serverWords(programs, data), Map.of(), settings.directory(), "INT"))
                .awaitReady(START_LIMIT, () -> {
                    try (var connection = connect("postgres", Passwords.SUPERUSER)) {
                        return connection.isValid(2);
                    }
                });
        provision();
    }

    private List<String> serverWords(Path programs, Path data) {
        var words = new ArrayList<>(AsNormalUser.prefix());
        words.add(programs.resolve("bin/postgres").toString());
        words.addAll(List.of("-D", data.toAbsolutePath().toString()));
        PostgresConfiguration.of(port(), settings.sharedBuffersMiB())
                .forEach((key, value) -> words.addAll(List.of("-c", key + "=" + value)));
        return words;
    }

    /** The new data directory gets its name when it is complete: a start that was cut short is begun again. */
    private void initialiseOnce(Path programs, Path data) {
        if (Files.exists(data)) {
            return;
        }
        Path draft = settings.directory().resolve("data.new");
        Path password = settings.directory().resolve("password.new");
        try {
            Folders.delete(draft);
            Files.deleteIfExists(password);
            PrivateFile.readOrCreate(password, () -> passwordOf(Passwords.SUPERUSER));
            var words = new ArrayList<>(AsNormalUser.prefix());
            words.add(programs.resolve("bin/initdb").toString());
            words.addAll(PostgresConfiguration.initdb(draft, password, settings.quickStart()));
            int code = ChildProcess.start("initdb", new ChildProcess.Command(words, settings.directory()), log())
                    .awaitExit(START_LIMIT);
            if (code != 0) {
                throw StartFailed.quoting(
                        log(), "PostgreSQL's data directory cannot be made (exit %d).".formatted(code));
            }
            Files.delete(password);
            Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void provision() {
        try {
            try (var connection = connect("postgres", Passwords.SUPERUSER)) {
                PostgresRoles.provision(connection, passwords());
            }
        } catch (SQLException failed) {
            throw new StartFailed("PostgreSQL's roles cannot be made: " + failed.getMessage(), failed);
        }
    }

    /** A new connection to the database {@code seenby} as one of the roles, or as {@code postgres}. */
    public Connection connect(String role) throws SQLException {
        return connect(DATABASE, role);
    }

    private Connection connect(String database, String role) throws SQLException {
        var login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", passwordOf(role));
        login.setProperty("connectTimeout", "5");
        // Not by DriverManager: it sees only the drivers of the caller's class loader.
        var connection = new Driver().connect("jdbc:postgresql://" + address() + "/" + database, login);
        if (connection == null) {
            throw new SQLException("the driver knows no such URL");
        }
        return connection;
    }

    /** {@code host:port}. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    /** A JDBC URL with user and password in it, for tools on this machine. */
    public String jdbcUrl(String role) {
        return "jdbc:postgresql://%s/%s?user=%s&password=%s".formatted(address(), DATABASE, role, passwordOf(role));
    }

    /**
     * The password of a role.
     *
     * @throws IllegalArgumentException if there is no such role
     */
    public String passwordOf(String role) {
        return passwords().of(role);
    }

    private Passwords passwords() {
        return Passwords.keptIn(settings.directory().resolve("passwords.properties"));
    }
}
