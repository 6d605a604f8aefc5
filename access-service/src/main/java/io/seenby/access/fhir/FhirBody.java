package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.problem.Problem;
import io.seenby.events.json.MalformedJson;
import java.io.IOException;
import java.util.List;

/** The body of a request: one resource, a Bundle, or the reason why it is neither. */
sealed interface FhirBody {

    record Single(JsonNode resource) implements FhirBody {}

    /** @param bytes the whole text, from which entries are read one after the other */
    record Several(BundleText bundle, byte[] bytes) implements FhirBody {}

    record Unreadable(Answer.Failed why) implements FhirBody {}

    static FhirBody read(byte[] bytes) {
        try {
            BundleText text = BundleText.of(bytes);
            if (text.resourceType().equals("Bundle")) {
                return new Several(text, bytes);
            }
        } catch (IOException notAnObject) {
            // Read again below, by the one who says best what is wrong.
        }
        try {
            return new Single(FhirJson.read(bytes));
        } catch (MalformedJson malformed) {
            return new Unreadable(malformed("Resource", malformed));
        }
    }

    static Answer.Failed malformed(String what, MalformedJson malformed) {
        String message = malformed.getMessage() + ", at byte " + malformed.offset();
        return new Answer.Failed(Problem.malformed(malformed), List.of(new Flaw(Flaw.Kind.STRUCTURE, what, message)));
    }
}
