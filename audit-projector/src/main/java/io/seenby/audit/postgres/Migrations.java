package io.seenby.audit.postgres;

import org.flywaydb.core.Flyway;

/** Brings the schemas to the version of this program, as role {@code owner}: nobody who runs may change a table. */
public final class Migrations {

    private Migrations() {}

    /** Creates what is missing. Safe to repeat, and safe when several instances start at once. */
    public static void run(DatabaseSettings settings) {
        migrate(settings, settings.schema(), "classpath:db/views");
        migrate(settings, "owned", "classpath:db/owned");
    }

    private static void migrate(DatabaseSettings settings, String schema, String location) {
        Flyway.configure()
                .dataSource(settings.jdbcUrl(), "owner", settings.ownerPassword())
                .defaultSchema(schema)
                .schemas(schema)
                .createSchemas(true)
                .locations(location)
                .load()
                .migrate();
    }
}
