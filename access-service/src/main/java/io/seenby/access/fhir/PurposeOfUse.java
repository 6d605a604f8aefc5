package io.seenby.access.fhir;

import io.seenby.events.Purpose;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;

/** HL7 v3 PurposeOfUse (ActReason) as our purposes. */
final class PurposeOfUse {

    private static final Map<String, Purpose> SAME = same();

    /** Narrower codes under their nearest ancestor in the code system that has a counterpart here. */
    private static final Map<String, Purpose> NARROWER = narrower();

    private PurposeOfUse() {}

    /** The counterpart of exactly this code. */
    static Optional<Purpose> exactly(Coding coding) {
        return isActReason(coding) ? Optional.ofNullable(SAME.get(coding.getCode())) : Optional.empty();
    }

    /**
     * The first that has a counterpart, then the first whose wider code has one; {@link Purpose#OTHER} if codes are
     * given and none is known; empty if none is given.
     */
    static Optional<Purpose> of(List<Coding> codings) {
        List<Coding> given = codings.stream().filter(Coding::hasCode).toList();
        Stream<Purpose> same = given.stream().flatMap(coding -> exactly(coding).stream());
        Stream<Purpose> wider = given.stream()
                .filter(PurposeOfUse::isActReason)
                .flatMap(coding -> Stream.ofNullable(NARROWER.get(coding.getCode())));
        return Stream.concat(same, wider)
                .findFirst()
                .or(() -> given.isEmpty() ? Optional.empty() : Optional.of(Purpose.OTHER));
    }

    static boolean isBreakGlass(List<Coding> codings) {
        return codings.stream()
                .anyMatch(coding ->
                        exactly(coding).filter(Purpose.BREAK_GLASS::equals).isPresent());
    }

    /** Senders name the system by its URL of today, its older ones, or its OID; some do not name it. */
    private static boolean isActReason(Coding coding) {
        String system = coding.hasSystem() ? coding.getSystem() : "ActReason";
        return coding.hasCode() && (system.endsWith("ActReason") || system.endsWith("2.16.840.1.113883.5.8"));
    }

    private static Map<String, Purpose> same() {
        Map<String, Purpose> same = new HashMap<>();
        Arrays.stream(Purpose.values())
                .forEach(purpose -> purpose.purposeOfUse().ifPresent(code -> same.put(code, purpose)));
        return Map.copyOf(same);
    }

    private static Map<String, Purpose> narrower() {
        Map<String, Purpose> narrower = new HashMap<>();
        under(narrower, Purpose.TREATMENT, "CLINTRL", "COC", "ETREAT", "ERTREAT", "POPHLTH");
        under(narrower, Purpose.PAYMENT, "CLMATTCH", "COVAUTH", "COVERAGE", "ELIGDTRM", "ELIGVER", "ENROLLM");
        under(narrower, Purpose.PAYMENT, "MILDCRG", "REMITADV");
        under(narrower, Purpose.OPERATIONS, "DONAT", "FRAUD", "GOV", "HACCRED", "HDECD", "HDIRECT", "HDM");
        under(narrower, Purpose.OPERATIONS, "HOUTCOMS", "HPRGRP", "HQUALIMP", "LABELING", "METAMGT", "MEMADMIN");
        under(narrower, Purpose.OPERATIONS, "MILCDM", "PATADMIN", "PATSFTY", "PERFMSR", "RECORDMGT", "TRAIN");
        under(narrower, Purpose.SUPPORT, "SYSDEV");
        under(narrower, Purpose.RESEARCH, "BIORCH", "CLINTRCH", "CLINTRCHNPC", "CLINTRCHPC", "PRECLINTRCH");
        under(narrower, Purpose.RESEARCH, "DSRCH", "POARCH", "TRANSRCH");
        under(narrower, Purpose.CLIENT_REQUEST, "FAMRQT", "PWATRNY", "SUPNWK");
        under(narrower, Purpose.PUBLIC_HEALTH, "DISASTER", "THREAT");
        return Map.copyOf(narrower);
    }

    private static void under(Map<String, Purpose> narrower, Purpose purpose, String... codes) {
        Stream.of(codes).forEach(code -> narrower.put(code, purpose));
    }
}
