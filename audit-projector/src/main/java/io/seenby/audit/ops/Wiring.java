package io.seenby.audit.ops;

import io.seenby.audit.pipeline.Batch;
import io.seenby.audit.pipeline.LedgerMac;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.pipeline.PatientProjection;
import io.seenby.audit.pipeline.ProjectionPipeline;
import io.seenby.audit.postgres.Database;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.trace.Traces;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;

/** Builds the pipeline from the settings; the pipeline itself knows no framework. */
final class Wiring {

    private Wiring() {}

    @Produces
    @Singleton
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    static DatabaseSettings databaseSettings(ProjectorSettings settings) {
        return new DatabaseSettings(
                settings.db(),
                settings.schema(),
                settings.dbOwnerPassword().orElse(""),
                settings.dbProjectorPassword());
    }

    @Produces
    @Singleton
    static Database database(DatabaseSettings settings) {
        return new Database(settings);
    }

    static void close(@Disposes Database database) {
        database.close();
    }

    @Produces
    @Singleton
    static PatientProjection projection(
            ProjectorSettings settings,
            Database database,
            ProjectorMetrics metrics,
            Traces traces,
            Event<Outcome.Integrated> news) {
        LedgerMac mac = LedgerMac.ofKeyset(settings.ledgerKeyFile());
        return new PatientProjection(new ProjectionPipeline(mac, database), new PatientProjection.Listener() {
            @Override
            public void integrated(Outcome.Integrated outcome, Duration took) {
                metrics.integrated(outcome, took);
                traces.integrated(outcome, took);
                news.fire(outcome);
            }

            @Override
            public void retrying(Batch batch, SQLException fault, Duration pause) {
                metrics.retrying(batch, fault, pause);
            }
        });
    }
}
