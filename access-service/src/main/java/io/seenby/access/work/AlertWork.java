package io.seenby.access.work;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.intake.Intake;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.ledger.OwnEvents.Refused;
import io.seenby.access.ledger.OwnEvents.Said;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.access.sealing.Refs;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.shape.RefKind;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Records what people do with an alert. Only here can it be told whether an alert is about somebody whose plain id is
 * known: whoever works on an alert about themselves is refused, and so is giving it to them.
 */
@ApplicationScoped
public class AlertWork {

    private final Tenants tenants;
    private final OwnEvents events;

    AlertWork(Tenants tenants, OwnEvents events) {
        this.tenants = tenants;
        this.events = events;
    }

    /** Fails if the database does. */
    public CompletableFuture<Said> record(PublisherId service, JsonNode act) {
        Optional<EventType> type = WorkShape.type(act.path("type").asText());
        if (type.isEmpty()) {
            return refused(Problem.at("/type", "must be one of what people do with an alert"));
        }
        List<Violation> violations = Validator.violations(WorkShape.of(type.get()), act);
        if (!violations.isEmpty()) {
            return refused(Problem.invalid(violations));
        }
        return tenants.find(new TenantId(act.get("tenant").textValue()))
                .thenCompose(tenant -> tenant.map(open -> record(open, service, type.get(), act))
                        .orElseGet(() -> refused(Intake.notOpen())));
    }

    private CompletableFuture<Said> record(Tenant tenant, PublisherId service, EventType type, JsonNode act) {
        if (isAboutThemselves(act, new Refs(tenant.keys()))) {
            return refused(Problem.of(ProblemType.OWN_ALERT, "The alert is about who works on it or is to."));
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (Field field : WorkShape.own(type)) {
            if (act.has(field.name())) {
                fields.set(field.name(), act.get(field.name()));
            }
        }
        return events.say(tenant.partition(), tenant.keys(), service, type, fields);
    }

    private static boolean isAboutThemselves(JsonNode act, Refs refs) {
        return act.has("about")
                && Stream.of("actor", "assignee")
                        .filter(act::has)
                        .map(who ->
                                refs.ref(RefKind.ACTOR, act.get(who).get("id").textValue()))
                        .anyMatch(act.get("about").textValue()::equals);
    }

    private static CompletableFuture<Said> refused(Problem problem) {
        return CompletableFuture.completedFuture(new Refused(problem));
    }
}
