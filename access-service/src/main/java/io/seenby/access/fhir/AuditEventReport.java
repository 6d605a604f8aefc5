package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.Action;
import io.seenby.events.AuthenticationStep;
import io.seenby.events.EventType;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;

/** One AuditEvent as a report: which event it is, and who, whose, what, when and why. */
final class AuditEventReport {

    private final AuditEvent event;
    private final Meaning meaning;
    private final Ending ending;
    private final EventParts parts;

    private AuditEventReport(AuditEvent event, ObjectNode actor) {
        this.event = event;
        this.meaning = Meaning.of(event);
        this.ending = Ending.of(event);
        this.parts = new EventParts(event, actor, ending);
    }

    /** The report lacks its identity and its original: those belong to the resource as a text. */
    static Mapping of(AuditEvent event) {
        if (!event.hasType() || !event.getType().hasCode()) {
            return refused(Flaw.Kind.REQUIRED, "type", "is required");
        }
        if (!event.hasRecorded()) {
            return refused(Flaw.Kind.REQUIRED, "recorded", "is required");
        }
        Optional<ObjectNode> actor = Agents.actor(event).map(Actors::of).or(() -> Actors.of(event.getSource()));
        return actor.<Mapping>map(who -> new AuditEventReport(event, who).mapping())
                .orElseGet(() -> refused(
                        Flaw.Kind.REQUIRED, "agent", "is required: one at least with an id, a reference or a name"));
    }

    private Mapping mapping() {
        if (ending instanceof Ending.Denied(String reason)) {
            Optional<Action> attempted = attempted();
            if (attempted.isPresent()) {
                return denied(attempted.get(), reason);
            }
        }
        return switch (meaning) {
            case READ -> parts.report(EventType.RECORD_READ, read());
            case SEARCH -> parts.report(EventType.CLIENTS_SEARCHED, searched());
            case EXPORT -> parts.report(EventType.RECORD_EXPORTED, exported());
            case PRINT -> parts.report(EventType.RECORD_PRINTED, read());
            case DISCLOSE -> parts.report(EventType.INFORMATION_DISCLOSED, DisclosurePart.of(event, parts));
            case LOGIN -> authenticated(AuthenticationStep.LOGIN);
            case LOGOUT -> authenticated(AuthenticationStep.LOGOUT);
            case DECISION -> decision();
            case SYSTEM -> system();
        };
    }

    private ObjectNode read() {
        ObjectNode own = parts.access(operation());
        own.set("record", parts.record().orElseGet(Records::unspecified));
        return own;
    }

    private ObjectNode exported() {
        ObjectNode own = read();
        Agents.media(event)
                .flatMap(agent -> Codes.plain(agent.getMedia()).stream())
                .findFirst()
                .ifPresent(format -> own.put("format", format));
        if (parts.data().size() > 1) {
            own.put("records", parts.data().size());
        }
        return own;
    }

    private ObjectNode searched() {
        ObjectNode own = parts.access(operation());
        SearchPart.into(own, event, parts);
        return own;
    }

    private Mapping authenticated(AuthenticationStep step) {
        ObjectNode own = parts.access(operation());
        own.put("step", step.wire());
        return parts.report(EventType.ACTOR_AUTHENTICATED, own);
    }

    /** A permission is no access yet, and the access itself will be reported; a refusal is all there will ever be. */
    private Mapping decision() {
        return ending instanceof Ending.Succeeded
                ? refused(
                        Flaw.Kind.BUSINESS_RULE,
                        "subtype",
                        "is a permission, which is no access: report the access itself")
                : denied(Action.READ, "decision");
    }

    private Mapping system() {
        return parts.record().isPresent()
                ? parts.report(EventType.RECORD_READ, read())
                : refused(
                        Flaw.Kind.BUSINESS_RULE,
                        "type",
                        "is an event of the system that names no record and no patient: nothing was accessed");
    }

    private Mapping denied(Action attempted, String reason) {
        ObjectNode own = parts.access(operation());
        parts.record().ifPresent(record -> own.set("record", record));
        own.put("attempted", attempted.wire());
        own.put("reason", reason);
        return parts.report(EventType.ACCESS_DENIED, own);
    }

    private Optional<Action> attempted() {
        return switch (meaning) {
            case READ, DECISION -> Optional.of(Action.READ);
            case SYSTEM -> parts.record().map(any -> Action.READ);
            case SEARCH -> Optional.of(Action.SEARCH);
            case EXPORT -> Optional.of(Action.EXPORT);
            case PRINT -> Optional.of(Action.PRINT);
            case DISCLOSE -> Optional.of(Action.DISCLOSE);
            case LOGIN, LOGOUT -> Optional.empty();
        };
    }

    /** The subtype says it best; of an order, a record or a study, what was done to it; else the type. */
    private Optional<String> operation() {
        if (Meaning.isImport(event)) {
            return Optional.of("import");
        }
        return event.getSubtype().stream()
                .flatMap(subtype -> Codes.plain(subtype).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(event.getAction()).flatMap(AuditEventReport::verb))
                .or(() -> Codes.plain(event.getType()));
    }

    private static Optional<String> verb(AuditEventAction action) {
        return switch (action) {
            case C -> Optional.of("create");
            case R -> Optional.of("read");
            case U -> Optional.of("update");
            case D -> Optional.of("delete");
            case E, NULL -> Optional.empty();
        };
    }

    private static Mapping refused(Flaw.Kind kind, String element, String message) {
        return new Mapping.Refused(new Flaw(kind, "AuditEvent." + element, message));
    }
}
