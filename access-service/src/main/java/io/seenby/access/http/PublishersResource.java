package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.AccessSettings;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.publisher.Registering;
import io.seenby.access.publisher.Registration;
import io.seenby.access.tenant.Tenant;
import io.seenby.events.Patterns;
import io.seenby.events.PublisherId;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where an administrator says who may report into the tenant of their token. */
@Path("/v1/publishers")
@Tag(name = "publishers")
class PublishersResource {

    private final Registering registering;
    private final InTenant inTenant;
    private final JsonWebToken token;
    private final boolean byKafka;

    PublishersResource(Registering registering, InTenant inTenant, JsonWebToken token, AccessSettings settings) {
        this.registering = registering;
        this.inTenant = inTenant;
        this.token = token;
        this.byKafka = settings.intakeKeyFile().isPresent();
    }

    @POST
    @RolesAllowed("administrator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "registerPublisher",
            summary = "Registers a publisher, or changes what it may send",
            description = "Holds here at once and at every other instance within a second, and is recorded as"
                    + " PublisherRegistered. It lifts a suspension. Safe to repeat.")
    @APIResponse(responseCode = "201", description = "Registered from now on")
    @APIResponse(responseCode = "200", description = "It was known; from now on it is as the request says")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role administrator, or no tenant that is open")
    @APIResponse(responseCode = "503", description = "Not stored; or it holds already, and the ledger is told later")
    public Uni<Response> register(byte[] body) {
        return StrictRequest.answer(
                body,
                request -> inTenant.work(token, (tenant, administrator) -> register(tenant, request, administrator)));
    }

    private CompletableFuture<Response> register(Tenant tenant, JsonNode request, String administrator) {
        Optional<Problem> wrong = wrong(PublisherShape.REGISTRATION, request);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        PublisherId publisher = new PublisherId(request.get("publisher").textValue());
        return publisher.value().equals(EventsRoute.OURSELVES)
                ? refused(Problem.at("/publisher", "is a name of SeenBy's own"))
                : registering
                        .register(tenant, publisher, PublisherShape.terms(request), administrator)
                        .thenApply(this::response);
    }

    @POST
    @Path("{publisher}/suspend")
    @RolesAllowed("administrator")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "suspendPublisher",
            summary = "Suspends a publisher: nothing more is taken from it",
            description = "Holds here before the answer and at every other instance within a second, even while Kafka"
                    + " is down; then it is recorded as PublisherSuspended. Registering it again lifts it. Safe to"
                    + " repeat.")
    @APIResponse(responseCode = "200", description = "It is suspended")
    @APIResponse(responseCode = "400", description = "The request does not have its shape")
    @APIResponse(responseCode = "403", description = "Not the role administrator, or no tenant that is open")
    @APIResponse(responseCode = "404", description = "No such publisher is registered in the tenant")
    @APIResponse(responseCode = "503", description = "Not stored; or it holds already, and the ledger is told later")
    public Uni<Response> suspend(@PathParam("publisher") String publisher, byte[] body) {
        return StrictRequest.answer(
                body,
                request -> inTenant.work(
                        token, (tenant, administrator) -> suspend(tenant, publisher, request, administrator)));
    }

    private CompletableFuture<Response> suspend(
            Tenant tenant, String publisher, JsonNode request, String administrator) {
        Optional<Problem> wrong = wrong(PublisherShape.SUSPENSION, request);
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        return Patterns.matches(Patterns.PUBLISHER, publisher)
                ? registering
                        .suspend(
                                tenant,
                                new PublisherId(publisher),
                                request.get("reason").textValue(),
                                administrator)
                        .thenApply(this::response)
                : CompletableFuture.completedFuture(response(new Registering.NotRegistered()));
    }

    @GET
    @RolesAllowed("administrator")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listPublishers", summary = "The register of the tenant's publishers, by name")
    @APIResponse(responseCode = "200", description = "What each may send, and whether it is suspended")
    @APIResponse(responseCode = "403", description = "Not the role administrator, or no tenant that is open")
    public Uni<Response> list() {
        return inTenant.work(
                token, (tenant, administrator) -> registering.of(tenant).thenApply(this::response));
    }

    private static Optional<Problem> wrong(Fields shape, JsonNode request) {
        List<Violation> violations = Validator.violations(shape, request);
        return violations.isEmpty() ? Optional.empty() : Optional.of(Problem.invalid(violations));
    }

    private static CompletableFuture<Response> refused(Problem problem) {
        return CompletableFuture.completedFuture(ProblemResponse.of(problem));
    }

    private Response response(Registering.Result result) {
        return switch (result) {
            case Registering.Done done ->
                InTenant.json(
                        done.change() == Registering.Change.FIRST ? 201 : 200,
                        PublisherShape.json(done.now(), byKafka));
            case Registering.NotRegistered no ->
                ProblemResponse.of(Problem.of(ProblemType.NOT_FOUND, "No such publisher is registered here."));
            case Registering.NotTold not ->
                ProblemResponse.of(Problem.passing(
                        ProblemType.UNAVAILABLE,
                        "It holds already; the ledger cannot be told just now and will be, by itself.",
                        Duration.ofSeconds(5)));
        };
    }

    private Response response(List<Registration> register) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode publishers = body.putArray("publishers");
        register.forEach(each -> publishers.add(PublisherShape.json(each, byKafka)));
        return InTenant.json(200, body);
    }
}
