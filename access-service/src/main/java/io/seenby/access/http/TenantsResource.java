package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.tenant.TenantOpening;
import io.seenby.events.Patterns;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where an administrator opens tenants: one whose token names a tenant only that one, for else they would learn which
 * others there are; one whose token names none, any.
 */
@Path("/v1/tenants")
@Tag(name = "tenants")
class TenantsResource {

    private static final Secrecy PUBLIC =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());

    private static final Fields OPENING = Fields.of(
            new Field("tenant", new Text(2, 63, Optional.of(Patterns.TENANT), PUBLIC), true, "The tenant's id."),
            new Field("name", new Text(1, 256, Optional.empty(), PUBLIC), false, "Display name."));

    private final TenantOpening opening;
    private final JsonWebToken token;

    TenantsResource(TenantOpening opening, JsonWebToken token) {
        this.opening = opening;
        this.token = token;
    }

    @POST
    @RolesAllowed("administrator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "openTenant",
            summary = "Opens a tenant",
            description = "Makes its keys, picks its partition for life and records TenantOpened. Safe to repeat."
                    + " A token that names a tenant opens that one only; one that names none, any.")
    @APIResponse(responseCode = "201", description = "Open from now on")
    @APIResponse(responseCode = "200", description = "It was open already; a new name is not taken")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role administrator, or the token names another tenant")
    @APIResponse(responseCode = "503", description = "The ledger cannot be reached; repeat the request")
    public Uni<Response> open(byte[] body) {
        return StrictRequest.answer(body, this::open);
    }

    private Uni<Response> open(JsonNode request) {
        List<Violation> violations = Validator.violations(OPENING, request);
        if (!violations.isEmpty()) {
            return Uni.createFrom().item(ProblemResponse.of(Problem.invalid(violations)));
        }
        TenantId tenant = new TenantId(request.get("tenant").textValue());
        if (namesAnother(tenant)) {
            return Uni.createFrom()
                    .item(ProblemResponse.of(
                            Problem.of(ProblemType.FORBIDDEN, "The administrator of a tenant opens no other.")));
        }
        if (tenant.isReserved()) {
            return Uni.createFrom().item(ProblemResponse.of(Problem.at("/tenant", "is a name of SeenBy's own")));
        }
        Optional<String> name = Optional.ofNullable(request.get("name")).map(JsonNode::textValue);
        return Uni.createFrom().completionStage(opening.open(tenant, name)).map(result -> response(tenant, result));
    }

    /** Whatever the claim holds: one without the form of a tenant is not as good as none. */
    private boolean namesAnother(TenantId tenant) {
        return token.<Object>claim("tenant")
                .filter(named -> !named.toString().equals(tenant.value()))
                .isPresent();
    }

    private static Response response(TenantId tenant, TenantOpening.Result result) {
        return switch (result) {
            case TenantOpening.OpenedNow now -> response(201, tenant, now.partition());
            case TenantOpening.OpenAlready already -> response(200, tenant, already.partition());
            case TenantOpening.NotOpened not -> ProblemResponse.of(not.problem());
        };
    }

    private static Response response(int status, TenantId tenant, int partition) {
        String body = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", tenant.value())
                .put("partition", partition)
                .toString();
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body)
                .build();
    }
}
