package io.seenby.audit.command;

import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.DerivedTable;
import io.seenby.audit.postgres.Migrations;
import io.seenby.audit.postgres.Owner;
import io.seenby.audit.postgres.SchemaDigest;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.api.FlywayException;

/** The commands of the jar. They read the same environment variables as the service. */
final class Commands {

    private static final int USAGE = 64;

    /** What the environment calls the schema is the served one. */
    private static final String NOT_AN_OPTION = "-";

    /** And a command that is about another one must name it. */
    private static final String NOT_THE_SERVED_ONE = "";

    private static final String HELP = """
            Usage: java -jar quarkus-run.jar [COMMAND]
              (none)                            the service
              rebuild --schema NAME [--batch N] projects the whole ledger into a schema of its own, sends nothing
              switch --schema NAME [--batch N]  serves what was rebuilt there, under running services; the names are exchanged
              drop --schema NAME                drops a schema of views that is not served
              digest [--schema NAME]            one line per derived table: rows and digest
              migrate [--schema NAME]           brings the tables to this version, as role owner, and ends
            """;

    private Commands() {}

    /** Answers the exit code. */
    static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
        try {
            Options options = Options.of(arguments, environment);
            return switch (arguments[0]) {
                case "rebuild" -> rebuild(options, out);
                case "switch" -> exchange(options, out);
                case "drop" -> drop(options, out);
                case "digest" -> digest(options, out);
                case "migrate" -> migrate(options, out);
                case "help", "--help", "-h" -> {
                    out.print(HELP);
                    yield 0;
                }
                default -> throw new IllegalArgumentException("no such command: " + arguments[0]);
            };
        } catch (IllegalArgumentException wrong) {
            out.println(wrong.getMessage());
            out.print(HELP);
            return USAGE;
        } catch (FlywayException failed) {
            out.println("The tables cannot be migrated: " + failed.getMessage());
            return 1;
        } catch (SQLException failed) {
            out.println("The database failed with SQLSTATE " + failed.getSQLState() + ": " + failed.getMessage());
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static int rebuild(Options options, PrintStream out) throws SQLException, InterruptedException {
        DatabaseSettings settings = options.database(options.required("schema", "SEENBY_SCHEMA"));
        return new Rebuild(settings, options.broker(), ledgerKeys(options), batch(options), out).run();
    }

    private static int exchange(Options options, PrintStream out) throws SQLException, InterruptedException {
        DatabaseSettings next = options.database(options.required("schema", NOT_THE_SERVED_ONE));
        return new Switch(served(options), next, options.broker(), ledgerKeys(options), batch(options), out).run();
    }

    private static int drop(Options options, PrintStream out) throws SQLException {
        DatabaseSettings former = options.database(options.required("schema", NOT_THE_SERVED_ONE));
        if (former.schema().equals(served(options).schema())) {
            throw new IllegalArgumentException(former.schema() + " is what is served");
        }
        boolean dropped = Owner.drop(former);
        out.printf(dropped ? "Dropped %s.%n" : "There are no views in %s.%n", former.schema());
        return dropped ? 0 : 1;
    }

    private static DatabaseSettings served(Options options) {
        return options.database(options.or(NOT_AN_OPTION, "SEENBY_SCHEMA", "views"));
    }

    private static Path ledgerKeys(Options options) {
        return Path.of(options.required("ledger-key-file", "SEENBY_LEDGER_KEY_FILE"));
    }

    private static int batch(Options options) {
        return options.number("batch", "SEENBY_BATCH", 5_000);
    }

    private static int migrate(Options options, PrintStream out) {
        Migrations.run(new DatabaseSettings(
                options.required("db", "SEENBY_DB"),
                options.or("schema", "SEENBY_SCHEMA", "views"),
                options.required("db-owner-password", "SEENBY_DB_OWNER_PASSWORD"),
                ""));
        out.println("The tables of the views are of this version.");
        return 0;
    }

    private static int digest(Options options, PrintStream out) throws SQLException {
        DatabaseSettings settings = options.database(options.or("schema", "SEENBY_SCHEMA", "views"));
        try (Database database = new Database(settings)) {
            Map<DerivedTable, SchemaDigest.OfTable> digests = SchemaDigest.of(database);
            digests.forEach(
                    (table, digest) -> out.printf("%-16s %12d  %s%n", table.sqlName(), digest.rows(), digest.md5()));
            return 0;
        }
    }
}
