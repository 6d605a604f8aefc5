package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Parts.person;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.ReviewConclusion;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;

/** How it is reported what became of accesses that went past a barrier. */
final class ExceptionShapes {

    private ExceptionShapes() {}

    /** By accessor, clients and period: what is reviewed is an emergency, however many records were opened in it. */
    static Fields exceptionReviewed() {
        return Fields.of(WHO)
                .and(
                        clients(1, 1_000),
                        required("accessor", person(TENANT), "Whose accesses were reviewed; not the reviewer's own."),
                        required("from", new Moment(), "First moment of the period that was reviewed."),
                        required("until", new Moment(), "First moment that is in the period no more."),
                        required("conclusion", oneOf(ReviewConclusion.class), "What the reviewer thinks of them."),
                        optional("note", sealed(4_000, CLIENT), "Why, in the reviewer's words."));
    }
}
