package io.seenby.access.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.EventType;
import io.seenby.events.shape.JsonSchemas;
import io.seenby.events.shape.ReportShapes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** JSON Schemas of the reports, for anybody. */
@Path("/schemas")
@Tag(name = "schemas")
@Produces("application/schema+json")
class SchemasResource {

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listSchemas", summary = "Names and addresses of all schemas")
    public String index() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (EventType type : EventType.values()) {
            all.addObject().put("type", type.wire()).put("schema", "/schemas/" + type.wire() + ".json");
        }
        return all.toString();
    }

    @GET
    @Path("/{wireName}.json")
    @Operation(operationId = "schema", summary = "How one type of event is reported (JSON Schema 2020-12)")
    @APIResponse(responseCode = "200", description = "The schema")
    @APIResponse(responseCode = "404", description = "There is no such type")
    public Response schema(@PathParam("wireName") String wireName) {
        try {
            EventType type = EventType.ofWire(wireName);
            return Response.ok(JsonSchemas.document(wireName, ReportShapes.of(type))
                            .toString())
                    .build();
        } catch (IllegalArgumentException unknown) {
            return ProblemResponse.of(Problem.of(ProblemType.NOT_FOUND, "There is no such type."));
        }
    }
}
