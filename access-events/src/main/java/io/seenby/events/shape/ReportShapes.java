package io.seenby.events.shape;

import static io.seenby.events.shape.Secrecy.Subject.ACTOR;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;
import static io.seenby.events.shape.Shapes.sealedButNoted;
import static io.seenby.events.shape.Shapes.token;

import io.seenby.events.ActorKind;
import io.seenby.events.Assurance;
import io.seenby.events.AuthenticationStep;
import io.seenby.events.Channel;
import io.seenby.events.ClientKind;
import io.seenby.events.ConsentDecision;
import io.seenby.events.EventType;
import io.seenby.events.Intent;
import io.seenby.events.KnownBy;
import io.seenby.events.LegalBasis;
import io.seenby.events.Medium;
import io.seenby.events.Outcome;
import io.seenby.events.Patterns;
import io.seenby.events.Purpose;
import io.seenby.events.Question;
import io.seenby.events.RecipientKind;
import io.seenby.events.RelationshipKind;
import io.seenby.events.Trait;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Clients;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Flag;
import io.seenby.events.shape.Shape.Moment;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How each event is reported by a publisher: every field with its limits and its secrecy. Limits of text are in code
 * points. Tenant and publisher are never fields: they come from the token.
 */
public final class ReportShapes {

    /** 2^53−1, the largest integer that RFC 8785 (I-JSON) carries exactly. */
    static final long MAX_INTEGER = 9_007_199_254_740_991L;

    private static final Pattern SHA_256 = Pattern.compile("^[A-Za-z0-9_-]{43}$");

    private static final Fields ENVELOPE = Fields.of(
            required("type", clear(Patterns.CODE, 64), "Wire name of the event with its version."),
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

    private static Fields tokens(Secrecy.Subject subject) {
        return Fields.of(
                optional("surname", token(RefKind.SURNAME, subject), "Surname, for matching relatives."),
                optional("household", token(RefKind.HOUSEHOLD, subject), "Household or full address, for matching."),
                optional("street", token(RefKind.STREET, subject), "Street with place, for matching neighbours."));
    }

    private static Fields person(Secrecy.Subject subject) {
        return Fields.of(
                        required("id", sealed(256, subject), "The publisher's id of the actor."),
                        required("kind", oneOf(ActorKind.class), "Standing towards the organisation."),
                        optional("name", sealed(256, subject), "Display name."),
                        optional("role", code(), "Role code."),
                        optional("department", code(), "Department code."),
                        optional("tokens", tokens(subject), "Text to match against clients."))
                .identifiedBy(RefKind.ACTOR, "id");
    }

    private static final Field WHO = required("actor", person(ACTOR), "Who did it.");
    private static final Field BY = optional("actor", person(ACTOR), "Who entered it; the publisher itself if absent.");

    private static final Fields RECORD = Fields.of(
                    required("type", code(), "Record type code."),
                    required("id", sealed(256, CLIENT), "The publisher's id of the record."),
                    optional("labels", list(code(), 0, 16), "Sensitivity labels."),
                    optional("medium", oneOf(Medium.class), "What it is kept on."),
                    optional("description", sealed(1_000, CLIENT), "What it is, in words."))
            .identifiedWithin(RefKind.RECORD, "type", "id");

    private static final Fields RECIPIENT = Fields.of(
                    optional("id", sealed(256, TENANT), "The publisher's id of the recipient."),
                    required("name", sealed(256, TENANT), "Name of the person or entity."),
                    optional("address", sealed(1_000, TENANT), "Address, if known."),
                    optional("kind", oneOf(RecipientKind.class), "Person or organisation."))
            .identifiedBy(RefKind.RECIPIENT, "id", "name");

    private static final Field RECORD_SEEN = required("record", RECORD, "What was looked at.");
    private static final Field PURPOSE = optional("purpose", oneOf(Purpose.class), "Why.");
    private static final Field INTENT = optional("intent", oneOf(Intent.class), "Deliberate if absent.");

    private static Field clients(int min, int max) {
        return new Field("clients", new Clients(min, max), min > 0, "Whose information it is.");
    }

    private static Field[] circumstances() {
        return new Field[] {
            WHO,
            PURPOSE,
            INTENT,
            optional("outcome", oneOf(Outcome.class), "Success if absent."),
            optional("operation", code(), "The publisher's own code of the operation."),
            optional("justification", sealedButNoted(4_000, CLIENT, "justified"), "Why, in the actor's words."),
            optional("breakGlass", new Flag(), "A barrier was overridden."),
            optional("session", ref(RefKind.SESSION, TENANT), "The actor's session."),
            optional("assurance", oneOf(Assurance.class), "Authenticator assurance level."),
            optional(
                    "origin",
                    Fields.of(
                            optional("address", sealed(256, TENANT), "Network address or host."),
                            optional("country", clear(Patterns.COUNTRY, 2), "ISO 3166-1 alpha-2.")),
                    "Where on the network the actor was.")
        };
    }

    private static final Field FROM = optional("from", new Moment(), "Valid from; occurredAt if absent.");
    private static final Field UNTIL = optional("until", new Moment(), "Valid until; open if absent.");

    private static Fields access(Field... own) {
        return ENVELOPE.and(circumstances()).and(own);
    }

    private static Fields fact(Field... own) {
        return ENVELOPE.and(BY).and(own);
    }

    private static final Map<EventType, Fields> SHAPES = shapes();

    private static Map<EventType, Fields> shapes() {
        Map<EventType, Fields> shapes = new EnumMap<>(EventType.class);
        Arrays.stream(EventType.values()).forEach(type -> shapes.put(type, shapeOf(type)));
        return shapes;
    }

    private ReportShapes() {}

    public static Fields of(EventType type) {
        return Objects.requireNonNull(SHAPES.get(type));
    }

    private static Fields shapeOf(EventType type) {
        return switch (type) {
            case RECORD_READ -> access(clients(0, 100), RECORD_SEEN);
            case CLIENTS_SEARCHED ->
                access(
                        clients(0, 1_000),
                        optional("record", RECORD, "The record type searched, if one."),
                        optional("query", sealed(4_000, CLIENT), "The query, verbatim."),
                        optional("fields", list(code(), 0, 32), "Attributes the query named."),
                        optional("terms", list(token(RefKind.TERM, TENANT), 0, 32), "Search terms."),
                        optional("hits", new Count(0, MAX_INTEGER), "Clients found; as many as listed if absent."));
            case RECORD_EXPORTED ->
                access(
                        clients(0, 1_000),
                        RECORD_SEEN,
                        optional("format", code(), "File format."),
                        optional("records", new Count(1, MAX_INTEGER), "Records in the file; 1 if absent."));
            case RECORD_PRINTED ->
                access(clients(0, 100), RECORD_SEEN, optional("copies", new Count(1, 10_000), "1 if absent."));
            case ACCESS_DENIED ->
                access(
                        clients(0, 100),
                        optional("record", RECORD, "What was refused."),
                        required(
                                "attempted",
                                oneOf(List.of("read", "search", "export", "print", "disclose")),
                                "What was tried."),
                        optional("reason", code(), "Why the system refused."));
            case ACTOR_AUTHENTICATED ->
                access(
                        clients(0, 1),
                        required("step", oneOf(AuthenticationStep.class), "Which moment of the session."),
                        optional("method", code(), "How."));
            case INFORMATION_DISCLOSED ->
                ENVELOPE.and(
                        WHO,
                        clients(1, 1_000),
                        optional("record", RECORD, "What was released."),
                        PURPOSE,
                        INTENT,
                        optional("outcome", oneOf(Outcome.class), "Success if absent."),
                        required("recipient", RECIPIENT, "Who received it."),
                        required("channel", oneOf(Channel.class), "How it left."),
                        optional(
                                "secured",
                                new Flag(),
                                "Encrypted or otherwise unreadable on the way; false if absent."),
                        optional("what", sealed(4_000, CLIENT), "Brief description of what was disclosed."),
                        optional("statement", sealed(4_000, CLIENT), "Brief statement of the purpose."),
                        optional("request", sealed(1_000, CLIENT), "Reference of the written request."),
                        optional("legalBasis", oneOf(LegalBasis.class), "What permits it."),
                        optional("basisReference", sealed(1_000, CLIENT), "Reference of the basis."),
                        optional("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent relied upon."),
                        optional("knownBy", oneOf(KnownBy.class), "System if absent."));
            case CLIENT_REGISTERED ->
                fact(
                        clients(1, 1),
                        required("kind", oneOf(ClientKind.class), "Person or organisation."),
                        optional("tokens", tokens(CLIENT), "Text to match against actors."));
            case CLIENT_TRAITS_CHANGED ->
                fact(
                        clients(1, 1),
                        required("traits", list(oneOf(Trait.class), 0, 4), "All traits from now on."),
                        optional("tokens", tokens(CLIENT), "Text to match against actors."));
            case CONSENT_GRANTED ->
                fact(
                        clients(1, 1),
                        required("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent."),
                        optional("decision", oneOf(ConsentDecision.class), "Permit if absent."),
                        optional("recordTypes", list(code(), 0, 64), "Any if absent."),
                        optional("purposes", list(oneOf(Purpose.class), 0, 16), "Any if absent."),
                        optional("recipients", list(RECIPIENT, 0, 64), "Anybody if absent."),
                        FROM,
                        UNTIL,
                        optional("noticeVersion", code(), "Version of the notice the client saw."),
                        optional("informedBy", sealed(256, TENANT), "Who informed the client."),
                        optional("capacity", code(), "In what capacity consent was given."));
            case CONSENT_REVOKED ->
                fact(
                        clients(1, 1),
                        required("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent."),
                        optional("reason", sealed(1_000, CLIENT), "Why."));
            case RELATIONSHIP_ESTABLISHED ->
                fact(
                        clients(1, 1_000),
                        required("relationship", ref(RefKind.RELATIONSHIP, TENANT), "Id of the relationship."),
                        required("kind", oneOf(RelationshipKind.class), "What ties them."),
                        required("members", list(person(TENANT), 1, 200), "The actors; each is tied to each client."),
                        FROM,
                        UNTIL);
            case RELATIONSHIP_ENDED ->
                fact(
                        clients(0, 1_000),
                        required("relationship", ref(RefKind.RELATIONSHIP, TENANT), "Id of the relationship."),
                        optional("reason", sealed(1_000, TENANT), "Why."));
            case TENANT_OPENED ->
                fact(
                        required("partition", new Count(0, 1_000_000), "The tenant's partition, for life."),
                        optional("name", sealed(256, TENANT), "Display name."));
            case AUDIT_QUERIED ->
                ENVELOPE.and(
                        WHO,
                        new Field("clients", new ClientRefs(0, 1_000), false, "Clients the answer shows."),
                        PURPOSE,
                        required("question", oneOf(Question.class), "What was asked."),
                        optional("asked", sealed(4_000, TENANT), "The question's parameters."),
                        required("position", new Count(0, MAX_INTEGER), "Ledger position of the answer."),
                        required("count", new Count(0, MAX_INTEGER), "Entries in the answer."),
                        required("digest", clear(SHA_256, 43), "SHA-256 of the ids in the answer."));
            case TIME_PASSED -> fact();
        };
    }
}
