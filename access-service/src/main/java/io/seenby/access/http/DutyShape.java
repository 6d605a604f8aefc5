package io.seenby.access.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.access.erasure.Duty;
import io.seenby.events.DutyKind;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Text;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Duties and legal holds as JSON: how they are asked for, and how a duty is shown. */
final class DutyShape {

    private static final Secrecy SEALED =
            new Secrecy(Secrecy.Way.SEALED, Secrecy.Subject.CLIENT, Optional.empty(), Optional.empty());
    private static final Text ID = new Text(1, 256, Optional.empty(), SEALED);
    private static final Text REASON = new Text(1, 1_000, Optional.empty(), SEALED);
    private static final List<String> KINDS = WireCode.names(DutyKind.class);
    private static final Field CLIENT = new Field(
            "client",
            Fields.of(new Field("id", ID, true, "As publishers report it.")),
            true,
            "Whose information it is.");
    private static final Field WHY = new Field("reason", REASON, true, "Why; sealed under the client's own key.");

    static final Fields REQUEST =
            Fields.of(new Field("duty", new Code(KINDS, Set.copyOf(KINDS)), true, "What is to be done."), CLIENT, WHY);

    static final Fields HOLD =
            Fields.of(new Field("hold", ID, true, "Id of the hold, such as the matter's."), CLIENT, WHY);

    private DutyShape() {}

    static ObjectNode json(Duty duty) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", duty.id().value());
        json.put("duty", duty.what().wire());
        json.put("client", duty.client().value());
        json.put("state", duty.state().name().toLowerCase(Locale.ROOT));
        json.put("since", Moments.write(duty.changed()));
        return json.put("until", Moments.write(duty.until()));
    }
}
