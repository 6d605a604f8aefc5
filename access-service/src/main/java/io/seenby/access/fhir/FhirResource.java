package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.intake.Admissions;
import io.seenby.access.intake.Publisher;
import io.seenby.access.intake.Workers;
import io.seenby.access.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Where FHIR R4 systems report (IHE ITI-20, RESTful ATNA feed). Only creation: what was recorded is read from the audit
 * service.
 */
@Path("/fhir")
@Tag(name = "fhir", description = "FHIR R4: AuditEvents and Consents")
class FhirResource {

    private final FhirIntake intake;
    private final Admissions admissions;
    private final Workers workers;
    private final JsonWebToken token;

    FhirResource(FhirIntake intake, Admissions admissions, Workers workers, JsonWebToken token) {
        this.intake = intake;
        this.admissions = admissions;
        this.workers = workers;
        this.token = token;
    }

    @POST
    @Path("AuditEvent")
    @RolesAllowed("publisher")
    @Operation(
            operationId = "recordAuditEvent",
            summary = "Records a FHIR R4 AuditEvent, or each of a batch Bundle of them",
            description = "Answers an OperationOutcome, or nothing to Prefer: return=minimal. The receipt stands in the"
                    + " header SeenBy-Receipt, in base64url.")
    @APIResponse(responseCode = "201", description = "It is in the ledger")
    @APIResponse(responseCode = "200", description = "A batch-response Bundle: one status per entry")
    @APIResponse(responseCode = "400", description = "It is not FHIR R4 in JSON")
    @APIResponse(responseCode = "413", description = "More than the ledger holds, or than is read at once")
    @APIResponse(responseCode = "415", description = "Not JSON")
    @APIResponse(responseCode = "422", description = "It is FHIR R4, and has no place in the ledger")
    @APIResponse(responseCode = "503", description = "Send it again: the identity is its content, so that is safe")
    public Uni<Response> auditEvent(@Context HttpHeaders headers, byte[] body) {
        return take(headers, body, List.of("AuditEvent", "Bundle"));
    }

    @POST
    @Path("Consent")
    @RolesAllowed("publisher")
    @Operation(operationId = "recordConsent", summary = "Records a FHIR R4 Consent as granted or revoked")
    @APIResponse(responseCode = "201", description = "It is in the ledger")
    @APIResponse(responseCode = "422", description = "It holds terms that cannot be judged; the answer says which")
    public Uni<Response> consent(@Context HttpHeaders headers, byte[] body) {
        return take(headers, body, List.of("Consent"));
    }

    @POST
    @RolesAllowed("publisher")
    @Operation(operationId = "recordBatch", summary = "Records each AuditEvent and Consent of a batch Bundle")
    @APIResponse(responseCode = "200", description = "A batch-response Bundle: one status per entry")
    public Uni<Response> batch(@Context HttpHeaders headers, byte[] body) {
        return take(headers, body, List.of("Bundle"));
    }

    @GET
    @Path("metadata")
    @PermitAll
    @Operation(operationId = "fhirCapabilities", summary = "What this FHIR server can do")
    @APIResponse(responseCode = "200", description = "A CapabilityStatement")
    public Response capabilities() {
        return Response.ok(Capabilities.STATEMENT, Fhir.mediaType()).build();
    }

    private Uni<Response> take(HttpHeaders headers, byte[] body, List<String> expected) {
        Reply reply = Reply.to(headers);
        if (!Fhir.isJson(Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)))) {
            return done(reply.of(Answer.failed(
                    ProblemType.UNSUPPORTED_MEDIA_TYPE,
                    Flaw.Kind.NOT_SUPPORTED,
                    "Resource",
                    "must be sent as " + Fhir.JSON)));
        }
        Optional<Publisher> publisher = Publishers.of(token);
        if (publisher.isEmpty()) {
            return done(reply.of(Answer.failed(
                    ProblemType.FORBIDDEN, Flaw.Kind.FORBIDDEN, "Resource", "has a sender who reports for no tenant")));
        }
        return Uni.createFrom()
                .completionStage(() -> admissions.of(publisher.get()))
                .emitOn(workers)
                .chain(admission -> switch (admission) {
                    case Admissions.Admitted in -> mapped(reply, publisher.get(), body, expected);
                    case Admissions.Refused out -> done(reply.of(Answer.of(out.problem())));
                });
    }

    private Uni<Response> mapped(Reply reply, Publisher publisher, byte[] body, List<String> expected) {
        return switch (FhirBody.read(body)) {
            case FhirBody.Unreadable unreadable -> done(reply.of(unreadable.why()));
            case FhirBody.Single single -> {
                JsonNode resource = single.resource();
                yield expected.contains(resource.path("resourceType").asText(""))
                        ? intake.record(publisher, resource).map(reply::of)
                        : done(reply.of(unexpected(expected)));
            }
            case FhirBody.Several several -> {
                Optional<Answer.Failed> refusal = expected.contains("Bundle")
                        ? Bundles.refusal(several.bundle())
                        : Optional.of(unexpected(expected));
                yield refusal.isPresent()
                        ? done(reply.of(refusal.get()))
                        : intake.recordBatch(publisher, several).map(reply::ofBatch);
            }
        };
    }

    private static Answer.Failed unexpected(List<String> expected) {
        return Answer.failed(
                ProblemType.INVALID,
                Flaw.Kind.STRUCTURE,
                "Resource.resourceType",
                "must be " + String.join(" or ", expected) + " here");
    }

    private static Uni<Response> done(Response response) {
        return Uni.createFrom().item(response);
    }
}
