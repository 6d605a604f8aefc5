package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.INTENT;
import static io.seenby.events.shape.Parts.OUTCOME;
import static io.seenby.events.shape.Parts.PURPOSE;
import static io.seenby.events.shape.Parts.RECORD;
import static io.seenby.events.shape.Parts.RECORD_SEEN;
import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.Parts.clients;
import static io.seenby.events.shape.ReportShapes.MAX_INTEGER;
import static io.seenby.events.shape.Secrecy.Subject.CLIENT;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.ref;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;
import static io.seenby.events.shape.Shapes.sealedButNoted;
import static io.seenby.events.shape.Shapes.token;

import io.seenby.events.Assurance;
import io.seenby.events.AuthenticationStep;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Flag;
import java.util.List;

/** How someone inside looking, or trying to, is reported. */
final class AccessShapes {

    private static Field[] circumstances() {
        return new Field[] {
            WHO,
            PURPOSE,
            INTENT,
            OUTCOME,
            optional("operation", code(), "The publisher's own code of the operation."),
            optional("justification", sealedButNoted(4_000, CLIENT, "justified"), "Why, in the actor's words."),
            optional("breakGlass", new Flag(), "A barrier was overridden."),
            optional("session", ref(RefKind.SESSION, TENANT), "The actor's session."),
            optional("assurance", oneOf(Assurance.class), "Authenticator assurance level."),
            optional(
                    "origin",
                    Fields.of(
                            optional("address", sealed(256, TENANT), "Network address or host."),
                            optional("country", clear(Patterns.COUNTRY, 2), "ISO 3166-1 alpha-2.")),
                    "Where on the network the actor was.")
        };
    }

    private static Fields access(Field... own) {
        return Fields.of(circumstances()).and(own);
    }

    private AccessShapes() {}

    static Fields recordRead() {
        return access(clients(0, 100), RECORD_SEEN);
    }

    static Fields clientsSearched() {
        return access(
                clients(0, 1_000),
                optional("record", RECORD, "The record type searched, if one."),
                optional("query", sealed(4_000, CLIENT), "The query, verbatim."),
                optional("fields", list(code(), 0, 32), "Attributes the query named."),
                optional("terms", list(token(RefKind.TERM, TENANT), 0, 32), "Search terms."),
                optional("hits", new Count(0, MAX_INTEGER), "Clients found; as many as listed if absent."));
    }

    static Fields recordExported() {
        return access(
                clients(0, 1_000),
                RECORD_SEEN,
                optional("format", code(), "File format."),
                optional("records", new Count(1, MAX_INTEGER), "Records in the file; 1 if absent."));
    }

    static Fields recordPrinted() {
        return access(clients(0, 100), RECORD_SEEN, optional("copies", new Count(1, 10_000), "1 if absent."));
    }

    static Fields accessDenied() {
        return access(
                clients(0, 100),
                optional("record", RECORD, "What was refused."),
                required(
                        "attempted",
                        oneOf(List.of("read", "search", "export", "print", "disclose")),
                        "What was tried."),
                optional("reason", code(), "Why the system refused."));
    }

    static Fields actorAuthenticated() {
        return access(
                clients(0, 1),
                required("step", oneOf(AuthenticationStep.class), "Which moment of the session."),
                optional("method", code(), "How."));
    }
}
