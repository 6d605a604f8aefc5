package io.seenby.events.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Reads one JSON text (RFC 8259) and refuses what other readers let pass: a key given twice, bytes that are not UTF-8,
 * a byte order mark, anything after the value, nesting past 16, numbers past 20 digits.
 */
public final class StrictJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxNumberLength(20)
                            .maxStringLength(200_000)
                            .maxNameLength(256)
                            .build())
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    // Left on, it would read UTF-16 and UTF-32 too and pass over a byte order mark.
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    private StrictJson() {}

    /** Throws {@link MalformedJson} that says what is wrong and at which byte, without quoting the text. */
    public static JsonNode read(byte[] bytes) throws MalformedJson {
        requireUtf8(bytes);
        try {
            JsonNode node = READER.readTree(bytes);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJson("is empty", 0);
            }
            return node;
        } catch (JsonProcessingException wrong) {
            JsonLocation at = wrong.getLocation();
            throw new MalformedJson(reason(wrong), at == null ? 0 : Math.max(0, at.getByteOffset()));
        } catch (IOException impossible) {
            throw new MalformedJson("cannot be read", 0);
        }
    }

    /** Jackson's own sentence quotes the source, which may be a client's text; ours names only the kind of fault. */
    private static String reason(JsonProcessingException wrong) {
        String message = wrong.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "has a key twice in one object";
        }
        if (wrong instanceof StreamConstraintsException) {
            return message.contains("nesting depth")
                    ? "is nested deeper than 16"
                    : "has a number, name or text too long";
        }
        if (message.contains("end-of-input") || message.contains("end-of-file")) {
            return "ends too early";
        }
        return message.startsWith("Trailing token") ? "goes on after its end" : "is not JSON";
    }

    private static void requireUtf8(byte[] bytes) throws MalformedJson {
        for (byte b : bytes) {
            if (b < 0) {
                ByteBuffer all = ByteBuffer.wrap(bytes);
                try {
                    StandardCharsets.UTF_8.newDecoder().decode(all);
                    return;
                } catch (CharacterCodingException wrong) {
                    throw new MalformedJson("is not UTF-8", all.position());
                }
            }
        }
    }
}
