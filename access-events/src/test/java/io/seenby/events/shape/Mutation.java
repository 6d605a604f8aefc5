package io.seenby.events.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Random;

/** Makes one thing wrong with a value, or at least strange: what happens to it is for the two judges to agree on. */
final class Mutation implements Shape.Visitor<JsonNode> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> STRANGE_NAMES = List.of("", "~", "a/b", "__proto__", "Type", "ref", "unbekannt");

    private static final List<String> STRANGE_MOMENTS = List.of(
            "",
            "yesterday",
            "2026-03-04",
            "2026-03-04T10:15:30",
            "2026-03-04T10:15Z",
            "2026-3-4T10:15:30Z",
            "2026-03-04 10:15:30Z",
            "2026-03-04t10:15:30z",
            "2026-03-04T10:15:30Z\n",
            " 2026-03-04T10:15:30Z",
            "2026-03-04T24:00:00Z",
            "2026-03-04T10:60:00Z",
            "2016-12-31T23:59:60Z",
            "2026-03-04T10:15:30.Z",
            "2026-03-04T10:15:30,5Z",
            "2026-03-04T10:15:30.1234567Z",
            "2026-03-04T10:15:30.1234567890Z",
            "2026-03-04T10:15:30+01",
            "2026-03-04T10:15:30+0100",
            "2026-03-04T10:15:30+01:00",
            "2026-03-04T10:15:30-00:00",
            "2026-03-04T10:15:30+18:00",
            "2026-03-04T10:15:30+18:01",
            "2026-03-04T10:15:30+23:59",
            "2026-00-04T10:15:30Z",
            "2026-13-04T10:15:30Z",
            "2026-03-00T10:15:30Z",
            "2026-03-32T10:15:30Z",
            "1899-12-31T23:59:59Z",
            "1900-01-01T00:00:00Z",
            "2200-12-31T23:59:59.999999Z",
            "2201-01-01T00:00:00Z",
            "+300000-01-01T00:00:00Z",
            "-0001-01-01T00:00:00Z",
            "\u0662\u0660\u0662\u0666-03-04T10:15:30Z");

    private final Random random;
    private final RandomValues values;
    private final JsonNode value;

    Mutation(Random random, JsonNode value) {
        this.random = random;
        this.values = new RandomValues(random);
        this.value = value;
    }

    /** The value in another form; one in three is of another JSON type altogether. */
    JsonNode of(Shape shape) {
        return random.nextInt(3) == 0 ? anything() : shape.accept(this);
    }

    private JsonNode anything() {
        return switch (random.nextInt(9)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(true);
            case 2 -> JSON.numberNode(7);
            case 3 -> JSON.numberNode(7.5);
            case 4 -> JSON.textNode("");
            case 5 -> JSON.textNode("7");
            case 6 -> JSON.arrayNode();
            case 7 -> JSON.arrayNode().add(JSON.nullNode());
            default -> JSON.objectNode();
        };
    }

    @Override
    public JsonNode text(Shape.Text text) {
        String right = value.textValue();
        return JSON.textNode(
                switch (random.nextInt(7)) {
                    case 0 -> "";
                    case 1 -> right + "\n";
                    case 2 -> " " + right;
                    case 3 -> right + "é";
                    case 4 -> "x".repeat(text.max());
                    case 5 -> "x".repeat(text.max() + 1);
                    default -> "😀".repeat(text.max() + random.nextInt(2));
                });
    }

    @Override
    public JsonNode code(Shape.Code code) {
        String right = value.textValue();
        return JSON.textNode(
                switch (random.nextInt(3)) {
                    case 0 -> right.toUpperCase(java.util.Locale.ROOT);
                    case 1 -> right + " ";
                    default -> code.values().get(0);
                });
    }

    @Override
    public JsonNode flag(Shape.Flag flag) {
        return JSON.textNode(value.asText());
    }

    @Override
    public JsonNode count(Shape.Count count) {
        return switch (random.nextInt(6)) {
            case 0 -> JSON.numberNode(count.min() - 1);
            case 1 -> JSON.numberNode(count.max() + 1);
            case 2 -> JSON.numberNode(value.longValue() % 1_000_000 + 0.5);
            case 3 -> JSON.numberNode(BigInteger.ONE.shiftLeft(64));
            case 4 -> JSON.textNode(value.asText());
            default -> JSON.numberNode(count.max());
        };
    }

    @Override
    public JsonNode moment(Shape.Moment moment) {
        return JSON.textNode(STRANGE_MOMENTS.get(random.nextInt(STRANGE_MOMENTS.size())));
    }

    @Override
    public JsonNode listOf(Shape.ListOf list) {
        return resized(list.item(), list.min(), list.max());
    }

    @Override
    public JsonNode clients(Shape.Clients clients) {
        return resized(Validator.CLIENT, clients.min(), clients.max());
    }

    @Override
    public JsonNode clientRefs(Shape.ClientRefs refs) {
        return resized(Validator.REF, refs.min(), refs.max());
    }

    private ArrayNode resized(Shape item, int min, int max) {
        int size = random.nextBoolean() ? Math.max(0, min - 1) : max + random.nextInt(2);
        ArrayNode items = JSON.arrayNode();
        JsonNode same = values.of(item);
        for (int i = 0; i < size; i++) {
            items.add(same);
        }
        return items;
    }

    @Override
    public JsonNode fields(Shape.Fields fields) {
        ObjectNode object = value.deepCopy();
        if (random.nextBoolean()) {
            object.set(STRANGE_NAMES.get(random.nextInt(STRANGE_NAMES.size())), anything());
        } else {
            object.remove(
                    fields.fields().get(random.nextInt(fields.fields().size())).name());
        }
        return object;
    }
}
