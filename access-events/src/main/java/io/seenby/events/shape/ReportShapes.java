package io.seenby.events.shape;

import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.EventType;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How each event is reported by a publisher: every field with its limits and its secrecy. Limits of text are in code
 * points. Tenant and publisher are never fields: they come from the token.
 */
public final class ReportShapes {

    /** 2^53−1, the largest integer that RFC 8785 (I-JSON) carries exactly. */
    static final long MAX_INTEGER = 9_007_199_254_740_991L;

    private static Fields envelope(EventType type) {
        return Fields.of(
                required("type", oneOf(List.of(type.wire())), "Wire name of the event with its version."),
                required(
                        "eventId",
                        clear(Patterns.EVENT_ID, 128),
                        "The publisher's own id of this event; makes a resend safe."),
                required("occurredAt", new Moment(), "When it happened."),
                optional(
                        "instance",
                        clear(Patterns.CODE, 64),
                        "Which instance of the publisher reports; \"main\" if absent."),
                optional("sequence", new Count(0, MAX_INTEGER), "The instance's own count, so that a gap is noticed."),
                optional("original", sealed(60_000, CLIENT), "The source system's own record of the event, verbatim."));
    }

    private static final Map<EventType, Fields> SHAPES = shapes();

    private static Map<EventType, Fields> shapes() {
        Map<EventType, Fields> shapes = new EnumMap<>(EventType.class);
        Arrays.stream(EventType.values())
                .forEach(type -> shapes.put(type, envelope(type).and(own(type))));
        return shapes;
    }

    private ReportShapes() {}

    public static Fields of(EventType type) {
        return Objects.requireNonNull(SHAPES.get(type));
    }

    /** What the type has beside the envelope. */
    private static Fields own(EventType type) {
        return switch (type) {
            case RECORD_READ -> AccessShapes.recordRead();
            case CLIENTS_SEARCHED -> AccessShapes.clientsSearched();
            case RECORD_EXPORTED -> AccessShapes.recordExported();
            case RECORD_PRINTED -> AccessShapes.recordPrinted();
            case ACCESS_DENIED -> AccessShapes.accessDenied();
            case ACTOR_AUTHENTICATED -> AccessShapes.actorAuthenticated();
            case INFORMATION_DISCLOSED -> DisclosureShapes.informationDisclosed();
            case CLIENT_REGISTERED -> FactShapes.clientRegistered();
            case CLIENT_TRAITS_CHANGED -> FactShapes.clientTraitsChanged();
            case CONSENT_GRANTED -> FactShapes.consentGranted();
            case CONSENT_REVOKED -> FactShapes.consentRevoked();
            case ACTOR_JOINED, ACTOR_CHANGED -> ActorShapes.standing();
            case ACTOR_LEFT -> ActorShapes.actorLeft();
            case RELATIONSHIP_ESTABLISHED -> RelationshipShapes.relationshipEstablished();
            case RELATIONSHIP_ESTABLISHED_2 -> RelationshipShapes.relationshipEstablishedWithTeams();
            case RELATIONSHIP_ENDED -> RelationshipShapes.relationshipEnded();
            case WALL_RAISED -> RelationshipShapes.wallRaised();
            case WALL_LIFTED -> RelationshipShapes.wallLifted();
            case EXCEPTION_REVIEWED -> ExceptionShapes.exceptionReviewed();
            case PUBLISHER_HEARTBEAT -> PublisherShapes.publisherHeartbeat();
            case TENANT_OPENED -> ServiceShapes.tenantOpened();
            case PUBLISHER_REGISTERED -> ServiceShapes.publisherRegistered();
            case PUBLISHER_SUSPENDED -> ServiceShapes.publisherSuspended();
            case LEDGER_KEY_ROTATED -> ServiceShapes.ledgerKeyRotated();
            case CHECKPOINT_KEY_ROTATED -> ServiceShapes.checkpointKeyRotated();
            case AUDIT_QUERIED -> ServiceShapes.auditQueried();
            case INTEGRITY_DOUBTED -> ServiceShapes.integrityDoubted();
            case ALERT_ACKNOWLEDGED -> WorkShapes.alertAcknowledged();
            case ALERT_ASSIGNED -> WorkShapes.alertAssigned();
            case ALERT_SUPPRESSED -> WorkShapes.alertSuppressed();
            case ALERT_JUDGED -> WorkShapes.alertJudged();
            case LEGAL_HOLD_PLACED, LEGAL_HOLD_RELEASED -> ErasureShapes.legalHold();
            case DUTY_REQUESTED -> ErasureShapes.dutyRequested();
            case DUTY_APPROVED -> ErasureShapes.dutyApproved();
            case CLIENT_ERASED -> ErasureShapes.clientErased();
            case TIME_PASSED -> ServiceShapes.timePassed();
        };
    }
}
