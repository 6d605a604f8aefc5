package io.seenby.events.shape;

import static io.seenby.events.shape.Secrecy.Subject.ACTOR;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;
import static io.seenby.events.shape.Shapes.token;

import io.seenby.events.ActorKind;
import io.seenby.events.Intent;
import io.seenby.events.Medium;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientKind;
import io.seenby.events.shape.Shape.Clients;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;

/** Parts that the events of several families have. */
final class Parts {

    static Fields tokens(Secrecy.Subject subject) {
        return Fields.of(
                optional("surname", token(RefKind.SURNAME, subject), "Surname, for matching relatives."),
                optional("household", token(RefKind.HOUSEHOLD, subject), "Household or full address, for matching."),
                optional("street", token(RefKind.STREET, subject), "Street with place, for matching neighbours."));
    }

    static Fields person(Secrecy.Subject subject) {
        return Fields.of(
                        required("id", sealed(256, subject), "The publisher's id of the actor."),
                        required("kind", oneOf(ActorKind.class), "Standing towards the organisation."),
                        optional("name", sealed(256, subject), "Display name."),
                        optional("role", code(), "Role code."),
                        optional("department", code(), "Department code."),
                        optional("tokens", tokens(subject), "Text to match against clients."))
                .identifiedBy(RefKind.ACTOR, "id");
    }

    static final Field WHO = required("actor", person(ACTOR), "Who did it.");
    static final Field BY = optional("actor", person(ACTOR), "Who entered it; the publisher itself if absent.");

    static final Fields RECORD = Fields.of(
                    required("type", code(), "Record type code."),
                    required("id", sealed(256, CLIENT), "The publisher's id of the record."),
                    optional("labels", list(code(), 0, 16), "Sensitivity labels."),
                    optional("medium", oneOf(Medium.class), "What it is kept on."),
                    optional("description", sealed(1_000, CLIENT), "What it is, in words."))
            .identifiedWithin(RefKind.RECORD, "type", "id");

    static final Fields RECIPIENT = Fields.of(
                    optional("id", sealed(256, TENANT), "The publisher's id of the recipient."),
                    required("name", sealed(256, TENANT), "Name of the person or entity."),
                    optional("address", sealed(1_000, TENANT), "Address, if known."),
                    optional("kind", oneOf(RecipientKind.class), "Person or organisation."))
            .identifiedBy(RefKind.RECIPIENT, "id", "name");

    static final Field RECORD_SEEN = required("record", RECORD, "What was looked at.");
    static final Field PURPOSE = optional("purpose", oneOf(Purpose.class), "Why.");
    static final Field INTENT = optional("intent", oneOf(Intent.class), "Deliberate if absent.");

    static final Field OUTCOME =
            optional("outcome", oneOf(Outcome.class), "How it ended; success if absent, failure for a denied access.");

    private Parts() {}

    static Field clients(int min, int max) {
        return new Field("clients", new Clients(min, max), min > 0, "Whose information it is.");
    }
}
