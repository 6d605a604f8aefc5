package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Parts.person;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.ListOf;

/** How facts about somebody who works for the organisation are reported. */
final class ActorShapes {

    private static final Field SUBJECT = required("subject", person(TENANT), "Whom it is about.");

    private ActorShapes() {}

    /** The subject's own client stands among the clients, so that its id is sealed under that client's own key. */
    static Fields standing() {
        return FactShapes.fact(
                new Field(
                        "clients",
                        clients(0, 1).shape(),
                        false,
                        "The subject's own record as a client here; absent if there is none."),
                SUBJECT,
                optional("teams", teams(0), "All teams the subject is in from now on; none if absent."),
                optional("supervisor", ref(RefKind.ACTOR, TENANT), "Id of the actor whom the subject answers to."));
    }

    static Fields actorLeft() {
        return FactShapes.fact(SUBJECT, optional("reason", sealed(1_000, TENANT), "Why."));
    }

    static ListOf teams(int min) {
        return Shapes.list(ref(RefKind.TEAM, TENANT), min, 64);
    }
}
