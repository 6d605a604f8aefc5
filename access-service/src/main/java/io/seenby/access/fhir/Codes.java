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

    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._:/-]");
    private static final Pattern LEADING = Pattern.compile("^[^A-Za-z0-9]+");
    private static final int LONGEST = 64;

    private Codes() {}

    /**
     * {@code text} in the alphabet of {@link Patterns#CODE}: characters outside it become hyphens, and what is longer
     * than 64 is cut; empty if nothing is left. The code as it was stands in the original.
     */
    static Optional<String> plain(String text) {
        String mapped = LEADING.matcher(FOREIGN.matcher(text).replaceAll("-")).replaceFirst("");
        String cut = mapped.length() <= LONGEST ? mapped : mapped.substring(0, LONGEST);
        return Optional.of(cut).filter(code -> !code.isEmpty());
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
