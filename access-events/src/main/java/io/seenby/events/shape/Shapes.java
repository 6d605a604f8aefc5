package io.seenby.events.shape;

import io.seenby.events.Patterns;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.ListOf;
import io.seenby.events.shape.Shape.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The words that {@link ReportShapes} is written in. */
final class Shapes {

    private Shapes() {}

    static Field required(String name, Shape shape, String about) {
        return new Field(name, shape, true, about);
    }

    static Field optional(String name, Shape shape, String about) {
        return new Field(name, shape, false, about);
    }

    /** A code of the publisher's vocabulary: stays in clear, so its alphabet is closed. */
    static Text code() {
        return clear(Patterns.CODE, 64);
    }

    static Text clear(Pattern pattern, int max) {
        return new Text(1, max, Optional.of(pattern), Secrecy.CLEAR);
    }

    static Text sealed(int max, Secrecy.Subject subject) {
        return new Text(1, max, Optional.empty(), Secrecy.sealed(subject));
    }

    static Text sealedButNoted(int max, Secrecy.Subject subject, String notedAs) {
        return new Text(1, max, Optional.empty(), Secrecy.sealedButNoted(subject, notedAs));
    }

    static Text ref(RefKind kind, Secrecy.Subject subject) {
        return new Text(1, 256, Optional.empty(), Secrecy.ref(kind, subject));
    }

    static Text token(RefKind kind, Secrecy.Subject subject) {
        return new Text(1, 256, Optional.empty(), Secrecy.token(kind, subject));
    }

    static <E extends Enum<E> & WireCode> Code oneOf(Class<E> type) {
        return oneOf(WireCode.names(type));
    }

    static Code oneOf(List<String> values) {
        return new Code(values, Set.copyOf(values));
    }

    static ListOf list(Shape item, int min, int max) {
        return new ListOf(item, min, max);
    }
}
