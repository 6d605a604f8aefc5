package io.seenby.events.shape;

import static io.seenby.events.shape.Parts.BY;
import static io.seenby.events.shape.ReportShapes.MAX_INTEGER;
import static io.seenby.events.shape.Shapes.optional;

import io.seenby.events.shape.Shape.Count;
import io.seenby.events.shape.Shape.Fields;

/** How a publisher reports on itself. */
final class PublisherShapes {

    /** Anything shorter would be more heartbeats than news, anything longer no promise. */
    private static final Count PROMISE = new Count(60, 86_400);

    private PublisherShapes() {}

    static Fields publisherHeartbeat() {
        return Fields.of(
                BY,
                optional(
                        "highestSequence",
                        new Count(0, MAX_INTEGER),
                        "The highest sequence number that this instance has given so far."),
                optional(
                        "heardWithin",
                        PROMISE,
                        "Seconds within which this instance promises to be heard again; absent: it promises nothing any"
                                + " more."));
    }
}
