package io.seenby.audit.own;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.Action;
import io.seenby.events.ActorKind;
import io.seenby.events.Channel;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientKind;
import io.seenby.events.WireCode;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One access to a client's information, as far as that client is told of it: the standing of who looked, never who it
 * was.
 *
 * @param department code of the publisher's vocabulary, as {@code role} and {@code recordType}
 * @param attempted what was tried, where it was denied
 * @param emergency somebody broke the glass for it
 * @param recipient of a disclosure, as {@code channel}
 */
record Access(
        Instant occurredAt,
        ActorKind who,
        Optional<String> department,
        Optional<String> role,
        Action action,
        Optional<Action> attempted,
        Optional<String> recordType,
        Optional<Purpose> purpose,
        boolean emergency,
        Optional<Outcome> outcome,
        Optional<RecipientKind> recipient,
        Optional<Channel> channel) {

    private static final Function<String, ActorKind> WHO = WireCode.reader(ActorKind.class);
    private static final Function<String, Action> ACTION = WireCode.reader(Action.class);
    private static final Function<String, Purpose> PURPOSE = WireCode.reader(Purpose.class);
    private static final Function<String, Outcome> OUTCOME = WireCode.reader(Outcome.class);
    private static final Function<String, RecipientKind> RECIPIENT = WireCode.reader(RecipientKind.class);
    private static final Function<String, Channel> CHANNEL = WireCode.reader(Channel.class);

    /**
     * From the value of an accepted entry that has an action.
     *
     * @param value the value's clear fields
     */
    static Access of(Instant occurredAt, JsonNode value) {
        return new Access(
                occurredAt,
                WHO.apply(value.at("/actor/kind").asText()),
                text(value.at("/actor/department")),
                text(value.at("/actor/role")),
                ACTION.apply(value.path("action").asText()),
                text(value.path("attempted")).map(ACTION),
                text(value.at("/record/type")),
                text(value.path("purpose")).map(PURPOSE),
                value.path("breakGlass").asBoolean(),
                text(value.path("outcome")).map(OUTCOME),
                text(value.at("/recipient/kind")).map(RECIPIENT),
                text(value.path("channel")).map(CHANNEL));
    }

    private static Optional<String> text(JsonNode node) {
        return Optional.ofNullable(node.textValue());
    }
}
