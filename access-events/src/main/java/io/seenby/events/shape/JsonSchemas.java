package io.seenby.events.shape;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Clients;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Flag;
import io.seenby.events.shape.Shape.ListOf;
import io.seenby.events.shape.Shape.Moment;
import io.seenby.events.shape.Shape.Text;

/** Shapes as JSON Schema 2020-12. */
public final class JsonSchemas {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** What is checked and cannot be said in a schema; readers of the schema alone should know of it. */
    private static final String BEYOND = """
            Formats are asserted. Also refused: a key given twice in one object; U+0000 or a lone surrogate in a text; \
            a moment outside the years 1900 to 2200 once it is in UTC; an integer written with a fraction or an \
            exponent.""";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonSchemas() {}

    /** The schema of what is known as {@code wireName} and has these {@code fields}. */
    public static ObjectNode document(String wireName, Fields fields) {
        ObjectNode schema = JSON.objectNode();
        schema.put("$schema", DIALECT);
        schema.put("$id", "/schemas/" + wireName + ".json");
        schema.put("title", wireName);
        schema.put("$comment", BEYOND);
        schema.setAll(of(fields));
        return schema;
    }

    private static ObjectNode of(Shape shape) {
        return shape.accept(SCHEMA);
    }

    private static final Shape.Visitor<ObjectNode> SCHEMA = new Shape.Visitor<>() {

        @Override
        public ObjectNode text(Text text) {
            ObjectNode schema = JSON.objectNode()
                    .put("type", "string")
                    .put("minLength", text.min())
                    .put("maxLength", text.max());
            text.pattern().ifPresent(pattern -> schema.put("pattern", pattern.pattern()));
            return schema.put("x-secrecy", secrecy(text.secrecy()));
        }

        @Override
        public ObjectNode code(Code code) {
            ObjectNode schema = JSON.objectNode();
            schema.put("type", "string");
            code.values().forEach(schema.putArray("enum")::add);
            return schema;
        }

        @Override
        public ObjectNode flag(Flag flag) {
            return JSON.objectNode().put("type", "boolean");
        }

        @Override
        public ObjectNode count(Count count) {
            return JSON.objectNode()
                    .put("type", "integer")
                    .put("minimum", count.min())
                    .put("maximum", count.max());
        }

        @Override
        public ObjectNode moment(Moment moment) {
            return JSON.objectNode()
                    .put("type", "string")
                    .put("format", "date-time")
                    .put("pattern", moment.utc() ? Patterns.UTC_MOMENT.pattern() : Patterns.MOMENT.pattern());
        }

        @Override
        public ObjectNode listOf(ListOf list) {
            return array(list.item(), list.min(), list.max());
        }

        @Override
        public ObjectNode clients(Clients clients) {
            return array(Validator.CLIENT, clients.min(), clients.max());
        }

        @Override
        public ObjectNode clientRefs(ClientRefs refs) {
            return array(Validator.REF, refs.min(), refs.max());
        }

        @Override
        public ObjectNode fields(Fields fields) {
            ObjectNode schema = JSON.objectNode().put("type", "object").put("additionalProperties", false);
            ObjectNode properties = schema.putObject("properties");
            for (Field field : fields.fields()) {
                ObjectNode property = of(field.shape()).put("description", field.about());
                if (fields.identity().stream().anyMatch(id -> id.from().contains(field.name()))) {
                    property.put("x-secrecy", "sealed; a keyed ref stays");
                }
                properties.set(field.name(), property);
            }
            if (!fields.required().isEmpty()) {
                fields.required().stream().map(Field::name).forEach(schema.putArray("required")::add);
            }
            if (!fields.oneOf().isEmpty()) {
                ArrayNode choices = schema.putArray("anyOf");
                fields.oneOf()
                        .forEach(
                                name -> choices.addObject().putArray("required").add(name));
            }
            return schema;
        }
    };

    private static ObjectNode array(Shape item, int min, int max) {
        ObjectNode schema =
                JSON.objectNode().put("type", "array").put("minItems", min).put("maxItems", max);
        schema.set("items", of(item));
        return schema;
    }

    /** What a publisher wants to know of a field: does anybody get to read this? */
    private static String secrecy(Secrecy secrecy) {
        return switch (secrecy.way()) {
            case CLEAR -> "clear";
            case SEALED ->
                secrecy.notedAs().map(name -> "sealed; noted as " + name).orElse("sealed");
            case REF -> "sealed; a keyed ref stays";
            case TOKEN -> "sealed; a keyed match token stays";
        };
    }
}
