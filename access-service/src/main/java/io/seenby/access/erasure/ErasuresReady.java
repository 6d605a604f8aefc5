package io.seenby.access.erasure;

import io.seenby.access.sealing.KeyGate;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every erasure that the ledger held at the start is done to the table of keys. */
@Readiness
@ApplicationScoped
class ErasuresReady implements HealthCheck {

    private final KeyGate gate;

    ErasuresReady(KeyGate gate) {
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        return gate.isOpen()
                ? HealthCheckResponse.up("erasures")
                : HealthCheckResponse.named("erasures")
                        .down()
                        .withData("why", "The ledger is being searched for clients whose keys must be destroyed.")
                        .build();
    }
}
