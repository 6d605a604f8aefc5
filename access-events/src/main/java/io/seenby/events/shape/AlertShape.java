package io.seenby.events.shape;

import static io.seenby.events.shape.Shapes.clear;
import static io.seenby.events.shape.Shapes.code;
import static io.seenby.events.shape.Shapes.list;
import static io.seenby.events.shape.Shapes.oneOf;
import static io.seenby.events.shape.Shapes.optional;
import static io.seenby.events.shape.Shapes.required;

import io.seenby.events.BreachAlert;
import io.seenby.events.Patterns;
import io.seenby.events.shape.Shape.ClientRefs;
import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Fields;
import io.seenby.events.shape.Shape.Moment;
import java.util.List;
import java.util.regex.Pattern;

/** What a breach alert looks like on its topic and on the stream. */
public final class AlertShape {

    private static final Count FROM_ONE = new Count(1, ReportShapes.MAX_INTEGER);

    /** Java's {@code int}. */
    private static final Count INT_FROM_ONE = new Count(1, Integer.MAX_VALUE);

    public static final Fields FIELDS = Fields.of(
            required("type", oneOf(List.of(BreachAlert.TYPE)), "Wire name of an alert."),
            required("alertId", clear(Patterns.REF, 22), "Stable id."),
            required("revision", INT_FROM_ONE, "1 when raised; one more at each change."),
            required("tenant", clear(Patterns.TENANT, 63), "Whose ledger."),
            required("ordinal", FROM_ONE, "Place in the tenant's sequence of alert revisions; the SSE id."),
            required("rule", code(), "Which rule."),
            required("ruleVersion", INT_FROM_ONE, "Which version of it."),
            required("severity", oneOf(BreachAlert.Severity.class), "How bad."),
            required("status", oneOf(BreachAlert.Status.class), "Open, or explained by a later fact."),
            optional("actor", Validator.REF, "Who."),
            required("clients", new ClientRefs(0, 1_000), "Whose information."),
            required("summary", clear(Pattern.compile("^[ -~]+$"), 500), "One sentence in plain words, without names."),
            required("evidence", list(new Count(0, ReportShapes.MAX_INTEGER), 1, 1_000), "Ledger indexes."),
            required("occurredAt", new Moment(true), "When it happened."),
            required("raisedAt", new Moment(true), "Core time at the entry that raised or changed it."));

    private AlertShape() {}
}
