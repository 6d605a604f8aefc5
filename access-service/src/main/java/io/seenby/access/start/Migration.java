package io.seenby.access.start;

import java.io.PrintStream;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables of the keys to this version, as role {@code owner}: as the service does where nobody forbids it. */
final class Migration {

    private static final String SCHEMA = "keys";

    private Migration() {}

    /** Answers the exit code. */
    static int run(Map<String, String> environment, PrintStream out) {
        try {
            Flyway.configure()
                    .dataSource(
                            "jdbc:postgresql://" + environment.getOrDefault("SEENBY_DB", "127.0.0.1:8406/seenby"),
                            "owner",
                            environment.getOrDefault("SEENBY_DB_OWNER_PASSWORD", ""))
                    .defaultSchema(SCHEMA)
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            out.println("The tables of the keys are of this version.");
            return 0;
        } catch (FlywayException failed) {
            out.println("The tables cannot be migrated: " + failed.getMessage());
            return 1;
        }
    }
}
