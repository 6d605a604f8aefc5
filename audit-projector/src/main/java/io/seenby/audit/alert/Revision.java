package io.seenby.audit.alert;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.json.AlertCodec;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * One revision of an alert as it is journalled.
 *
 * @param position of the tenant when it was read
 */
record Revision(BreachAlert alert, byte[] payload, long position) {

    static Revision of(byte[] payload, long position) {
        return new Revision(AlertCodec.decode(payload), payload, position);
    }

    long ordinal() {
        return alert.ordinal();
    }

    Collection<ClientRef> clients() {
        return alert.clients();
    }

    /** Canonical JSON, so it has no line breaks. */
    String text() {
        return new String(payload, StandardCharsets.UTF_8);
    }

    JsonNode node() {
        try {
            return StrictJson.read(payload);
        } catch (MalformedJson impossible) {
            throw new IllegalStateException("it was decoded before", impossible);
        }
    }
}
