package io.seenby.events.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values that have a shape, made from the shape alone: whatever is right by it may come up, its limits often. */
public final class RandomValues implements Shape.Visitor<JsonNode> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Characters that have gone wrong somewhere: controls, quotes, separators, marks, ends of planes, astral ones. */
    private static final int[] CODE_POINTS =
            "aZ09 \u0001\t\n\"\\/<>&'éß\u007f\u0080\u2028\u202e\ufeff\uffff\ud7ff中한😀\udbff\udfff"
                    .codePoints()
                    .toArray();

    private final Random random;

    public RandomValues(Random random) {
        this.random = random;
    }

    public JsonNode of(Shape shape) {
        return shape.accept(this);
    }

    @Override
    public JsonNode text(Shape.Text text) {
        return JSON.textNode(text.pattern()
                .map(pattern -> spelledBy(pattern, text.max()))
                .orElseGet(() -> anyText(length(text.min(), text.max()))));
    }

    @Override
    public JsonNode code(Shape.Code code) {
        return JSON.textNode(code.values().get(random.nextInt(code.values().size())));
    }

    @Override
    public JsonNode flag(Shape.Flag flag) {
        return JSON.booleanNode(random.nextBoolean());
    }

    @Override
    public JsonNode count(Shape.Count count) {
        return switch (random.nextInt(4)) {
            case 0 -> JSON.numberNode(count.min());
            case 1 -> JSON.numberNode(count.max());
            case 2 -> JSON.numberNode(Math.min(count.max(), count.min() + random.nextInt(10)));
            default -> JSON.numberNode(count.min() + (long) (random.nextDouble() * (count.max() - count.min())));
        };
    }

    @Override
    public JsonNode moment(Shape.Moment moment) {
        LocalDate day = LocalDate.of(1900, 1, 2).plusDays(random.nextInt(300 * 365));
        Instant instant = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusNanos(random.nextLong(86_400_000_000_000L));
        ChronoUnit precision = List.of(ChronoUnit.SECONDS, ChronoUnit.MILLIS, ChronoUnit.MICROS, ChronoUnit.NANOS)
                .get(random.nextInt(moment.utc() ? 3 : 4));
        ZoneOffset offset = moment.utc() || random.nextBoolean()
                ? ZoneOffset.UTC
                : ZoneOffset.ofTotalSeconds(60 * (random.nextInt(2 * 18 * 60 + 1) - 18 * 60));
        return JSON.textNode(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                instant.truncatedTo(precision).atOffset(offset)));
    }

    @Override
    public JsonNode listOf(Shape.ListOf list) {
        return items(list.item(), list.min(), list.max());
    }

    @Override
    public JsonNode clients(Shape.Clients clients) {
        return items(Validator.CLIENT, clients.min(), clients.max());
    }

    @Override
    public JsonNode clientRefs(Shape.ClientRefs refs) {
        return items(Validator.REF, refs.min(), refs.max());
    }

    @Override
    public JsonNode fields(Shape.Fields fields) {
        List<Shape.Field> shuffled = new ArrayList<>(fields.fields());
        Collections.shuffle(shuffled, random);
        ObjectNode object = JSON.objectNode();
        for (Shape.Field field : shuffled) {
            if (field.required() || random.nextBoolean()) {
                object.set(field.name(), of(field.shape()));
            }
        }
        List<String> oneOf = fields.oneOf();
        if (!oneOf.isEmpty() && oneOf.stream().noneMatch(object::has)) {
            String name = oneOf.get(random.nextInt(oneOf.size()));
            object.set(name, of(fields.byName().get(name).shape()));
        }
        return object;
    }

    private ArrayNode items(Shape item, int min, int max) {
        ArrayNode items = JSON.arrayNode();
        int size = length(min, Math.min(max, 100));
        for (int i = 0; i < size; i++) {
            items.add(of(item));
        }
        return items;
    }

    /** Mostly little; one in forty as much as there may be, up to four thousand. */
    private int length(int min, int max) {
        return random.nextInt(40) == 0 ? Math.min(max, 4_000) : min + random.nextInt(Math.min(max - min, 4) + 1);
    }

    String anyText(int codePoints) {
        return random.ints(codePoints, 0, CODE_POINTS.length)
                .map(i -> CODE_POINTS[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Grown letter by letter: a beginning will do as long as the matcher could still match with more to come. */
    private String spelledBy(Pattern pattern, int max) {
        StringBuilder text = new StringBuilder();
        int wanted = 1 + random.nextInt(random.nextInt(10) == 0 ? Math.min(max, 200) : 12);
        while (!(text.length() >= wanted && pattern.matcher(text).matches())) {
            text.append((char) (' ' + random.nextInt(95)));
            Matcher matcher = pattern.matcher(text);
            if (!matcher.matches() && !matcher.hitEnd() || text.length() > max) {
                text.setLength(text.length() - 1);
                // Some have an end: they cannot grow to every length.
                wanted = text.length() == max || random.nextInt(1_000) == 0 ? 0 : wanted;
            }
        }
        return text.toString();
    }
}
