package io.seenby.access.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/** Conditions of a provision that no rule here could test: passed over, they would make the consent another one. */
final class Unjudgeable {

    private Unjudgeable() {}

    static void in(ProvisionComponent provision, List<Flaw> flaws) {
        note(provision.hasProvision(), "provision", "makes exceptions: send a Consent for each rule", flaws);
        note(provision.hasData(), "data", "names single documents, which cannot be judged", flaws);
        note(provision.hasDataPeriod(), "dataPeriod", "depends on the age of the data, which is not known", flaws);
        note(provision.hasCode(), "code", "depends on the content of records, which is not known", flaws);
        note(provision.hasSecurityLabel(), "securityLabel", "depends on labels, which a consent cannot hold", flaws);
    }

    private static void note(boolean given, String element, String message, List<Flaw> flaws) {
        if (given) {
            flaws.add(new Flaw(Flaw.Kind.NOT_SUPPORTED, "Consent.provision." + element, message));
        }
    }
}
