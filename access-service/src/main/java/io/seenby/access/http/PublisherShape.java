package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.intake.IntakeTopic;
import io.seenby.access.intake.Publisher;
import io.seenby.access.publisher.Registration;
import io.seenby.access.publisher.Terms;
import io.seenby.events.EventType;
import io.seenby.events.Patterns;
import io.seenby.events.Quota;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.ListOf;
import io.seenby.events.shape.Shape.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Publishers as JSON: how one is asked for, and how one is shown. */
final class PublisherShape {

    private static final Secrecy CLEAR =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());
    private static final Text NAME = new Text(1, 128, Optional.of(Patterns.PUBLISHER), CLEAR);
    private static final Text REASON = new Text(1, 1_000, Optional.empty(), CLEAR);
    private static final List<String> TYPES =
            Terms.REPORTABLE.stream().map(EventType::wire).toList();
    private static final ListOf LIST_OF_TYPES = new ListOf(new Code(TYPES, Set.copyOf(TYPES)), 0, 64);

    private static final Fields QUOTA = Fields.of(
            new Field("perSecond", new Count(1, Quota.MOST_PER_SECOND), true, "Events, in the long run."),
            new Field("burst", new Count(1, Quota.MOST_AT_ONCE), true, "Events at once, after a rest."));

    static final Fields REGISTRATION = Fields.of(
            new Field("publisher", NAME, true, "The subject of its token."),
            new Field("types", LIST_OF_TYPES, true, "Wire names of what it may send; none if empty."),
            new Field("quota", QUOTA, true, "How much it may send."));

    static final Fields SUSPENSION = Fields.of(new Field("reason", REASON, true, "Why; the ledger keeps it sealed."));

    private PublisherShape() {}

    /** @param request has the shape {@link #REGISTRATION} */
    static Terms terms(JsonNode request) {
        JsonNode quota = request.get("quota");
        List<String> types = new ArrayList<>();
        request.get("types").forEach(name -> types.add(name.textValue()));
        return Terms.of(
                types,
                new Quota(quota.get("perSecond").longValue(), quota.get("burst").longValue()));
    }

    /** @param byKafka whether reports are taken from Kafka here, from topics that are named then */
    static ObjectNode json(Registration registration, boolean byKafka) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("publisher", registration.publisher().value());
        json.put("suspended", registration.suspended());
        registration.terms().wireNames().forEach(json.putArray("types")::add);
        json.putObject("quota")
                .put("perSecond", registration.terms().quota().perSecond())
                .put("burst", registration.terms().quota().burst());
        if (byKafka) {
            IntakeTopic topic = new IntakeTopic(new Publisher(registration.tenant(), registration.publisher()));
            json.putObject("kafka").put("reports", topic.name()).put("rejected", topic.rejected());
        }
        return json.put("since", Moments.write(registration.since()));
    }
}
