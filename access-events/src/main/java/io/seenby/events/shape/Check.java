package io.seenby.events.shape;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A walk over a value along the shape it should have; each step answers whether it has, and notes what is wrong. It
 * keeps the path it is on instead of a place per value: almost every value is right, and nobody asks where it stands.
 */
final class Check implements Shape.Visitor<Boolean> {

    /** Enough to mend a report by; a hostile one cannot make us write a book. */
    private static final int MOST_VIOLATIONS = 20;

    private final List<Violation> found = new ArrayList<>(0);
    private final List<Object> path = new ArrayList<>();
    private JsonNode value;

    private Check(JsonNode value) {
        this.value = value;
    }

    static List<Violation> violations(Shape shape, JsonNode value) {
        Check check = new Check(value);
        shape.accept(check);
        return check.found;
    }

    @Override
    public Boolean text(Text text) {
        if (!value.isTextual()) {
            return wrong("must be a string");
        }
        String string = value.textValue();
        int length = Characters.codePoints(string);
        if (length < text.min() || length > text.max()) {
            return wrong("must have " + text.min() + " to " + text.max() + " characters, has " + length);
        }
        if (text.pattern().isPresent()) {
            return Patterns.matches(text.pattern().get(), string)
                    || wrong("must match " + text.pattern().get());
        }
        return Characters.areStorable(string) || wrong("must not contain U+0000 or a lone surrogate");
    }

    @Override
    public Boolean code(Code code) {
        boolean known = value.isTextual() && code.lookup().contains(value.textValue());
        return known || wrong("must be one of " + String.join(", ", code.values()));
    }

    @Override
    public Boolean flag(Flag flag) {
        return value.isBoolean() || wrong("must be true or false");
    }

    @Override
    public Boolean count(Count count) {
        boolean inRange = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= count.min()
                && value.longValue() <= count.max();
        return inRange || wrong("must be an integer from " + count.min() + " to " + count.max());
    }

    @Override
    public Boolean moment(Moment moment) {
        boolean right = value.isTextual() && Moments.isStorable(value.textValue(), moment.utc());
        return right
                || wrong(
                        moment.utc()
                                ? "must be an RFC 3339 moment in UTC with at most microseconds, of the years 1900 to 2200"
                                : "must be an RFC 3339 moment with offset, of the years 1900 to 2200 in UTC");
    }

    @Override
    public Boolean listOf(ListOf list) {
        return items(list.item(), list.min(), list.max());
    }

    @Override
    public Boolean clients(Clients clients) {
        return items(Validator.CLIENT, clients.min(), clients.max());
    }

    @Override
    public Boolean clientRefs(ClientRefs refs) {
        return items(Validator.REF, refs.min(), refs.max());
    }

    @Override
    public Boolean fields(Fields fields) {
        if (!value.isObject()) {
            return wrong("must be an object");
        }
        boolean right = true;
        for (Field field : fields.required()) {
            right &= value.has(field.name()) || wrongAt(field.name(), "is required");
        }
        if (!fields.oneOf().isEmpty() && fields.oneOf().stream().noneMatch(value::has)) {
            right = wrongAt(fields.oneOf().get(0), "is required, or another of " + String.join(", ", fields.oneOf()));
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            Field field = fields.byName().get(property.getKey());
            right &= field == null
                    ? unknown(property.getKey())
                    : into(property.getKey(), property.getValue(), field.shape());
        }
        return right;
    }

    private boolean unknown(String name) {
        return Patterns.FIELD_NAME.matcher(name).matches()
                ? wrongAt(name, Violation.UNKNOWN_FIELD)
                : wrong(Violation.STRANGE_FIELD);
    }

    private boolean items(Shape item, int min, int max) {
        if (!value.isArray()) {
            return wrong("must be an array");
        }
        if (value.size() < min || value.size() > max) {
            return wrong("must have " + min + " to " + max + " items, has " + value.size());
        }
        boolean right = true;
        JsonNode array = value;
        for (int i = 0; i < array.size(); i++) {
            right &= into(i, array.get(i), item);
        }
        return right;
    }

    private boolean into(Object step, JsonNode child, Shape shape) {
        JsonNode here = value;
        path.add(step);
        value = child;
        boolean right = shape.accept(this);
        value = here;
        path.remove(path.size() - 1);
        return right;
    }

    private boolean wrong(String message) {
        if (found.size() < MOST_VIOLATIONS) {
            found.add(new Violation(pointer(), message));
        }
        return false;
    }

    private boolean wrongAt(String name, String message) {
        path.add(name);
        wrong(message);
        path.remove(path.size() - 1);
        return false;
    }

    /** JSON pointer, RFC 6901. */
    private String pointer() {
        return path.stream()
                .map(step -> "/" + step.toString().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
