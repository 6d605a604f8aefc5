package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.seenby.events.EventType;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape;
import java.util.List;

/** A report with every field that its type has, and a canary wherever a text must be sealed. */
final class CanaryReport {

    private static final String MOMENT = "2026-11-20T09:00:00Z";

    /** What stays in clear has a pattern, and one of these has it. */
    private final List<String> clear;

    private final Canaries canaries;

    /** @param code what stands in every clear field that takes it */
    CanaryReport(Canaries canaries, String code) {
        this.canaries = canaries;
        this.clear = List.of(code, "DE", "A".repeat(22));
    }

    /** The same actor, clients, record and consent in each: as it says, so it may be judged. */
    ObjectNode of(EventType type, String eventId) {
        ObjectNode report = (ObjectNode) value(ReportShapes.of(type), "");
        report.put("type", type.wire()).put("eventId", eventId).remove("sequence");
        return report;
    }

    private JsonNode value(Shape shape, String pointer) {
        return switch (shape) {
            case Shape.Text text -> TextNode.valueOf(text(text, pointer));
            case Shape.Code code -> TextNode.valueOf(code.values().get(0));
            case Shape.Flag flag -> BooleanNode.TRUE;
            case Shape.Count count -> LongNode.valueOf(Math.max(count.min(), 1));
            case Shape.Moment moment -> TextNode.valueOf(MOMENT);
            case Shape.ListOf list ->
                list.max() == 0
                        ? JsonNodeFactory.instance.arrayNode()
                        : JsonNodeFactory.instance.arrayNode().add(value(list.item(), pointer + "/0"));
            case Shape.Clients listed -> clients(Math.min(2, listed.max()), pointer);
            case Shape.ClientRefs refs -> JsonNodeFactory.instance.arrayNode();
            case Shape.Fields fields -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields.fields()
                        .forEach(field -> object.set(field.name(), value(field.shape(), pointer + "/" + field.name())));
                yield object;
            }
        };
    }

    private ArrayNode clients(int count, String pointer) {
        ArrayNode listed = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < count; i++) {
            String client = pointer + "/" + i;
            listed.addObject().put("id", canaries.at(client + "/id")).put("name", canaries.at(client + "/name"));
        }
        return listed;
    }

    private String text(Shape.Text text, String pointer) {
        if (text.secrecy().way() != Secrecy.Way.CLEAR) {
            return canaries.at(pointer);
        }
        return clear.stream()
                .filter(sample -> text.pattern().orElseThrow().matcher(sample).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample for " + pointer));
    }
}
