package io.seenby.access.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.problem.Problem;
import io.seenby.access.tenant.Tenant;
import io.seenby.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Places and releases legal holds. What is placed holds from its place in the ledger on, and so does a release. */
@ApplicationScoped
public class LegalHolds {

    /**
     * What is said of a hold.
     *
     * @param hold id of the hold, such as a matter's
     * @param client id as publishers report it
     */
    public record Statement(String hold, String client, String reason) {}

    private final OwnEvents events;

    LegalHolds(OwnEvents events) {
        this.events = events;
    }

    /** Empty when it is recorded, else why it is not. Safe to repeat. Fails if the database does. */
    public CompletableFuture<Optional<Problem>> place(Tenant tenant, Statement said, String officer) {
        return append(tenant, EventType.LEGAL_HOLD_PLACED, said, officer);
    }

    /** As {@link #place}. A hold that was never placed is released like any other: nothing changes. */
    public CompletableFuture<Optional<Problem>> release(Tenant tenant, Statement said, String officer) {
        return append(tenant, EventType.LEGAL_HOLD_RELEASED, said, officer);
    }

    private CompletableFuture<Optional<Problem>> append(Tenant tenant, EventType type, Statement said, String officer) {
        ObjectNode fields = Person.of(officer);
        fields.putArray("clients").addObject().put("id", said.client());
        fields.put("hold", said.hold()).put("reason", said.reason());
        return events.record(tenant.partition(), tenant.keys(), Erasing.SEENBY, type, fields);
    }
}
