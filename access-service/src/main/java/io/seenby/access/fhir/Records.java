package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.codesystems.ObjectRole;

/** The data of an AuditEvent as the record of a report. */
final class Records {

    /** Stands for what an event does not say. */
    static final String UNSPECIFIED = "unspecified";

    private static final int MOST_LABELS = 16;
    private static final int LONGEST_DESCRIPTION = 1_000;

    private Records() {}

    /** The first of the data; where there is none, the patient as a whole; empty where there is neither. */
    static Optional<ObjectNode> of(AuditEvent event, List<AuditEventEntityComponent> data) {
        List<AuditEventEntityComponent> named = Stream.concat(data.stream(), Entities.patients(event))
                .filter(entity -> Entities.id(entity).isPresent())
                .toList();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        AuditEventEntityComponent first = named.getFirst();
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("type", type(first));
        record.put("id", Entities.id(first).orElseThrow());
        ArrayNode labels = labels(event);
        if (!labels.isEmpty()) {
            record.set("labels", labels);
        }
        describe(data).ifPresent(text -> record.put("description", Texts.cut(text, LONGEST_DESCRIPTION)));
        return Optional.of(record);
    }

    static ObjectNode unspecified() {
        return JsonNodeFactory.instance.objectNode().put("type", UNSPECIFIED).put("id", UNSPECIFIED);
    }

    /** In words: what the first is, and which others there are; empty if there is nothing to add to the id. */
    static Optional<String> describe(List<AuditEventEntityComponent> data) {
        Stream<String> first = data.stream().limit(1).flatMap(entity -> words(entity).stream());
        Stream<String> others = data.stream()
                .skip(1)
                .map(entity -> Entities.id(entity).orElse("")
                        + words(entity).map(words -> " (" + words + ")").orElse(""));
        return Optional.of(Stream.concat(first, others).distinct().collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
    }

    private static Optional<String> words(AuditEventEntityComponent entity) {
        return Optional.of(Stream.of(entity.getName(), entity.getDescription())
                        .flatMap(text -> Texts.present(text).stream())
                        .distinct()
                        .collect(Collectors.joining(": ")))
                .filter(text -> !text.isEmpty());
    }

    /** Resource type, else the kind of its identifier, else its role, else its kind of thing. */
    private static String type(AuditEventEntityComponent entity) {
        return Referent.of(entity.getWhat())
                .type()
                .or(() -> Optional.ofNullable(entity.getWhat()
                        .getIdentifier()
                        .getType()
                        .getCodingFirstRep()
                        .getCode()))
                .or(() -> role(entity))
                .or(() -> Optional.ofNullable(entity.getType().getDisplay()))
                .or(() -> Optional.ofNullable(entity.getType().getCode()))
                .flatMap(Codes::plain)
                .orElse(UNSPECIFIED);
    }

    private static Optional<String> role(AuditEventEntityComponent entity) {
        String code = entity.getRole().getCode();
        return Stream.of(ObjectRole.values())
                .filter(role -> role != ObjectRole.NULL && role.toCode().equals(code))
                .map(ObjectRole::getDisplay)
                .findFirst();
    }

    private static ArrayNode labels(AuditEvent event) {
        ArrayNode labels = JsonNodeFactory.instance.arrayNode();
        event.getEntity().stream()
                .flatMap(entity -> entity.getSecurityLabel().stream())
                .flatMap(coding -> Codes.plain(coding).stream())
                .distinct()
                .limit(MOST_LABELS)
                .forEach(labels::add);
        return labels;
    }
}
