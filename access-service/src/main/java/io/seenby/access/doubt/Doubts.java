package io.seenby.access.doubt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.intake.Intake;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.problem.Problem;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventType;
import io.seenby.events.IntegrityDoubt;
import io.seenby.events.Patterns;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Records {@code IntegrityDoubted}: the doubt itself must not be lost or hidden with the database that is in doubt. */
@ApplicationScoped
public class Doubts {

    private static final Secrecy CLEAR =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());
    private static final List<String> KINDS = WireCode.names(IntegrityDoubt.class);

    private static final Fields SHAPE = Fields.of(
            new Field("tenant", new Text(2, 63, Optional.of(Patterns.TENANT), CLEAR), true, "Whose ledger."),
            new Field("doubt", new Code(KINDS, Set.copyOf(KINDS)), true, "What does not agree."),
            new Field(
                    "position",
                    new Count(0, 9_007_199_254_740_991L),
                    true,
                    "First ledger index or tree size in doubt."));

    private final Tenants tenants;
    private final OwnEvents events;

    Doubts(Tenants tenants, OwnEvents events) {
        this.tenants = tenants;
        this.events = events;
    }

    /** Empty when it is recorded, else why it is not. Fails if the database does. */
    public CompletableFuture<Optional<Problem>> record(PublisherId service, JsonNode doubt) {
        List<Violation> violations = Validator.violations(SHAPE, doubt);
        if (!violations.isEmpty()) {
            return CompletableFuture.completedFuture(Optional.of(Problem.invalid(violations)));
        }
        return tenants.find(new TenantId(doubt.get("tenant").textValue()))
                .thenCompose(tenant -> tenant.map(open -> record(open, service, doubt))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.of(Intake.notOpen()))));
    }

    private CompletableFuture<Optional<Problem>> record(Tenant tenant, PublisherId service, JsonNode doubt) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set("doubt", doubt.get("doubt"));
        fields.set("position", doubt.get("position"));
        return events.record(tenant.partition(), tenant.keys(), service, EventType.INTEGRITY_DOUBTED, fields);
    }
}
