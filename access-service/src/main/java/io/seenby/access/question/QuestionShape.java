package io.seenby.access.question;

import io.seenby.events.ActorKind;
import io.seenby.events.Patterns;
import io.seenby.events.Purpose;
import io.seenby.events.Question;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Secrecy;
import io.seenby.events.shape.Shape;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Code;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.ListOf;
import io.seenby.events.shape.Shape.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question looks like on its way in. */
final class QuestionShape {

    private static final Secrecy CLEAR =
            new Secrecy(Secrecy.Way.CLEAR, Secrecy.Subject.TENANT, Optional.empty(), Optional.empty());
    private static final long MAX_INTEGER = 9_007_199_254_740_991L;

    private static final Fields ACTOR = Fields.of(
            required("id", text(256), "Who asks."),
            required("kind", oneOf(WireCode.names(ActorKind.class)), "Standing."),
            optional("name", text(256), "Display name."),
            optional("role", clear(Patterns.CODE, 64), "Role code."));

    private static final Fields BOX = Fields.of(
            required("subject", clear(Pattern.compile("^(tenant|shared|[A-Za-z0-9_-]{22})$"), 22), "Whose key."),
            required("keyId", clear(Pattern.compile("^[A-Za-z0-9_-]+$"), 64), "Generation."),
            required("ciphertext", clear(Pattern.compile("^[A-Za-z0-9_-]+$"), 120_000), "As in the ledger."));

    private static final Fields ENTRY = Fields.of(
            required("publisher", clear(Patterns.PUBLISHER, 128), "Of the entry."),
            required("eventId", clear(Patterns.EVENT_ID, 128), "Of the entry."),
            required("sealed", new ListOf(BOX, 0, 1_002), "Its boxes."));

    static final List<String> LOOKUP_KINDS = List.of("client", "actor", "record");

    private static final Fields LOOKUP = Fields.of(
            required("kind", oneOf(LOOKUP_KINDS), "What the id names."),
            required("id", text(256), "The publisher's id."),
            optional("type", clear(Patterns.CODE, 64), "Of a record: its type."));

    static final Fields FIELDS = Fields.of(
            required("tenant", clear(Patterns.TENANT, 63), "Whose ledger is asked."),
            required("actor", ACTOR, "Who asks."),
            required("question", oneOf(WireCode.names(Question.class)), "What is asked."),
            optional("purpose", oneOf(WireCode.names(Purpose.class)), "Why."),
            optional("asked", text(4_000), "The question's parameters."),
            optional("clients", new ClientRefs(0, 1_000), "Clients the answer shows."),
            required("position", new Count(0, MAX_INTEGER), "Ledger position of the answer."),
            optional("count", new Count(0, MAX_INTEGER), "Entries in the answer."),
            optional("digest", clear(Pattern.compile("^[A-Za-z0-9_-]{43}$"), 43), "SHA-256 of the ids."),
            optional("open", new ListOf(ENTRY, 0, 1_000), "Boxes to open."),
            optional("lookup", LOOKUP, "An id whose ref is asked for."));

    private QuestionShape() {}

    private static Field required(String name, Shape shape, String about) {
        return new Field(name, shape, true, about);
    }

    private static Field optional(String name, Shape shape, String about) {
        return new Field(name, shape, false, about);
    }

    private static Text text(int max) {
        return new Text(1, max, Optional.empty(), CLEAR);
    }

    private static Text clear(Pattern pattern, int max) {
        return new Text(1, max, Optional.of(pattern), CLEAR);
    }

    private static Code oneOf(List<String> values) {
        return new Code(values, Set.copyOf(values));
    }
}
