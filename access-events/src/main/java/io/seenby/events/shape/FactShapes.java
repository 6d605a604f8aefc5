package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.BY;
import static io.seenby.events.shape.Parts.RECIPIENT;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Parts.tokens;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.ClientKind;
import io.seenby.events.ConsentDecision;
import io.seenby.events.Purpose;
import io.seenby.events.Trait;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;

/** How the facts that judge an access are reported: about clients and their consents. */
final class FactShapes {

    static final Field FROM = optional("from", new Moment(), "Valid from; occurredAt if absent.");
    static final Field UNTIL = optional("until", new Moment(), "Valid until; open if absent.");

    static Fields fact(Field... own) {
        return Fields.of(BY).and(own);
    }

    private FactShapes() {}

    static Fields clientRegistered() {
        return fact(
                clients(1, 1),
                required("kind", oneOf(ClientKind.class), "Person or organisation."),
                optional("tokens", tokens(CLIENT), "Text to match against actors."));
    }

    static Fields clientTraitsChanged() {
        return fact(
                clients(1, 1),
                required("traits", list(oneOf(Trait.class), 0, 4), "All traits from now on."),
                optional("tokens", tokens(CLIENT), "Text to match against actors."));
    }

    static Fields consentGranted() {
        return fact(
                clients(1, 1),
                required("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent."),
                optional("decision", oneOf(ConsentDecision.class), "Permit if absent."),
                optional("recordTypes", list(code(), 0, 64), "Any if absent."),
                optional("purposes", list(oneOf(Purpose.class), 0, 16), "Any if absent."),
                optional("recipients", list(RECIPIENT, 0, 64), "Anybody if absent."),
                FROM,
                UNTIL,
                optional("noticeVersion", code(), "Version of the notice the client saw."),
                optional("informedBy", sealed(256, TENANT), "Who informed the client."),
                optional("capacity", code(), "In what capacity consent was given."));
    }

    static Fields consentRevoked() {
        return fact(
                clients(1, 1),
                required("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent."),
                optional("reason", sealed(1_000, CLIENT), "Why."));
    }
}
