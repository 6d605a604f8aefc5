package io.seenby.access.tenant;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the database of the keys answers. */
@Readiness
@ApplicationScoped
class KeysReady implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tenants tenants;

    KeysReady(Tenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(tenants::answers)
                .map(answered -> HealthCheckResponse.up("keys"))
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> down())
                .onFailure()
                .recoverWithItem(() -> down());
    }

    private static HealthCheckResponse down() {
        return HealthCheckResponse.named("keys")
                .down()
                .withData("why", "The database of the keys does not answer.")
                .build();
    }
}
