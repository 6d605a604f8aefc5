package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.BY;
import static io.seenby.events.shape.Parts.PURPOSE;
import static io.seenby.events.shape.Parts.WHO;
import static io.seenby.events.shape.ReportShapes.MAX_INTEGER;
import static io.seenby.events.shape.Secrecy.Subject.TENANT;
import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;
import static io.seenby.events.shape.Shapes.sealed;

import io.seenby.events.IntegrityDoubt;
import io.seenby.events.LedgerKeyId;
import io.seenby.events.Patterns;
import io.seenby.events.Question;
import io.seenby.events.Quota;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.ListOf;
import java.util.regex.Pattern;

/** How SeenBy reports what it did itself. */
final class ServiceShapes {

    private static final Pattern SHA_256 = Pattern.compile("^[A-Za-z0-9_-]{43}$");

    private ServiceShapes() {}

    static Fields tenantOpened() {
        return Fields.of(
                BY,
                required("partition", new Count(0, 1_000_000), "The tenant's partition, for life."),
                optional("name", sealed(256, TENANT), "Display name."));
    }

    static Fields publisherRegistered() {
        return Fields.of(
                BY,
                required("registered", clear(Patterns.PUBLISHER, 128), "The publisher: the subject of its token."),
                required("types", list(code(), 0, 64), "Wire names of the events it may send; none if empty."),
                required("perSecond", new Count(1, Quota.MOST_PER_SECOND), "Events a second, in the long run."),
                required("burst", new Count(1, Quota.MOST_AT_ONCE), "Events at once, after a rest."));
    }

    static Fields publisherSuspended() {
        return Fields.of(
                BY,
                required("suspended", clear(Patterns.PUBLISHER, 128), "The publisher: the subject of its token."),
                required("reason", sealed(1_000, TENANT), "Why."));
    }

    static Fields ledgerKeyRotated() {
        ListOf keys = list(new Count(0, LedgerKeyId.MAX), 0, 16);
        return Fields.of(
                BY,
                required("partition", new Count(0, 1_000_000), "Whose records the keys prove."),
                required("accepts", keys, "Key ids that prove records from now on."),
                required("retires", keys, "Key ids that prove nothing any more."));
    }

    static Fields checkpointKeyRotated() {
        return Fields.of(
                BY,
                required("partition", new Count(0, 1_000_000), "Whose trees' checkpoints the key signs."),
                required(
                        "key",
                        clear(Patterns.CHECKPOINT_KEY, 164),
                        "The verifier key, named for the tree of the partition's own ledger."),
                optional(
                        "former",
                        clear(Patterns.CHECKPOINT_KEY_ID, 8),
                        "Id of the key that signed before, under the same name."));
    }

    static Fields auditQueried() {
        return Fields.of(
                WHO,
                new Field("clients", new ClientRefs(0, 1_000), false, "Clients the answer shows."),
                PURPOSE,
                required("question", oneOf(Question.class), "What was asked."),
                optional("asked", sealed(4_000, TENANT), "The question's parameters."),
                required("position", new Count(0, MAX_INTEGER), "Ledger position of the answer."),
                required("count", new Count(0, MAX_INTEGER), "Entries in the answer."),
                required("digest", clear(SHA_256, 43), "SHA-256 of the ids in the answer."));
    }

    static Fields integrityDoubted() {
        return Fields.of(
                BY,
                required("doubt", oneOf(IntegrityDoubt.class), "What does not agree."),
                required("position", new Count(0, MAX_INTEGER), "First ledger index or tree size in doubt."));
    }

    static Fields timePassed() {
        return Fields.of(BY);
    }
}
