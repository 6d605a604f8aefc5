package io.seenby.audit.kafka;

import io.seenby.audit.ops.Halt;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Liveness: nothing has halted us, and no partition that is ours is moved by somebody else. That the channel itself still
 * polls, the messaging extension's own check says.
 */
@Liveness
@ApplicationScoped
class ConsumerAlive implements HealthCheck {

    private final OwnedPartitions partitions;
    private final Halt halt;

    ConsumerAlive(OwnedPartitions partitions, Halt halt) {
        this.partitions = partitions;
        this.halt = halt;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("ledger consumer")
                .status(!halt.isHalted() && partitions.stale().isEmpty())
                .withData("halted", halt.isHalted())
                .withData("stale partitions", partitions.stale().toString())
                .build();
    }
}
