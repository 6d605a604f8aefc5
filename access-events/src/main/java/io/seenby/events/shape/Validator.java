package io.seenby.events.shape;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.Patterns;
import java.util.List;

/**
 * Says what is wrong with a JSON value, field by field; nothing, when it has the shape. Agrees with the published JSON
 * Schema, and refuses beyond it what no schema can say or what cannot be stored: U+0000 and lone surrogates, moments
 * that leave the years 1900 to 2200 when turned into UTC, and integers written with a fraction or an exponent.
 */
public final class Validator {

    static final Shape.Fields CLIENT = Shape.Fields.of(
            Shapes.required(
                    "id", Shapes.ref(RefKind.CLIENT, Secrecy.Subject.CLIENT), "The publisher's id of the client."),
            Shapes.optional("name", Shapes.sealed(256, Secrecy.Subject.CLIENT), "Display name."));

    static final Shape.Text REF = Shapes.clear(Patterns.REF, 22);

    private Validator() {}

    /** At most twenty violations, in document order; empty if {@code value} has the {@code shape}. */
    public static List<Violation> violations(Shape shape, JsonNode value) {
        return Check.violations(shape, value);
    }
}
