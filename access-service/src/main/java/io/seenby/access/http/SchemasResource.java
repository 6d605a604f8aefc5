package io.seenby.access.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.BreachAlert;
import io.seenby.events.EventType;
import io.seenby.events.shape.AlertShape;
import io.seenby.events.shape.JsonSchemas;
import io.seenby.events.shape.ReportShapes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** JSON Schemas of reports and alerts, for anybody. */
@Path("/schemas")
@Tag(name = "schemas")
@Produces("application/schema+json")
class SchemasResource {

    private static final Map<String, String> BY_NAME = documents();

    private static Map<String, String> documents() {
        Map<String, String> documents = new LinkedHashMap<>();
        for (EventType type : EventType.values()) {
            documents.put(
                    type.wire(),
                    JsonSchemas.document(type.wire(), ReportShapes.of(type)).toString());
        }
        documents.put(
                BreachAlert.TYPE,
                JsonSchemas.document(BreachAlert.TYPE, AlertShape.FIELDS).toString());
        return documents;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listSchemas", summary = "Names and addresses of all schemas")
    public String index() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        BY_NAME.keySet().forEach(name -> all.addObject().put("type", name).put("schema", "/schemas/" + name + ".json"));
        return all.toString();
    }

    @GET
    @Path("/{wireName}.json")
    @Operation(
            operationId = "schema",
            summary = "How an event is reported, or an alert published (JSON Schema 2020-12)")
    @APIResponse(responseCode = "200", description = "The schema")
    @APIResponse(responseCode = "404", description = "There is no such type")
    public Response schema(@PathParam("wireName") String wireName) {
        String document = BY_NAME.get(wireName);
        return document == null
                ? ProblemResponse.of(Problem.of(ProblemType.NOT_FOUND, "There is no such type."))
                : Response.ok(document).build();
    }
}
