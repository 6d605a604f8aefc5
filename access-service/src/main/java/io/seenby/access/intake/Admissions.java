package io.seenby.access.intake;

import io.seenby.access.ops.Trouble;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.publisher.Register;
import io.seenby.access.publisher.Standing;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Who may report: the tenant is open, and the publisher is registered in it and not suspended. */
@ApplicationScoped
public class Admissions {

    /** Whether somebody may. */
    public sealed interface Admission {}

    public record Admitted(Tenant tenant, Standing publisher) implements Admission {}

    public record Refused(Problem problem) implements Admission {}

    private static final Problem UNREGISTERED = Problem.of(
            ProblemType.UNREGISTERED_PUBLISHER,
            "The subject of this token is no registered publisher of its tenant: an administrator of the tenant registers"
                    + " it by POST /v1/publishers.");

    private static final Trouble TROUBLE = new Trouble(Admissions.class);

    private final Tenants tenants;
    private final Register register;

    Admissions(Tenants tenants, Register register) {
        this.tenants = tenants;
        this.register = register;
    }

    /** Completed already if tenant and publisher are in memory. Never fails: without the database it is a refusal. */
    public CompletableFuture<Admission> of(Publisher publisher) {
        return tenants.find(publisher.tenant())
                .thenCompose(found -> found.map(tenant -> register.find(tenant.id(), publisher.id())
                                .thenApply(standing -> admission(tenant, standing)))
                        .orElseGet(() -> CompletableFuture.completedFuture(new Refused(Intake.notOpen()))))
                .exceptionally(Admissions::unknown);
    }

    private static Admission unknown(Throwable failure) {
        TROUBLE.warn("It cannot be looked up who may report", failure);
        return new Refused(Problem.passing(
                ProblemType.UNAVAILABLE, "Tenant and publisher cannot be looked up just now.", Duration.ofSeconds(1)));
    }

    private static Admission admission(Tenant tenant, Optional<Standing> found) {
        if (found.isEmpty()) {
            return new Refused(UNREGISTERED);
        }
        return found.get().closed().<Admission>map(Refused::new).orElseGet(() -> new Admitted(tenant, found.get()));
    }
}
