package io.seenby.access.work;

import io.seenby.events.EventType;
import io.seenby.events.Patterns;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the audit service sends of an act: whose ledger, whom the alert is about, and what the type's report has. */
final class WorkShape {

    private static final Secrecy CLEAR =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());

    private static final List<EventType> TYPES = List.of(
            EventType.ALERT_ACKNOWLEDGED, EventType.ALERT_ASSIGNED, EventType.ALERT_SUPPRESSED, EventType.ALERT_JUDGED);

    private static final List<String> WIRE = TYPES.stream().map(EventType::wire).toList();

    /** What access-service sets itself. */
    private static final Set<String> OURS = Set.of("type", "eventId", "occurredAt", "instance", "sequence", "original");

    private static final Field TENANT =
            new Field("tenant", new Text(2, 63, Optional.of(Patterns.TENANT), CLEAR), true, "Whose ledger.");
    private static final Field ABOUT = new Field(
            "about", new Text(22, 22, Optional.of(Patterns.REF), CLEAR), false, "Ref of the actor it is about.");
    private static final Field TYPE = new Field("type", new Code(WIRE, Set.copyOf(WIRE)), true, "What was done.");

    private WorkShape() {}

    /** Which act it is; empty if it is none. */
    static Optional<EventType> type(String wire) {
        return TYPES.stream().filter(type -> type.wire().equals(wire)).findFirst();
    }

    /** The type's own fields: what goes into the entry. */
    static List<Field> own(EventType type) {
        return ReportShapes.of(type).fields().stream()
                .filter(field -> !OURS.contains(field.name()))
                .toList();
    }

    /** The whole body. */
    static Fields of(EventType type) {
        List<Field> fields = new ArrayList<>(List.of(TENANT, ABOUT, TYPE));
        fields.addAll(own(type));
        return Fields.of(fields.toArray(Field[]::new));
    }
}
