package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Writes the JSON Canonicalization Scheme (RFC 8785) of values without fractions, which is all that a report or an
 * entry may hold: keys in UTF-16 order, shortest escapes, no space.
 */
public final class CanonicalJson {

    private static final long MAX_INTEGER = 9_007_199_254_740_991L;

    private CanonicalJson() {}

    /** Throws {@link IllegalArgumentException} for a number with a fraction or beyond 2^53−1, and for a lone surrogate. */
    public static byte[] write(JsonNode value) {
        JsonBytes out = new JsonBytes();
        write(value, out);
        return out.toArray();
    }

    private static void write(JsonNode value, JsonBytes out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> {
                out.ascii('[');
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        out.ascii(',');
                    }
                    write(value.get(i), out);
                }
                out.ascii(']');
            }
            case STRING -> out.text(value.textValue());
            case NUMBER -> out.ascii(Long.toString(integer(value)));
            case BOOLEAN -> out.ascii(value.booleanValue() ? "true" : "false");
            case NULL -> out.ascii("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode value, JsonBytes out) {
        out.ascii('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> property : sorted(value)) {
            if (!first) {
                out.ascii(',');
            }
            first = false;
            out.text(property.getKey());
            out.ascii(':');
            write(property.getValue(), out);
        }
        out.ascii('}');
    }

    /** By insertion: objects are small, and often in order already. */
    private static Map.Entry<String, JsonNode>[] sorted(JsonNode value) {
        @SuppressWarnings("unchecked")
        Map.Entry<String, JsonNode>[] sorted = value.properties().toArray(new Map.Entry[0]);
        for (int i = 1; i < sorted.length; i++) {
            Map.Entry<String, JsonNode> next = sorted[i];
            int to = i;
            while (to > 0 && sorted[to - 1].getKey().compareTo(next.getKey()) > 0) {
                sorted[to] = sorted[to - 1];
                to--;
            }
            sorted[to] = next;
        }
        return sorted;
    }

    private static long integer(JsonNode value) {
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() > MAX_INTEGER
                || value.longValue() < -MAX_INTEGER) {
            throw new IllegalArgumentException("only integers up to 2^53-1 have a canonical form here");
        }
        return value.longValue();
    }
}
