package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Writes the JSON Canonicalization Scheme (RFC 8785) of values without fractions, which is all that a report or an
 * entry may hold: keys in UTF-16 order, shortest escapes, no space.
 */
public final class CanonicalJson {

    private static final long MAX_INTEGER = 9_007_199_254_740_991L;
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    /** Throws {@link IllegalArgumentException} for a number with a fraction or beyond 2^53−1, and for a lone surrogate. */
    public static byte[] write(JsonNode value) {
        StringBuilder out = new StringBuilder(1_536);
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, out);
            case ARRAY -> {
                out.append('[');
                for (int i = 0; i < value.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(value.get(i), out);
                }
                out.append(']');
            }
            case STRING -> writeText(value.textValue(), out);
            case NUMBER -> out.append(integer(value));
            case BOOLEAN -> out.append(value.booleanValue());
            case NULL -> out.append("null");
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON: " + value.getNodeType());
        }
    }

    private static void writeObject(JsonNode value, StringBuilder out) {
        List<Map.Entry<String, JsonNode>> sorted = new ArrayList<>(value.properties());
        sorted.sort(Map.Entry.comparingByKey());
        out.append('{');
        for (int i = 0; i < sorted.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            writeText(sorted.get(i).getKey(), out);
            out.append(':');
            write(sorted.get(i).getValue(), out);
        }
        out.append('}');
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

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        int done = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                out.append(text, done, i);
                writeEscape(c, out);
                done = i + 1;
            } else if (Character.isSurrogate(c)) {
                i = endOfPair(text, i);
            }
        }
        if (done == 0) {
            // Copied as a whole, where the other is copied character by character.
            out.append(text);
        } else {
            out.append(text, done, text.length());
        }
        out.append('"');
    }

    private static int endOfPair(String text, int at) {
        boolean paired = at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
        if (!paired) {
            throw new IllegalArgumentException("a lone surrogate has no canonical form");
        }
        return at + 1;
    }

    private static void writeEscape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 0xf]);
        }
    }
}
