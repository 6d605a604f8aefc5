package io.seenby.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.RefKind;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Shape;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The ledger value that a report gives, with made-up refs, boxes and tag: its form is right, its secrets are none. */
final class LedgerForm implements Shape.Visitor<Optional<JsonNode>> {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final JsonNode value;

    private LedgerForm(JsonNode value) {
        this.value = value;
    }

    static ObjectNode of(EventType type, JsonNode report) {
        ObjectNode entry = fields(ReportShapes.of(type), report);
        entry.put("tenant", "harbor-law");
        entry.put("publisher", "ehr");
        entry.put("recordedAt", "2026-03-04T10:15:31.000001Z");
        entry.put("contentTag", ref("tag", new String(CanonicalJson.write(report), StandardCharsets.UTF_8)));
        type.action().ifPresent(action -> entry.put("action", action.wire()));
        ArrayNode boxes = entry.putArray("sealed");
        Set<String> subjects = new LinkedHashSet<>();
        report.path("clients").forEach(client -> {
            if (client.isObject()) {
                subjects.add(client(client));
            }
        });
        if (subjects.size() > 1) {
            subjects.add(SealedBox.SHARED);
        }
        subjects.add(SealedBox.TENANT);
        subjects.forEach(subject -> boxes.addObject()
                .put("subject", subject)
                .put("keyId", subject.equals(SealedBox.SHARED) ? "split" : "k1")
                .put("ciphertext", ref("box", subject) + ref("text", subject)));
        return entry;
    }

    private static ObjectNode fields(Shape.Fields fields, JsonNode report) {
        ObjectNode entry = JSON.objectNode();
        fields.identity().ifPresent(identity -> entry.put("ref", ref(identity, report)));
        for (Shape.Field field : fields.fields()) {
            JsonNode here = report.get(field.name());
            if (here != null) {
                field.shape().accept(new LedgerForm(here)).ifPresent(kept -> entry.set(field.name(), kept));
                if (field.shape() instanceof Shape.Text text) {
                    text.secrecy().notedAs().ifPresent(name -> entry.put(name, true));
                }
            }
        }
        return entry;
    }

    private static String ref(Shape.Identity identity, JsonNode report) {
        String scope = identity.scope()
                .map(name -> report.get(name).textValue() + "\0")
                .orElse("");
        String from = identity.from().stream().filter(report::has).findFirst().orElseThrow();
        return ref(identity.kind().label(), scope + report.get(from).textValue());
    }

    private static String client(JsonNode client) {
        return ref(RefKind.CLIENT.label(), client.get("id").textValue());
    }

    private static String ref(String domain, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((domain + "\0" + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Override
    public Optional<JsonNode> text(Shape.Text text) {
        return switch (text.secrecy().way()) {
            case CLEAR -> Optional.of(value);
            case SEALED -> Optional.empty();
            case REF, TOKEN ->
                Optional.of(
                        JSON.textNode(ref(text.secrecy().kind().orElseThrow().label(), value.textValue())));
        };
    }

    @Override
    public Optional<JsonNode> code(Shape.Code code) {
        return Optional.of(value);
    }

    @Override
    public Optional<JsonNode> flag(Shape.Flag flag) {
        return Optional.of(value);
    }

    @Override
    public Optional<JsonNode> count(Shape.Count count) {
        return Optional.of(value);
    }

    @Override
    public Optional<JsonNode> moment(Shape.Moment moment) {
        return Optional.of(JSON.textNode(Moments.write(Moments.parse(value.textValue()))));
    }

    @Override
    public Optional<JsonNode> listOf(Shape.ListOf list) {
        ArrayNode items = JSON.arrayNode();
        value.forEach(item -> list.item().accept(new LedgerForm(item)).ifPresent(items::add));
        return Optional.of(items);
    }

    @Override
    public Optional<JsonNode> clients(Shape.Clients clients) {
        Set<String> refs = new LinkedHashSet<>();
        value.forEach(client -> refs.add(client(client)));
        ArrayNode items = JSON.arrayNode();
        refs.forEach(items::add);
        return Optional.of(items);
    }

    @Override
    public Optional<JsonNode> clientRefs(Shape.ClientRefs refs) {
        return Optional.of(value);
    }

    @Override
    public Optional<JsonNode> fields(Shape.Fields fields) {
        ObjectNode kept = fields(fields, value);
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept);
    }
}
