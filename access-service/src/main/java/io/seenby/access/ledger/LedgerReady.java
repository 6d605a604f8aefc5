package io.seenby.access.ledger;

import io.seenby.access.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while the ledger's topic is there and takes entries. */
@Readiness
@ApplicationScoped
class LedgerReady implements HealthCheck {

    private final TopicWatch topic;
    private final Gate gate;

    LedgerReady(TopicWatch topic, Gate gate) {
        this.topic = topic;
        this.gate = gate;
    }

    @Override
    public HealthCheckResponse call() {
        Optional<String> why = topic.fault().or(() -> gate.closed().map(Problem::detail));
        return why.map(reason -> HealthCheckResponse.named("ledger")
                        .down()
                        .withData("why", reason)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("ledger"));
    }
}
