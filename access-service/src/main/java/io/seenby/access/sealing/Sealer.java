package io.seenby.access.sealing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ActorKind;
import io.seenby.events.EventId;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.RefKind;
import io.seenby.events.shape.ReportShapes;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From a report that was checked to the value that the ledger keeps. Never blocks; may be called from any thread. */
@ApplicationScoped
public class Sealer {

    /**
     * A report whose clients are known by ref, ready to be sealed when their keys are at hand.
     *
     * @param report has the shape of its type
     */
    public record Draft(PublisherId publisher, EventType type, JsonNode report, Refs refs, Listed clients) {

        public static Draft of(PublisherId publisher, EventType type, JsonNode report, Refs refs) {
            return new Draft(publisher, type, report, refs, Listed.in(report, refs));
        }

        /** Whose data keys sealing needs. */
        public List<String> clientRefs() {
            return clients.refs();
        }
    }

    /** @param clientKeys holds at least {@link Draft#clientRefs} */
    public SealedEntry seal(Draft draft, TenantKeys keys, ClientKeys.Held clientKeys, Instant recordedAt) {
        JsonNode report = draft.report();
        Identity identity = new Identity(
                keys.tenant(),
                draft.publisher(),
                new EventId(report.get("eventId").textValue()));
        Boxes boxes = new Boxes(draft.clients());
        ObjectNode entry = new Separation(draft.refs(), draft.clients(), boxes)
                .kept(ReportShapes.of(draft.type()), report)
                .map(ObjectNode.class::cast)
                .orElseThrow();
        addEnvelope(entry, draft, identity, recordedAt);
        entry.put("contentTag", keys.tag().of(CanonicalJson.write(report)));
        entry.set("sealed", boxes.sealed(identity, keys.data(), clientKeys::of));
        byte[] value = CanonicalJson.write(entry);
        Instant occurredAt = Moments.parse(report.get("occurredAt").textValue());
        return new SealedEntry(identity, draft.type(), occurredAt, recordedAt, value, Optional.empty());
    }

    /** What the ledger always says, even where the report leaves it out. */
    private static void addEnvelope(ObjectNode entry, Draft draft, Identity identity, Instant recordedAt) {
        entry.put("tenant", identity.tenant().value());
        entry.put("publisher", identity.publisher().value());
        entry.put("recordedAt", Moments.write(recordedAt));
        draft.type().action().ifPresent(action -> entry.put("action", action.wire()));
        if (!entry.has("instance")) {
            entry.put("instance", "main");
        }
        if (!entry.has("actor")) {
            entry.putObject("actor")
                    .put(
                            "ref",
                            draft.refs().ref(RefKind.ACTOR, identity.publisher().value()))
                    .put("kind", ActorKind.SERVICE.wire());
        }
        if (!entry.has("clients") && ReportShapes.of(draft.type()).byName().containsKey("clients")) {
            entry.putArray("clients");
        }
    }
}
