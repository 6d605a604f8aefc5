package io.seenby.audit.query;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.audit.door.QuestionReport.Lookup;
import io.seenby.audit.http.StrictBody;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/** The bodies of look-ups, held to the limits that ids have in a report. */
final class LookupBody {

    /** {@code clientId}: the publisher's id of the client. */
    record Client(String clientId) {}

    /** {@code actorId}: the publisher's id of the actor. */
    record Actor(String actorId) {}

    /** {@code type} and {@code id} as a publisher reports them. */
    record Record(String type, String id) {}

    private static final Fields CLIENT = Fields.of(required("clientId", text(256, Optional.empty())));
    private static final Fields ACTOR = Fields.of(required("actorId", text(256, Optional.empty())));
    private static final Fields RECORD = Fields.of(
            required("type", text(64, Optional.of(Patterns.CODE))), required("id", text(256, Optional.empty())));

    private LookupBody() {}

    static Lookup client(byte[] body) {
        return new Lookup(
                "client", StrictBody.read(CLIENT, body).get("clientId").textValue(), Optional.empty());
    }

    static Lookup actor(byte[] body) {
        return new Lookup("actor", StrictBody.read(ACTOR, body).get("actorId").textValue(), Optional.empty());
    }

    static Lookup record(byte[] body) {
        JsonNode read = StrictBody.read(RECORD, body);
        return new Lookup(
                "record",
                read.get("id").textValue(),
                Optional.of(read.get("type").textValue()));
    }

    private static Field required(String name, Shape shape) {
        return new Field(name, shape, true, name);
    }

    private static Text text(int most, Optional<Pattern> pattern) {
        return new Text(
                1,
                most,
                pattern,
                new Secrecy(Secrecy.Way.SEALED, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty()));
    }
}
