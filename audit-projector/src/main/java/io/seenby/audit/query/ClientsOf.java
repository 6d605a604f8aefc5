package io.seenby.audit.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the clients from the beginning of an entry's value, so that a page needn't carry the sealed boxes behind it.
 * In canonical JSON the keys are sorted: before {@code clients} stand only bounded codes and refs.
 */
final class ClientsOf {

    /** A thousand refs are 25,002 bytes; what stands before them is far below the rest. */
    static final int PREFIX_BYTES = 32_768;

    private static final JsonFactory JSON = new JsonFactory();

    private ClientsOf() {}

    /**
     * In the entry's order; none for types that have no clients, such as a tenant's opening. Throws {@link
     * IllegalArgumentException} for the beginning of something else.
     */
    static List<String> prefix(byte[] value) {
        try (JsonParser parser = JSON.createParser(value)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                int order = parser.currentName().compareTo("clients");
                if (order > 0) {
                    break;
                }
                parser.nextToken();
                if (order == 0) {
                    return refs(parser);
                }
                parser.skipChildren();
            }
            return List.of();
        } catch (IOException cut) {
            throw new IllegalArgumentException("an entry's value has its clients in its beginning", cut);
        }
    }

    private static List<String> refs(JsonParser parser) throws IOException {
        List<String> refs = new ArrayList<>();
        while (parser.nextToken() == JsonToken.VALUE_STRING) {
            refs.add(parser.getText());
        }
        return List.copyOf(refs);
    }
}
