package io.seenby.events;

import io.seenby.events.shape.Moments;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The Kafka headers of CloudEvents 1.0 in binary mode. They serve routing and tools; nothing is proven by them, the
 * projector trusts only the value and its MAC.
 */
public final class CloudEventAttributes {

    /** Header that carries the MAC over the value bytes: a Tink HMAC tag, prefixed with its key id. */
    public static final String MAC_HEADER = "seenby-mac";

    private CloudEventAttributes() {}

    /** Of one entry; {@code source} and {@code id} together are the entry's identity. */
    public static Map<String, String> ofEntry(
            TenantId tenant, PublisherId publisher, EventId eventId, EventType type, Instant occurredAt) {
        return attributes(
                "/tenants/" + tenant + "/publishers/" + publisher,
                eventId.value(),
                type.wire(),
                Moments.write(occurredAt));
    }

    /** Of one alert revision; a resend carries the same id. */
    public static Map<String, String> ofAlert(BreachAlert alert) {
        return attributes(
                "/tenants/" + alert.tenant() + "/alerts",
                alert.alertId() + "." + alert.revision(),
                BreachAlert.TYPE,
                Moments.write(alert.raisedAt()));
    }

    private static Map<String, String> attributes(String source, String id, String type, String time) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_specversion", "1.0");
        headers.put("ce_id", id);
        headers.put("ce_source", source);
        headers.put("ce_type", type);
        headers.put("ce_time", time);
        headers.put("ce_dataschema", "/schemas/" + type + ".json");
        headers.put("content-type", "application/json");
        return headers;
    }
}
