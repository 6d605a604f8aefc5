package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import io.seenby.events.WireCode;
import io.seenby.events.shape.AlertShape;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import java.util.List;
import java.util.function.Function;

/** {@link BreachAlert} to its canonical JSON and back. */
public final class AlertCodec {

    private static final Function<String, BreachAlert.Severity> SEVERITY = WireCode.reader(BreachAlert.Severity.class);
    private static final Function<String, BreachAlert.Status> STATUS = WireCode.reader(BreachAlert.Status.class);

    private AlertCodec() {}

    /** Throws {@link IllegalArgumentException} for an alert that its own schema refuses. */
    public static byte[] encode(BreachAlert alert) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", BreachAlert.TYPE);
        node.put("alertId", alert.alertId());
        node.put("revision", alert.revision());
        node.put("tenant", alert.tenant().value());
        node.put("ordinal", alert.ordinal());
        node.put("rule", alert.rule());
        node.put("ruleVersion", alert.ruleVersion());
        node.put("severity", alert.severity().wire());
        node.put("status", alert.status().wire());
        alert.actor().ifPresent(actor -> node.put("actor", actor.value()));
        ArrayNode clients = node.putArray("clients");
        alert.clients().forEach(client -> clients.add(client.value()));
        node.put("summary", alert.summary());
        ArrayNode evidence = node.putArray("evidence");
        alert.evidence().forEach(index -> evidence.add(index.longValue()));
        node.put("occurredAt", Moments.write(alert.occurredAt()));
        node.put("raisedAt", Moments.write(alert.raisedAt()));
        requireShape(node);
        return CanonicalJson.write(node);
    }

    /** Throws {@link IllegalArgumentException} for bytes that are no alert of this version. */
    public static BreachAlert decode(byte[] bytes) {
        JsonNode node;
        try {
            node = StrictJson.read(bytes);
        } catch (MalformedJson malformed) {
            throw new IllegalArgumentException("alert " + malformed.getMessage(), malformed);
        }
        requireShape(node);
        return new BreachAlert(
                node.get("alertId").textValue(),
                node.get("revision").intValue(),
                new TenantId(node.get("tenant").textValue()),
                node.get("ordinal").longValue(),
                node.get("rule").textValue(),
                node.get("ruleVersion").intValue(),
                SEVERITY.apply(node.get("severity").textValue()),
                STATUS.apply(node.get("status").textValue()),
                Nodes.text(node, "actor").map(ActorRef::new),
                Nodes.list(node, "clients", client -> new ClientRef(client.textValue())),
                node.get("summary").textValue(),
                Nodes.list(node, "evidence", JsonNode::longValue),
                Moments.parse(node.get("occurredAt").textValue()),
                Moments.parse(node.get("raisedAt").textValue()));
    }

    private static void requireShape(JsonNode node) {
        List<Violation> violations = Validator.violations(AlertShape.FIELDS, node);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException("alert: " + violations.get(0).withoutText());
        }
    }
}
