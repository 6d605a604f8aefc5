package io.seenby.access.sealing;

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
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A report with every field of its type, made from the shape; each text that must be sealed is unlike any other. */
final class FullReport {

    private static final List<String> CLEAR_TEXTS = List.of(
            "main",
            "DE",
            "A".repeat(43),
            "B".repeat(22),
            "2026-01-05T09:00:00Z",
            "seenby/seenby-ledger-3+73bc3cb2+AddamAGCsQq31Uv+08lkBzoO4XLz2qYjJa8CGmj3B1Ea",
            "73bc3cb2");

    final ObjectNode json;
    final Map<String, String> canaries = new TreeMap<>();
    private final int clients;

    private FullReport(EventType type, int clients) {
        this.clients = clients;
        this.json = (ObjectNode) value(ReportShapes.of(type), "");
        json.put("type", type.wire()).put("eventId", "event-1");
    }

    static FullReport of(EventType type, int clients) {
        return new FullReport(type, clients);
    }

    /** How many clients a report of this type may list, out of 0, 1, 2 and 5. */
    static Stream<Integer> clientCounts(EventType type) {
        return ReportShapes.of(type).byName().containsKey("clients")
                        && ReportShapes.of(type).byName().get("clients").shape() instanceof Shape.Clients allowed
                ? Stream.of(0, 1, 2, 5).filter(count -> count >= allowed.min() && count <= allowed.max())
                : Stream.of(0);
    }

    private JsonNode value(Shape shape, String pointer) {
        return switch (shape) {
            case Shape.Text text -> TextNode.valueOf(text(text, pointer));
            case Shape.Code code -> TextNode.valueOf(code.values().get(0));
            case Shape.Flag flag -> BooleanNode.TRUE;
            case Shape.Count count -> LongNode.valueOf(Math.max(count.min(), 7));
            case Shape.Moment moment -> TextNode.valueOf("2026-01-05T09:00:00.123456789+02:00");
            case Shape.ListOf list -> list(list, pointer);
            case Shape.Clients listed -> clients(pointer);
            case Shape.ClientRefs refs -> {
                ArrayNode listed = JsonNodeFactory.instance.arrayNode().add("C".repeat(22));
                yield refs.max() > 1 ? listed.add("D".repeat(22)) : listed;
            }
            case Shape.Fields fields -> {
                ObjectNode object = JsonNodeFactory.instance.objectNode();
                fields.fields()
                        .forEach(field -> object.set(field.name(), value(field.shape(), pointer + "/" + field.name())));
                yield object;
            }
        };
    }

    private ArrayNode list(Shape.ListOf list, String pointer) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < Math.min(2, list.max()); i++) {
            items.add(value(list.item(), pointer + "/" + i));
        }
        return items;
    }

    private ArrayNode clients(String pointer) {
        ArrayNode listed = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < clients; i++) {
            listed.addObject()
                    .put("id", canary(pointer + "/" + i + "/id"))
                    .put("name", canary(pointer + "/" + i + "/name"));
        }
        return listed;
    }

    private String text(Shape.Text text, String pointer) {
        if (text.secrecy().way() != Secrecy.Way.CLEAR) {
            return canary(pointer);
        }
        return CLEAR_TEXTS.stream()
                .filter(candidate ->
                        text.pattern().orElseThrow().matcher(candidate).matches())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no sample for " + pointer));
    }

    private String canary(String pointer) {
        String canary = "Kanarienvogel Nr. " + canaries.size() + " \"ü\" <" + pointer.length() + ">";
        canaries.put(pointer, canary);
        return canary;
    }
}
