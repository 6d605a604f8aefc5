package io.seenby.access.publisher;

import io.seenby.access.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while it is known who is suspended. */
@Readiness
@ApplicationScoped
class RegisterReady implements HealthCheck {

    private final Register register;

    RegisterReady(Register register) {
        this.register = register;
    }

    @Override
    public HealthCheckResponse call() {
        return register.blind()
                .map(Problem::detail)
                .map(why -> HealthCheckResponse.named("publishers")
                        .down()
                        .withData("why", why)
                        .build())
                .orElseGet(() -> HealthCheckResponse.up("publishers"));
    }
}
