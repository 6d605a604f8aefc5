package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What became of a resource. */
sealed interface Mapping {

    /** A report in the form of {@link io.seenby.events.shape.ReportShapes}, valid as it stands. */
    record Report(ObjectNode json) implements Mapping {}

    /** The resource was understood, or not even that, and has no place in the ledger. At least one flaw. */
    record Refused(List<Flaw> flaws) implements Mapping {

        Refused(Flaw flaw) {
            this(List.of(flaw));
        }
    }
}
