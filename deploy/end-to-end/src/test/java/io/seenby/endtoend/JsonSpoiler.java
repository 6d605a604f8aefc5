package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Changes one place of a JSON text: still JSON, but seldom what was asked for. */
final class JsonSpoiler {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands where a text goes that no tree can hold. */
    private static final String HOLE = "here-it-goes";

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1e999",
            "9007199254740993",
            "9223372036854775808",
            "0.1",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "{\"a\":{\"b\":{\"c\":{}}}}",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\ufeff\\u202e\"",
            "\"a\\nb\\rc\\td\"",
            "\"=1+1\"",
            "\"${jndi:ldap://x}\"",
            "\"'; drop table entries; --\"",
            "\"2026-02-30T00:00:00Z\"",
            "\"+300000-01-01T00:00:00Z\"",
            "\"" + "x".repeat(3_000) + "\"",
            "[" + "1,".repeat(2_000) + "1]",
            "[".repeat(2_000) + "]".repeat(2_000));

    private JsonSpoiler() {}

    /** Unchanged if it is no object and no array. */
    static String spoil(String text, Random random) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (IOException spoiltAlready) {
            return text;
        }
        List<Place> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return text;
        }
        Place place = places.get(random.nextInt(places.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        switch (random.nextInt(4)) {
            case 0 -> place.put(new TextNode(HOLE));
            case 1 -> place.remove();
            case 2 -> place.beside("surprise", new TextNode(HOLE));
            default -> place.put(new TextNode("x".repeat(random.nextInt(300))));
        }
        return root.toString().replace('"' + HOLE + '"', value);
    }

    /** The same name twice in one object. */
    static String twice(String text, Random random) {
        int brace = text.indexOf('{', random.nextInt(Math.max(1, text.length())));
        int colon = brace < 0 ? -1 : text.indexOf(':', brace);
        return colon < 0 ? text : text.substring(0, colon) + ":1," + text.substring(brace + 1);
    }

    private static void collect(JsonNode node, List<Place> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(new Place(object, name, 0)));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                places.add(new Place(array, "", i));
            }
        }
        node.forEach(child -> collect(child, places));
    }

    private record Place(JsonNode parent, String name, int index) {

        void put(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else if (parent instanceof ArrayNode array) {
                array.set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else if (parent instanceof ArrayNode array) {
                array.remove(index);
            }
        }

        void beside(String surprise, JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(surprise, value);
            } else if (parent instanceof ArrayNode array) {
                array.add(value);
            }
        }
    }
}
