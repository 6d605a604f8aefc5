package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.Parts.person;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.AlertJudgement;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;

/** How it is reported what people do with an alert. */
final class WorkShapes {

    private static final Field ALERT = required("alert", clear(Patterns.REF, 22), "Id of the alert.");

    private WorkShapes() {}

    static Fields alertAcknowledged() {
        return Fields.of(WHO, ALERT);
    }

    static Fields alertAssigned() {
        return Fields.of(WHO, ALERT, required("assignee", person(TENANT), "Who is to look into it."));
    }

    static Fields alertSuppressed() {
        return Fields.of(
                WHO,
                ALERT,
                required("until", new Moment(), "When it is to be seen again."),
                required("reason", sealed(1_000, TENANT), "Why nobody need see it until then."));
    }

    static Fields alertJudged() {
        return Fields.of(
                WHO,
                ALERT,
                required("judgement", oneOf(AlertJudgement.class), "What one thinks of what it shows."),
                optional("note", sealed(4_000, TENANT), "Why, in one's own words."));
    }
}
