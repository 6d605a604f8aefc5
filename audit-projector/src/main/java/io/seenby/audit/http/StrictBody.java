package io.seenby.audit.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.Shape;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import java.util.Optional;

/** Reads a body of JSON that has a shape, or refuses it with the pointer to what is wrong first. */
public final class StrictBody {

    private StrictBody() {}

    public static JsonNode read(Shape shape, byte[] body) {
        JsonNode node;
        try {
            node = StrictJson.read(body);
        } catch (MalformedJson malformed) {
            throw Refusals.malformed("body", malformed.getMessage() + " at byte " + malformed.offset());
        }
        Optional<Violation> first = Validator.violations(shape, node).stream().findFirst();
        if (first.isPresent()) {
            String pointer = first.get().pointer();
            throw Refusals.malformed(
                    pointer.isEmpty() ? "body" : pointer, first.get().message());
        }
        return node;
    }
}
