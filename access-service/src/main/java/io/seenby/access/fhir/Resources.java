package io.seenby.access.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.PerformanceOptionsEnum;
import ca.uhn.fhir.parser.IParser;
import java.util.List;
import java.util.function.Function;
import org.hl7.fhir.r4.model.Resource;

/** Reads FHIR R4 resources, strictly: an element that R4 does not know is an error. */
final class Resources {

    /** The first resource of a process pays for it (about 0.7 s and 40 MB); processes that see none do not. */
    private static final class Lazily {
        static final FhirContext R4 = context();

        private static FhirContext context() {
            FhirContext context = FhirContext.forR4();
            context.setPerformanceOptions(PerformanceOptionsEnum.DEFERRED_MODEL_SCANNING);
            return context;
        }
    }

    private Resources() {}

    /** Either what {@code onResource} makes of the resource, or what {@code onFlaws} makes of its flaws. */
    static <R extends Resource, T> T read(
            Class<R> type, String json, Function<R, T> onResource, Function<List<Flaw>, T> onFlaws) {
        ParseFlaws flaws = new ParseFlaws(type.getSimpleName());
        IParser parser = Lazily.R4.newJsonParser();
        parser.setParserErrorHandler(flaws);
        R resource;
        try {
            resource = parser.parseResource(type, json);
        } catch (RuntimeException notR4) {
            // Whatever a foreign parser throws at JSON of no form it knows. Its sentences quote what was sent: not
            // ours.
            return onFlaws.apply(flaws.orElse("is not a FHIR R4 " + type.getSimpleName()));
        }
        return flaws.found().isEmpty() ? onResource.apply(resource) : onFlaws.apply(flaws.found());
    }
}
