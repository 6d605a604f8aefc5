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
import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One value at one place against the shape it should have; answers whether it has, and notes what is wrong. */
final class Check implements Shape.Visitor<Boolean> {

    /** Enough to mend a report by; a hostile one cannot make us write a book. */
    private static final int MOST_VIOLATIONS = 20;

    private final JsonNode value;
    private final Place place;
    private final List<Violation> found;

    Check(JsonNode value, Place place, List<Violation> found) {
        this.value = value;
        this.place = place;
        this.found = found;
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
            return text.pattern().get().matcher(string).matches()
                    || wrong("must match " + text.pattern().get());
        }
        Optional<String> unstorable = Characters.unstorable(string);
        return unstorable.isEmpty() || wrong(unstorable.get());
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
        return value.isTextual() && isMoment(value.textValue())
                || wrong("must be an RFC 3339 moment with offset, between the years 1900 and 2200");
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
            right &= value.has(field.name()) || at(place.at(field.name())).wrong("is required");
        }
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            Field field = fields.byName().get(property.getKey());
            Check here = new Check(property.getValue(), place.at(property.getKey()), found);
            right &= field == null
                    ? here.wrong("is not a field of this object")
                    : field.shape().accept(here);
        }
        return right;
    }

    private boolean items(Shape item, int min, int max) {
        if (!value.isArray()) {
            return wrong("must be an array");
        }
        if (value.size() < min || value.size() > max) {
            return wrong("must have " + min + " to " + max + " items, has " + value.size());
        }
        boolean right = true;
        for (int i = 0; i < value.size(); i++) {
            right &= item.accept(new Check(value.get(i), place.at(Integer.toString(i)), found));
        }
        return right;
    }

    private static boolean isMoment(String text) {
        if (!Patterns.MOMENT.matcher(text).matches()) {
            return false;
        }
        try {
            int year = Moments.parse(text).atOffset(ZoneOffset.UTC).getYear();
            return year >= 1900 && year <= 2200;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    private Check at(Place elsewhere) {
        return new Check(value, elsewhere, found);
    }

    private boolean wrong(String message) {
        if (found.size() < MOST_VIOLATIONS) {
            found.add(new Violation(place.pointer(), message));
        }
        return false;
    }
}
