package io.seenby.audit.alert;

import io.seenby.audit.http.Askers;
import io.seenby.audit.http.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * The opening of the current request's stream. It is a step of its own because the framework sends the head of an
 * event stream at once: a stream that cannot be recorded must be refused before that.
 */
@RequestScoped
class StreamOpening {

    static final String HEADER = "Last-Event-ID";
    static final String PARAMETER = "lastEventId";

    private AlertStream.@Nullable Opened opened;

    void set(AlertStream.Opened now) {
        opened = now;
    }

    AlertStream.Opened opened() {
        return Objects.requireNonNull(opened, "the filter opened it");
    }

    /** Runs after the parameters' names are checked. */
    static class Filter {

        private final AlertStream stream;
        private final Askers askers;
        private final StreamOpening opening;

        Filter(AlertStream stream, Askers askers, StreamOpening opening) {
            this.stream = stream;
            this.askers = askers;
            this.opening = opening;
        }

        @OpensStream
        @ServerRequestFilter(priority = Priorities.USER + 100)
        public Uni<Void> open(ContainerRequestContext request) {
            return stream.open(askers.current(), resume(request))
                    .invoke(opening::set)
                    .replaceWithVoid();
        }

        private static Optional<Long> resume(ContainerRequestContext request) {
            return Parameters.index(HEADER, request.getHeaderString(HEADER))
                    .or(() -> Parameters.index(
                            PARAMETER, request.getUriInfo().getQueryParameters().getFirst(PARAMETER)));
        }
    }
}
