package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.BY;
import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.DutyKind;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;

/** How it is reported that a client is to be erased, is erased, or must not be. */
final class ErasureShapes {

    private static final Field DUTY =
            required("duty", clear(Patterns.EVENT_ID, 128), "The duty; its id says nothing of whom it is about.");

    /** By ref: a box of the client's own would need a key, and there must be none. */
    private static final Field CLIENT_REF =
            new Field("clients", new ClientRefs(1, 1), true, "Whose information it is.");

    private ErasureShapes() {}

    static Fields legalHold() {
        return Fields.of(WHO)
                .and(
                        clients(1, 1),
                        required("hold", ref(RefKind.HOLD, CLIENT), "Id of the hold."),
                        required("reason", sealed(1_000, CLIENT), "Why."));
    }

    static Fields dutyRequested() {
        return Fields.of(WHO)
                .and(
                        clients(1, 1),
                        DUTY,
                        required("what", oneOf(DutyKind.class), "What is to be done."),
                        required("reason", sealed(1_000, CLIENT), "Why."),
                        required("until", new Moment(), "First moment at which nobody can approve it any more."));
    }

    static Fields dutyApproved() {
        return Fields.of(WHO).and(CLIENT_REF, DUTY);
    }

    static Fields clientErased() {
        return Fields.of(BY).and(CLIENT_REF, DUTY);
    }
}
