package io.seenby.access.intake;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CompletionStage;

/** The one way of a report into the ledger: check → seal → append. */
@ApplicationScoped
public class Intake {

    /**
     * Takes one report in the form of {@link io.seenby.events.shape.ReportShapes}. The stage always completes with a
     * value; it completes exceptionally only for a bug. Needs no particular thread and never blocks the caller's.
     */
    public CompletionStage<Outcome> record(Publisher publisher, JsonNode report) {
        throw new UnsupportedOperationException("under construction");
    }
}
