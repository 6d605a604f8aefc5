package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.INTENT;
import static io.seenby.events.shape.Parts.OUTCOME;
import static io.seenby.events.shape.Parts.PURPOSE;
import static io.seenby.events.shape.Parts.RECIPIENT;
import static io.seenby.events.shape.Parts.RECORD;
import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.Channel;
import io.seenby.events.KnownBy;
import io.seenby.events.LegalBasis;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Flag;

/** How a release to somebody outside is reported. */
final class DisclosureShapes {

    private DisclosureShapes() {}

    static Fields informationDisclosed() {
        return Fields.of(
                WHO,
                clients(1, 1_000),
                optional("record", RECORD, "What was released."),
                PURPOSE,
                INTENT,
                OUTCOME,
                required("recipient", RECIPIENT, "Who received it."),
                required("channel", oneOf(Channel.class), "How it left."),
                optional("secured", new Flag(), "Encrypted or otherwise unreadable on the way; false if absent."),
                optional("what", sealed(4_000, CLIENT), "Brief description of what was disclosed."),
                optional("statement", sealed(4_000, CLIENT), "Brief statement of the purpose."),
                optional("request", sealed(1_000, CLIENT), "Reference of the written request."),
                optional("legalBasis", oneOf(LegalBasis.class), "What permits it."),
                optional("basisReference", sealed(1_000, CLIENT), "Reference of the basis."),
                optional("consent", ref(RefKind.CONSENT, CLIENT), "Id of the consent relied upon."),
                optional("knownBy", oneOf(KnownBy.class), "System if absent."));
    }
}
