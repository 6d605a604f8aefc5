package io.seenby.events.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.TenantId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EntryCodecTest {

    private static final String CANARY = "canary";
    private static final Optional<TenantId> HARBOR = Optional.of(new TenantId("harbor-law"));

    @Test
    void whatIsNotJsonIsUndecodableAndNobodysTenant() {
        assertUndecodable(new byte[0], Optional.empty(), "value is empty");
        assertUndecodable(bytes("canary"), Optional.empty(), "value is not JSON");
        assertUndecodable(new byte[] {'"', (byte) 0xff, '"'}, Optional.empty(), "value is not UTF-8");
        assertUndecodable(bytes("[".repeat(5_000)), Optional.empty(), "value is nested deeper than 16");
        assertUndecodable(
                bytes("{\"canary\":1,\"canary\":2}"), Optional.empty(), "value has a key twice in one object");
    }

    @Test
    void whatHasNoKnownTypeIsUndecodable() {
        String unknown = "/type is not a type known here";
        for (String value : new String[] {"null", "7", "\"canary\"", "[]", "{}", "{\"type\":7}", "{\"type\":{}}"}) {
            assertUndecodable(bytes(value), Optional.empty(), unknown);
        }
        assertUndecodable(with(entry -> entry.put("type", "seenby.canary-seen.v1")), HARBOR, unknown);
        assertUndecodable(with(entry -> entry.put("type", "seenby.record-read.v2")), HARBOR, unknown);
        assertUndecodable(with(entry -> entry.put("type", "RECORD_READ")), HARBOR, unknown);
    }

    @Test
    void tenantIsToldOnlyIfItIsOne() {
        for (JsonNode none : List.of(node("7"), node("123456"), node("\"Canary\""), node("\"\\u0000\""), node("{}"))) {
            assertUndecodable(with(entry -> entry.put("type", "x").set("tenant", none)), Optional.empty(), "/type is");
            assertUndecodable(with(entry -> entry.set("tenant", none)), Optional.empty(), "/tenant must");
        }
    }

    @Test
    void missingAndMistypedFieldsAreToldByTheirPlace() {
        for (String field : new String[] {
            "tenant",
            "publisher",
            "instance",
            "eventId",
            "occurredAt",
            "recordedAt",
            "actor",
            "clients",
            "record",
            "action",
            "sealed",
            "contentTag"
        }) {
            Optional<TenantId> tenant = field.equals("tenant") ? Optional.empty() : HARBOR;
            assertUndecodable(with(entry -> entry.remove(field)), tenant, "/" + field + " is required");
            assertUndecodable(with(entry -> entry.put(field, true)), tenant, "/" + field + " must");
            assertUndecodable(with(entry -> entry.putNull(field)), tenant, "/" + field + " must");
        }
        assertUndecodable(with(entry -> entry.put("sequence", "7")), HARBOR, "/sequence must be an integer");
        assertUndecodable(with(entry -> entry.put("sequence", 0.5)), HARBOR, "/sequence must be an integer");
        assertUndecodable(with(entry -> entry.put("action", "print")), HARBOR, "/action must be one of read");
    }

    @Test
    void whatCannotBeStoredIsRefused() {
        for (String text : new String[] {"a\0b", "\ud800", "x".repeat(3_000), "", "a b", "canary\n"}) {
            assertUndecodable(with(entry -> entry.put("eventId", text)), HARBOR, "/eventId must");
            assertUndecodable(with(entry -> withObject(entry, "record").put("type", text)), HARBOR, "/record/type");
            assertUndecodable(with(entry -> withObject(entry, "actor").put("role", text)), HARBOR, "/actor/role");
        }
        for (String moment : new String[] {
            "+300000-01-01T00:00:00Z",
            "1899-12-31T23:59:59Z",
            "2026-02-30T00:00:00Z",
            "2026-03-04T10:15:30.1234567Z",
            "2026-03-04T11:15:30+01:00",
            "canary"
        }) {
            assertUndecodable(with(entry -> entry.put("occurredAt", moment)), HARBOR, "/occurredAt must");
            assertUndecodable(with(entry -> entry.put("recordedAt", moment)), HARBOR, "/recordedAt must");
        }
    }

    @Test
    void namesThatTheWriterChoseAreNotQuoted() {
        for (String name : new String[] {CANARY, "a\0" + CANARY, "\ud800" + CANARY, CANARY + "/x~y", ""}) {
            assertUndecodable(with(entry -> entry.put(name, CANARY)), HARBOR, "value has a field that is not known");
            assertUndecodable(
                    with(entry -> withObject(entry, "record").put(name, CANARY)),
                    HARBOR,
                    "/record has a field that is not known");
        }
        assertUndecodable(
                with(entry -> withObject(entry, "actor").put("name", CANARY)),
                HARBOR,
                "/actor has a field that is not known");
    }

    @Test
    void reportIsNoLedgerValue() throws IOException {
        for (EventType type : EventType.values()) {
            byte[] report = Files.readAllBytes(Path.of("src/test/resources/golden", type.wire() + ".report.json"));
            assertThat(EntryCodec.decode(report)).isInstanceOf(EntryCodec.Undecodable.class);
        }
    }

    @Test
    void onlyATypeOfOurFormMayBeOneOfALaterVersion() {
        assertThat(laterType("seenby.record-read.v2")).contains("seenby.record-read.v2");
        assertThat(laterType("seenby.canary-seen.v1")).contains("seenby.canary-seen.v1");
        for (String other :
                List.of("seenby.record-read", "seenby.record-read.v0", "RECORD_READ", "seenby.<b>.v1", "")) {
            assertThat(laterType(other)).isEmpty();
        }
    }

    private static Optional<String> laterType(String type) {
        return ((EntryCodec.Undecodable) EntryCodec.decode(with(entry -> entry.put("type", type)))).laterType();
    }

    private static void assertUndecodable(byte[] value, Optional<TenantId> tenant, String reason) {
        EntryCodec.Decoded decoded = EntryCodec.decode(value);

        assertThat(decoded).isInstanceOf(EntryCodec.Undecodable.class);
        EntryCodec.Undecodable undecodable = (EntryCodec.Undecodable) decoded;
        assertThat(undecodable.reason())
                .startsWith(reason)
                .doesNotContain(CANARY)
                .matches("[ -~]{1,500}");
        assertThat(undecodable.tenant()).isEqualTo(tenant);
    }

    /** Not canonical: what cannot be in canonical JSON is written as an escape. */
    private static byte[] with(Consumer<ObjectNode> change) {
        ObjectNode entry = (ObjectNode) node(new String(golden(EventType.RECORD_READ), StandardCharsets.UTF_8));
        change.accept(entry);
        StringBuilder ascii = new StringBuilder();
        entry.toString().chars().forEach(c -> {
            if (c < 0x80) {
                ascii.append((char) c);
            } else {
                ascii.append(String.format("\\u%04x", c));
            }
        });
        return bytes(ascii.toString());
    }

    private static ObjectNode withObject(ObjectNode entry, String name) {
        return (ObjectNode) entry.get(name);
    }

    private static byte[] golden(EventType type) {
        try {
            return Files.readAllBytes(Path.of("src/test/resources/golden", type.wire() + ".ledger.json"));
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static JsonNode node(String json) {
        try {
            return StrictJson.read(bytes(json));
        } catch (MalformedJson malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
