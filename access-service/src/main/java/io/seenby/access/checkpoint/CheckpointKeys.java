package io.seenby.access.checkpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.ledger.OwnEvents;
import io.seenby.access.ledger.TopicWatch;
import io.seenby.access.problem.Problem;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.TenantOpening;
import io.seenby.access.tenant.Tenants;
import io.seenby.core.ledger.AnnouncedKey;
import io.seenby.events.EventType;
import io.seenby.events.Patterns;
import io.seenby.events.PublisherId;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Records {@code CheckpointKeyRotated} in a partition's own ledger, which is opened when it is first needed. */
@ApplicationScoped
public class CheckpointKeys {

    private static final Secrecy CLEAR =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());

    private static final Fields SHAPE = Fields.of(
            new Field("partition", new Count(0, 1_000_000), true, "Whose trees' checkpoints the key signs."),
            new Field(
                    "key",
                    new Text(1, 164, Optional.of(Patterns.CHECKPOINT_KEY), CLEAR),
                    true,
                    "The verifier key, named for the tree of the partition's own ledger."),
            new Field(
                    "former",
                    new Text(8, 8, Optional.of(Patterns.CHECKPOINT_KEY_ID), CLEAR),
                    false,
                    "Id of the key that signed before."));

    private final TopicWatch topic;
    private final TenantOpening opening;
    private final Tenants tenants;
    private final OwnEvents events;

    CheckpointKeys(TopicWatch topic, TenantOpening opening, Tenants tenants, OwnEvents events) {
        this.topic = topic;
        this.opening = opening;
        this.tenants = tenants;
        this.events = events;
    }

    /** Empty when it is recorded, else why it is not. Fails if the database does. */
    public CompletableFuture<Optional<Problem>> record(PublisherId service, JsonNode announced) {
        List<Violation> violations = Validator.violations(SHAPE, announced);
        if (!violations.isEmpty()) {
            return refused(Problem.invalid(violations));
        }
        int partition = announced.get("partition").intValue();
        if (partition >= topic.partitions().orElse(Integer.MAX_VALUE)) {
            return refused(Problem.at("/partition", "is no partition of the ledger"));
        }
        if (AnnouncedKey.in(partition, announced.get("key").textValue()).isEmpty()) {
            return refused(Problem.at("/key", "must be a log's key by the name " + AnnouncedKey.nameIn(partition)));
        }
        return opening.openOwn(partition)
                .thenCompose(result -> result instanceof TenantOpening.NotOpened not
                        ? refused(not.problem())
                        : tenants.find(TenantId.ofLedger(partition))
                                .thenCompose(own -> append(own.orElseThrow(), service, announced)));
    }

    private CompletableFuture<Optional<Problem>> append(Tenant own, PublisherId service, JsonNode announced) {
        return events.record(
                own.partition(), own.keys(), service, EventType.CHECKPOINT_KEY_ROTATED, (ObjectNode) announced);
    }

    private static CompletableFuture<Optional<Problem>> refused(Problem problem) {
        return CompletableFuture.completedFuture(Optional.of(problem));
    }
}
