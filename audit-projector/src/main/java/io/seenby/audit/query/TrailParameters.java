package io.seenby.audit.query;

import io.seenby.audit.http.Parameters;
import io.seenby.events.Action;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameters of {@code GET /v1/trail} as they stand in the URL. */
public class TrailParameters {

    @QueryParam("client")
    @Parameter(description = "Ref of a client: who saw this client?")
    @Nullable
    String client;

    @QueryParam("actor")
    @Parameter(description = "Ref of an actor: what did this actor see?")
    @Nullable
    String actor;

    @QueryParam("record")
    @Parameter(description = "Ref of a record: what became of it?")
    @Nullable
    String record;

    @QueryParam("action")
    @Parameter(description = "read, search, export, print, denied, authenticate or disclose.")
    @Nullable
    String action;

    @QueryParam("purpose")
    @Parameter(description = "Purpose code of the access.")
    @Nullable
    String purpose;

    @QueryParam("outcome")
    @Parameter(description = "success, partial or failure.")
    @Nullable
    String outcome;

    @QueryParam("label")
    @Parameter(description = "A sensitivity label of the record.")
    @Nullable
    String label;

    @QueryParam("from")
    @Parameter(description = "Occurred at or after this moment (RFC 3339).")
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(description = "Occurred before this moment (RFC 3339).")
    @Nullable
    String to;

    @QueryParam("proof")
    @Parameter(description = "true for the value of each entry and the proof that it stands in the ledger.")
    @Nullable
    String proof;

    @QueryParam("limit")
    @Parameter(description = "Entries on a page: 1 to 200, 50 if absent.")
    @Nullable
    String limit;

    @QueryParam("after")
    @Parameter(description = "The next page: what the last one said under next.")
    @Nullable
    String after;

    TrailFilter filter() {
        return new TrailFilter(
                Parameters.ref("client", client),
                Parameters.ref("actor", actor),
                Parameters.ref("record", record),
                Parameters.oneOf("action", action, Action.class),
                Parameters.oneOf("purpose", purpose, Purpose.class),
                Parameters.oneOf("outcome", outcome, Outcome.class),
                Parameters.code("label", label),
                Parameters.moment("from", from),
                Parameters.moment("to", to),
                false);
    }

    boolean proof() {
        return Parameters.flag("proof", proof);
    }

    int limit() {
        return Parameters.limit(limit);
    }

    Optional<String> after() {
        return Optional.ofNullable(after);
    }
}
