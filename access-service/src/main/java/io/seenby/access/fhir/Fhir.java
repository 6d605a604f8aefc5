package io.seenby.access.fhir;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a FHIR client may say in its headers, as far as we listen. */
final class Fhir {

    static final String JSON = "application/fhir+json";
    private static final String PROBLEM = "application/problem+json";
    private static final List<String> READ = List.of(JSON, "application/json", "text/json", "application/json+fhir");

    private Fhir() {}

    /** True for the media types of a resource in JSON, whatever their parameters; XML is another matter. */
    static boolean isJson(Optional<String> contentType) {
        return contentType
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(READ::contains)
                .isPresent();
    }

    /** True if errors are to be problems and not OperationOutcomes: when Accept asks for the one and not the other. */
    static boolean wantsProblems(List<String> accept) {
        String wanted = String.join(",", accept).toLowerCase(Locale.ROOT);
        return wanted.contains(PROBLEM) && !wanted.contains("fhir+json");
    }

    /** {@code Prefer: return=minimal}: a status without a body is enough. */
    static boolean wantsLittle(List<String> prefer) {
        return String.join(",", prefer).replace(" ", "").contains("return=minimal");
    }

    static MediaType mediaType() {
        return new MediaType("application", "fhir+json", "UTF-8");
    }
}
