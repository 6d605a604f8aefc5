package io.seenby.audit.ops;

import io.seenby.audit.postgres.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Readiness: the views were up to date at least once since the start, and their database answers. */
@Readiness
@ApplicationScoped
class CaughtUp implements HealthCheck {

    private final Progress progress;
    private final Database database;

    CaughtUp(Progress progress, Database database) {
        this.progress = progress;
        this.database = database;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("views")
                .status(progress.isCaughtUp() && databaseAnswers())
                .withData("lag", progress.lag().orElse(-1))
                .build();
    }

    private boolean databaseAnswers() {
        try {
            return database.inTransaction(connection -> connection.isValid(3));
        } catch (SQLException unreachable) {
            return false;
        }
    }
}
