package io.seenby.audit.ops;

import io.quarkus.runtime.StartupEvent;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.Migrations;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Brings the tables to this program's version before the first record is polled. */
@ApplicationScoped
class Start {

    private final DatabaseSettings settings;
    private final boolean migrates;

    Start(DatabaseSettings settings, ProjectorSettings projector) {
        this.settings = settings;
        this.migrates = projector.migrateAtStart();
    }

    /** The channels start at a higher number, that is: later. */
    void migrate(@Observes @Priority(1) StartupEvent event) {
        if (migrates) {
            Migrations.run(settings);
        }
    }
}
