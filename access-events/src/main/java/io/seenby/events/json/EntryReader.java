package io.seenby.events.json;

import static io.seenby.events.json.Nodes.codes;
import static io.seenby.events.json.Nodes.list;
import static io.seenby.events.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.Action;
import io.seenby.events.Actor;
import io.seenby.events.ActorKind;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.EventId;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.MatchToken;
import io.seenby.events.Medium;
import io.seenby.events.Outcome;
import io.seenby.events.PublisherId;
import io.seenby.events.Purpose;
import io.seenby.events.RecordItem;
import io.seenby.events.RecordRef;
import io.seenby.events.SealedBox;
import io.seenby.events.TenantId;
import io.seenby.events.Tokens;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Moments;
import java.util.Optional;
import java.util.function.Function;

/** From a JSON tree that has its shape to the envelope; {@link EventReader} reads what only the type knows. */
final class EntryReader {

    private static final Function<String, ActorKind> ACTOR_KIND = WireCode.reader(ActorKind.class);
    private static final Function<String, Medium> MEDIUM = WireCode.reader(Medium.class);
    private static final Function<String, Action> ACTION = WireCode.reader(Action.class);
    private static final Function<String, Outcome> OUTCOME = WireCode.reader(Outcome.class);
    static final Function<String, Purpose> PURPOSE = WireCode.reader(Purpose.class);

    private EntryReader() {}

    static LedgerEntry read(EventType type, JsonNode node) {
        return new LedgerEntry(
                new TenantId(node.get("tenant").textValue()),
                new PublisherId(node.get("publisher").textValue()),
                node.get("instance").textValue(),
                Nodes.optionalCount(node, "sequence"),
                new EventId(node.get("eventId").textValue()),
                type,
                Moments.parseKept(node.get("occurredAt").textValue()),
                Moments.parseKept(node.get("recordedAt").textValue()),
                actor(node.get("actor")),
                list(node, "clients", client -> new ClientRef(client.textValue())),
                Optional.ofNullable(node.get("record")).map(EntryReader::record),
                text(node, "action").map(ACTION),
                text(node, "outcome").map(OUTCOME).or(() -> type.action().map(EntryReader::usualOutcome)),
                text(node, "purpose").map(PURPOSE),
                EventReader.read(type, node),
                list(node, "sealed", EntryReader::box),
                node.get("contentTag").textValue());
    }

    private static Outcome usualOutcome(Action action) {
        return action == Action.DENIED ? Outcome.FAILURE : Outcome.SUCCESS;
    }

    static Actor actor(JsonNode node) {
        return new Actor(
                new ActorRef(node.get("ref").textValue()),
                ACTOR_KIND.apply(node.get("kind").textValue()),
                text(node, "role"),
                text(node, "department"),
                tokens(node));
    }

    static Tokens tokens(JsonNode person) {
        JsonNode node = person.get("tokens");
        return node == null
                ? Tokens.NONE
                : new Tokens(token(node, "surname"), token(node, "household"), token(node, "street"));
    }

    private static Optional<MatchToken> token(JsonNode node, String name) {
        return text(node, name).map(MatchToken::new);
    }

    private static RecordItem record(JsonNode node) {
        return new RecordItem(
                new RecordRef(node.get("ref").textValue()),
                node.get("type").textValue(),
                codes(node, "labels"),
                text(node, "medium").map(MEDIUM));
    }

    private static SealedBox box(JsonNode node) {
        return new SealedBox(
                node.get("subject").textValue(),
                node.get("keyId").textValue(),
                node.get("ciphertext").textValue());
    }
}
