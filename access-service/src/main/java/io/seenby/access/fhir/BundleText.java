package io.seenby.access.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what kind of resource a text is and, if it is a Bundle, where its entries stand, without building a tree: of a
 * Bundle only one entry at a time is ever more than bytes.
 *
 * @param resourceType empty if the text says none
 * @param type of a Bundle; empty if it says none
 * @param entries where they stand in the text
 * @param entriesAreAList false if {@code entry} is anything else than an array
 */
record BundleText(String resourceType, String type, List<Span> entries, boolean entriesAreAList) {

    /** Bytes from {@code start} to before {@code end}. */
    record Span(int start, int end) {

        byte[] of(byte[] text) {
            return Arrays.copyOfRange(text, start, end);
        }
    }

    /** Beside the limits of {@link io.seenby.events.json.StrictJson}, which each entry must keep by itself. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(24)
                    .maxNameLength(256)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Throws if the text is no JSON object in UTF-8; an entry may still be refused when it is read by itself. */
    static BundleText of(byte[] text) throws IOException {
        String resourceType = "";
        String type = "";
        List<Span> entries = new ArrayList<>(0);
        boolean entriesAreAList = true;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("no object");
            }
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (value == JsonToken.VALUE_STRING && name.equals("resourceType")) {
                    resourceType = parser.getText();
                } else if (value == JsonToken.VALUE_STRING && name.equals("type")) {
                    type = parser.getText();
                } else if (name.equals("entry")) {
                    entriesAreAList = value == JsonToken.START_ARRAY;
                    if (entriesAreAList) {
                        spans(parser, entries);
                        continue;
                    }
                }
                parser.skipChildren();
            }
            if (parser.nextToken() != null) {
                throw new IOException("more than one value");
            }
        }
        return new BundleText(resourceType, type, entries, entriesAreAList);
    }

    private static void spans(JsonParser parser, List<Span> entries) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long start = parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            long end = parser.currentLocation().getByteOffset();
            if (start < 0 || end <= start) {
                throw new IOException("not UTF-8");
            }
            entries.add(new Span((int) start, (int) end));
        }
    }
}
