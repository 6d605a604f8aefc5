package io.seenby.audit.alert;

import io.seenby.audit.http.Role;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** Alerts as they are raised and changed, as server-sent events. */
@Path("/v1/alerts/stream")
@RolesAllowed({Role.AUDITOR, Role.INVESTIGATOR, Role.PRIVACY_OFFICER})
@Tag(name = "judgement")
public class AlertStreamResource {

    private final AlertStream stream;
    private final StreamOpening opening;
    private final Sse sse;

    AlertStreamResource(AlertStream stream, StreamOpening opening, Sse sse) {
        this.stream = stream;
        this.opening = opening;
        this.sse = sse;
    }

    /** The parameters are read by {@link StreamOpening.Filter}, before the response begins. */
    @GET
    @OpensStream
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            operationId = "alertStream",
            summary = "Alerts as they are raised and changed",
            description = "Each event's id is the tenant's alert ordinal, its data an alert as on the topic"
                    + " breach-alerts. Resumes after Last-Event-ID without gap; 0 begins with the first alert ever;"
                    + " without it the stream begins now. A comment shows life at least every 15 seconds. The stream"
                    + " ends when the token expires.")
    public Multi<OutboundSseEvent> alerts(
            @Parameter(description = "Ordinal of the last event received; what browsers send by themselves.")
                    @HeaderParam(StreamOpening.HEADER)
                    @Nullable
                    String lastEventIdHeader,
            @Parameter(description = "The same for those who cannot set a header; the header wins.")
                    @QueryParam(StreamOpening.PARAMETER)
                    @Nullable
                    String lastEventId) {
        return stream.follow(opening.opened()).map(this::event);
    }

    private OutboundSseEvent event(Optional<Revision> revision) {
        return revision.map(each -> sse.newEventBuilder()
                        .id(Long.toString(each.ordinal()))
                        .data(String.class, each.text())
                        .build())
                .orElseGet(() -> sse.newEventBuilder().comment("alive").build());
    }
}
