package io.seenby.access.question;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.sealing.Refs;
import io.seenby.events.shape.RefKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/** The ref of an id. It can be told for any id: whether the ledger knows it is not said here. */
record Lookup(RefKind kind, String ref) {

    static Lookup of(JsonNode asked, Refs refs) {
        String id = asked.get("id").textValue();
        RefKind kind = RefKind.valueOf(asked.get("kind").textValue().toUpperCase(Locale.ROOT));
        String ref = kind == RefKind.RECORD ? refs.ref(kind, asked.path("type").asText(), id) : refs.ref(kind, id);
        return new Lookup(kind, ref);
    }

    /** What the record of the question says of its answer. */
    void describe(ObjectNode report) {
        ArrayNode clients = report.putArray("clients");
        if (kind == RefKind.CLIENT) {
            clients.add(ref);
        }
        report.put("count", 1);
        report.put("digest", digest());
    }

    private String digest() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(ref.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
