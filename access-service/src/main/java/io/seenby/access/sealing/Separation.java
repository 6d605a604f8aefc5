package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.RefKind;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape;
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
import java.util.Map;
import java.util.Optional;

/** Walks a report along its shape and separates what stays in clear from the text that goes into boxes. */
final class Separation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Refs refs;
    private final Listed listed;
    private final Boxes boxes;
    private final StringBuilder pointer = new StringBuilder(64);

    Separation(Refs refs, Listed listed, Boxes boxes) {
        this.refs = refs;
        this.listed = listed;
        this.boxes = boxes;
    }

    /** The clear form of a value that has the shape; empty where nothing stays. */
    Optional<JsonNode> kept(Shape shape, JsonNode value) {
        return switch (shape) {
            case Text text -> text(text.secrecy(), value);
            case Code code -> Optional.of(value);
            case Flag flag -> Optional.of(value);
            case Count count -> Optional.of(value);
            case Moment moment -> Optional.of(TextNode.valueOf(Moments.write(Moments.parse(value.textValue()))));
            case ListOf list -> items(list, value);
            case Clients clients -> Optional.of(clients(value));
            case ClientRefs clientRefs -> Optional.of(value);
            case Fields fields -> fields(fields, value);
        };
    }

    private Optional<JsonNode> text(Secrecy secrecy, JsonNode value) {
        String text = value.textValue();
        if (secrecy.way() != Secrecy.Way.CLEAR) {
            box(secrecy.subject(), text);
        }
        return switch (secrecy.way()) {
            case CLEAR -> Optional.of(value);
            case SEALED -> Optional.empty();
            case REF -> Optional.of(TextNode.valueOf(refs.ref(kind(secrecy), text)));
            case TOKEN -> Optional.of(TextNode.valueOf(refs.token(kind(secrecy), text)));
        };
    }

    private static RefKind kind(Secrecy secrecy) {
        return secrecy.kind().orElseThrow();
    }

    private void box(Secrecy.Subject subject, String text) {
        switch (subject) {
            case CLIENT -> boxes.aboutClients(pointer.toString(), text);
            case TENANT -> boxes.aboutTenant(pointer.toString(), text);
            case ACTOR -> {
                if (listed.actor() >= 0) {
                    boxes.aboutClient(listed.actor(), pointer.toString(), text);
                } else {
                    boxes.aboutTenant(pointer.toString(), text);
                }
            }
        }
    }

    private Optional<JsonNode> items(ListOf list, JsonNode value) {
        ArrayNode kept = JSON.arrayNode(value.size());
        for (int i = 0; i < value.size(); i++) {
            int here = step(Integer.toString(i));
            kept(list.item(), value.get(i)).ifPresent(kept::add);
            pointer.setLength(here);
        }
        return kept.size() == value.size() ? Optional.of(kept) : Optional.empty();
    }

    /** Refs, each once; ids and names into each client's own box. */
    private ArrayNode clients(JsonNode value) {
        for (int i = 0; i < value.size(); i++) {
            for (Map.Entry<String, JsonNode> property : value.get(i).properties()) {
                String at = pointer + "/" + i + "/" + property.getKey();
                boxes.aboutClient(listed.places()[i], at, property.getValue().textValue());
            }
        }
        ArrayNode kept = JSON.arrayNode();
        listed.refs().forEach(kept::add);
        return kept;
    }

    private Optional<JsonNode> fields(Fields fields, JsonNode value) {
        ObjectNode kept = JSON.objectNode();
        fields.identity().ifPresent(identity -> kept.put("ref", ref(identity, value)));
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            String name = property.getKey();
            Shape shape = field(fields, name).shape();
            int here = step(name);
            kept(shape, property.getValue()).ifPresent(stays -> kept.set(name, stays));
            pointer.setLength(here);
            if (shape instanceof Text text) {
                text.secrecy().notedAs().ifPresent(noted -> kept.set(noted, BooleanNode.TRUE));
            }
        }
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }

    private static Field field(Fields fields, String name) {
        Field field = fields.byName().get(name);
        if (field == null) {
            throw new IllegalArgumentException("sealed before it was checked");
        }
        return field;
    }

    private String ref(Shape.Identity identity, JsonNode value) {
        String text = identity.from().stream()
                .filter(value::has)
                .findFirst()
                .map(name -> value.get(name).textValue())
                .orElseThrow();
        return identity.scope()
                .map(scope -> refs.ref(identity.kind(), value.get(scope).textValue(), text))
                .orElseGet(() -> refs.ref(identity.kind(), text));
    }

    /** Goes one step down; answers the length to go back to. Names of shapes and indexes need no escape (RFC 6901). */
    private int step(String name) {
        int here = pointer.length();
        pointer.append('/').append(name);
        return here;
    }
}
