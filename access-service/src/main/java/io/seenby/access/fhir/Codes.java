package io.seenby.access.fhir;

import io.seenby.events.Patterns;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** Codes of FHIR, and how they stand in a report. */
final class Codes {

    /** Audit events, participants and media of DICOM PS3.15 and PS3.16. */
    static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";

    private static final Pattern LEADING = Pattern.compile("^[._:/-]+");
    private static final String OTHER = "other";

    private Codes() {}

    /**
     * {@code text} if it is a code as {@link Patterns#CODE} has it, without leading punctuation; else {@code other}, for
     * it may be a name that somebody has put in the wrong place, and a code stays in clear. Empty if nothing is left. As
     * it was, it stands in the original, which is sealed.
     */
    static Optional<String> plain(String text) {
        String code = LEADING.matcher(text).replaceFirst("");
        return code.isEmpty()
                ? Optional.empty()
                : Optional.of(Patterns.CODE.matcher(code).matches() ? code : OTHER);
    }

    static Optional<String> plain(Coding coding) {
        return Optional.ofNullable(coding.getCode()).flatMap(Codes::plain);
    }

    /** True for a coding of one of {@code codes}, whose system is {@code system} or not given. */
    static boolean is(Coding coding, String system, String... codes) {
        return (!coding.hasSystem() || coding.getSystem().equals(system))
                && coding.hasCode()
                && List.of(codes).contains(coding.getCode());
    }

    static boolean is(CodeableConcept concept, String system, String... codes) {
        return concept.getCoding().stream().anyMatch(coding -> is(coding, system, codes));
    }

    static Stream<Coding> codings(List<CodeableConcept> concepts) {
        return concepts.stream().flatMap(concept -> concept.getCoding().stream());
    }

    static String lower(Coding coding) {
        return coding.hasCode() ? coding.getCode().toLowerCase(Locale.ROOT) : "";
    }
}
