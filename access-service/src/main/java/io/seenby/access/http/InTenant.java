package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.intake.Intake;
import io.seenby.access.problem.Problem;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** What a person does in the tenant of their token; nobody may name another. */
@ApplicationScoped
class InTenant {

    private final Tenants tenants;

    InTenant(Tenants tenants) {
        this.tenants = tenants;
    }

    /** @param work gets the tenant and the subject of the token */
    Uni<Response> work(JsonWebToken token, BiFunction<Tenant, String, CompletableFuture<Response>> work) {
        // Here, while the request is at hand: the tenant may come from another thread.
        String subject = token.getSubject();
        Optional<CompletableFuture<Optional<Tenant>>> named =
                Callers.tenantOf(token).map(tenants::find);
        return Uni.createFrom()
                .completionStage(() -> named.orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                        .thenCompose(found -> found.map(tenant -> work.apply(tenant, subject))
                                .orElseGet(
                                        () -> CompletableFuture.completedFuture(ProblemResponse.of(Intake.notOpen())))))
                .onFailure()
                .recoverWithItem(ProblemResponse::unavailable);
    }

    /** The same for a body that has this shape; else it says what is wrong with it. */
    Uni<Response> work(
            JsonWebToken token,
            Fields shape,
            JsonNode body,
            BiFunction<Tenant, String, CompletableFuture<Response>> work) {
        List<Violation> violations = Validator.violations(shape, body);
        return violations.isEmpty()
                ? work(token, work)
                : Uni.createFrom().item(ProblemResponse.of(Problem.invalid(violations)));
    }

    static Response json(int status, JsonNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body.toString())
                .build();
    }
}
