package io.seenby.core.detection;

import static io.seenby.events.BreachAlert.Severity.CRITICAL;
import static io.seenby.events.BreachAlert.Severity.HIGH;
import static io.seenby.events.BreachAlert.Severity.MEDIUM;

import java.util.List;

/** Rules about disclosures, in plain words. */
final class ReleaseRules {

    static final List<RuleText> ALL = List.of(
            RuleDraft.of(DisclosureWithoutBasis.NAME, DisclosureWithoutBasis.BUILT_IN.version(), HIGH, CRITICAL)
                    .finds(
                            "A release without a legal basis or a consent that covers it, after it ended, or against a refusal.")
                    .alerts("Each time; critical after a revocation.")
                    .by("45 CFR 164.402(2) and 164.508(b)(5); GDPR art. 7(3)"),
            RuleDraft.of(PublicRelease.NAME, PublicRelease.BUILT_IN.version(), HIGH)
                    .finds("A release to the public that the client has not agreed to and no law demands.")
                    .alerts(RuleDraft.EACH)
                    .by("45 CFR 164.508(a)(1); ABA Formal Opinion 496"),
            RuleDraft.of(UnsecuredChannel.NAME, UnsecuredChannel.BUILT_IN.version(), MEDIUM)
                    .finds("A sensitive record sent over a network without being secured.")
                    .alerts(RuleDraft.EACH)
                    .by("45 CFR 164.312(e)(1); 16 CFR 314.4(c)(3); ABA Formal Opinion 477R; GDPR art. 32(1)(a)"),
            RuleDraft.of(EventAfterErasure.NAME, EventAfterErasure.BUILT_IN.version())
                    .finds("Whatever a publisher reports of a client who was erased.")
                    .alerts("Never by itself: it is for people to settle.")
                    .by("GDPR art. 17(1) and 19"));

    private ReleaseRules() {}
}
