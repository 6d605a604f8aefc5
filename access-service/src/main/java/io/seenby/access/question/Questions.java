package io.seenby.access.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.intake.Intake;
import io.seenby.access.ledger.Appended;
import io.seenby.access.ledger.Ledger;
import io.seenby.access.ops.AccessMetrics;
import io.seenby.access.problem.Problem;
import io.seenby.access.sealing.ClientKeys;
import io.seenby.access.sealing.Identity;
import io.seenby.access.sealing.Opener;
import io.seenby.access.sealing.Refs;
import io.seenby.access.sealing.SealedEntry;
import io.seenby.access.sealing.Sealer;
import io.seenby.access.tenant.Tenant;
import io.seenby.access.tenant.Tenants;
import io.seenby.events.EventId;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.SealedBox;
import io.seenby.events.TenantId;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Records a question as {@code AuditQueried}, and only then opens what it may read. */
@ApplicationScoped
public class Questions {

    /** What becomes of a question. */
    public sealed interface Reply {}

    /** It is recorded; this is the body of the answer. */
    public record Answered(ObjectNode body) implements Reply {}

    /** Nothing was opened. */
    public record Unanswered(Problem problem) implements Reply {}

    private final Tenants tenants;
    private final Sealer sealer;
    private final Opener opener;
    private final Ledger ledger;
    private final AccessMetrics metrics;
    private final Clock clock;

    Questions(Tenants tenants, Sealer sealer, Opener opener, Ledger ledger, AccessMetrics metrics, Clock clock) {
        this.tenants = tenants;
        this.sealer = sealer;
        this.opener = opener;
        this.ledger = ledger;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Fails if the database does. */
    public CompletableFuture<Reply> ask(PublisherId service, JsonNode question) {
        List<Violation> violations = Validator.violations(QuestionShape.FIELDS, question);
        if (!violations.isEmpty()) {
            return unanswered(Problem.invalid(violations));
        }
        return tenants.find(new TenantId(question.get("tenant").textValue()))
                .thenCompose(tenant ->
                        tenant.map(open -> ask(open, service, question)).orElseGet(() -> unanswered(Intake.notOpen())));
    }

    private CompletableFuture<Reply> ask(Tenant tenant, PublisherId service, JsonNode question) {
        Instant now = clock.instant();
        Refs refs = new Refs(tenant.keys());
        Optional<Lookup> lookup = Optional.ofNullable(question.get("lookup")).map(asked -> Lookup.of(asked, refs));
        ObjectNode report = report(question, now);
        lookup.ifPresent(found -> found.describe(report));
        List<Violation> violations = Validator.violations(ReportShapes.of(EventType.AUDIT_QUERIED), report);
        if (!violations.isEmpty()) {
            return unanswered(Problem.invalid(violations));
        }
        SealedEntry entry = sealer.seal(
                Sealer.Draft.of(service, EventType.AUDIT_QUERIED, report, refs),
                tenant.keys(),
                ClientKeys.Held.NONE,
                now);
        return ledger.append(tenant.partition(), List.of(entry)).thenCompose(results -> switch (results.get(0)) {
            case Appended.Unknown unknown -> unanswered(unknown.problem());
            case Appended.At at -> {
                metrics.recorded(EventType.AUDIT_QUERIED);
                yield opener.open(tenant.keys(), boxes(tenant.id(), question.path("open")))
                        .thenApply(opened -> new Answered(body(now, at, opened, lookup)));
            }
        });
    }

    private static ObjectNode report(JsonNode question, Instant now) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", EventType.AUDIT_QUERIED.wire());
        report.put("eventId", UUID.randomUUID().toString());
        report.put("occurredAt", Moments.write(now));
        for (String name : List.of("actor", "question", "purpose", "asked", "clients", "position", "count", "digest")) {
            if (question.has(name)) {
                report.set(name, question.get(name));
            }
        }
        return report;
    }

    private static List<Opener.Boxed> boxes(TenantId tenant, JsonNode entries) {
        List<Opener.Boxed> boxed = new ArrayList<>(entries.size());
        for (JsonNode entry : entries) {
            List<SealedBox> boxes = new ArrayList<>();
            entry.get("sealed")
                    .forEach(box -> boxes.add(new SealedBox(
                            box.get("subject").textValue(),
                            box.get("keyId").textValue(),
                            box.get("ciphertext").textValue())));
            boxed.add(new Opener.Boxed(
                    new Identity(
                            tenant,
                            new PublisherId(entry.get("publisher").textValue()),
                            new EventId(entry.get("eventId").textValue())),
                    boxes));
        }
        return boxed;
    }

    private static ObjectNode body(
            Instant recordedAt, Appended.At at, List<Opener.Opened> opened, Optional<Lookup> lookup) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("recordedAt", Moments.write(recordedAt));
        body.put("partition", at.partition());
        body.put("offset", at.offset());
        ArrayNode entries = body.putArray("opened");
        for (Opener.Opened each : opened) {
            ObjectNode entry = entries.addObject();
            ObjectNode texts = entry.putObject("texts");
            each.texts().forEach(texts::put);
            each.erased().forEach(entry.putArray("erased")::add);
            each.unreadable().forEach(entry.putArray("unreadable")::add);
        }
        lookup.ifPresent(found -> body.put("ref", found.ref()));
        return body;
    }

    private CompletableFuture<Reply> unanswered(Problem problem) {
        metrics.refused(problem.type());
        return CompletableFuture.completedFuture(new Unanswered(problem));
    }
}
