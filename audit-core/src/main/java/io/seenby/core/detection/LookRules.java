package io.seenby.core.detection;

import static io.seenby.events.BreachAlert.Severity.CRITICAL;
import static io.seenby.events.BreachAlert.Severity.HIGH;
import static io.seenby.events.BreachAlert.Severity.MEDIUM;

import java.util.List;
import java.util.Map;

/** Rules about single looks at records, in plain words. */
final class LookRules {

    static final List<RuleText> ALL = List.of(
            RuleDraft.of(NoRelationship.NAME, NoRelationship.BUILT_IN.version(), HIGH)
                    .finds("An access to a client whom nothing ties the actor to.")
                    .alerts("When the open findings of one actor in one core day reach so many clients.")
                    .by(
                            "45 CFR 164.502(b) and 164.514(d), minimum necessary; Fabbri and LeFevre, PVLDB 5(1), 2011",
                            Map.of("distinctClients", Integer.toString(NoRelationship.BUILT_IN.distinctClients()))),
            RuleDraft.of(SuspiciousLook.NAME, SuspiciousLook.BUILT_IN.version(), MEDIUM)
                    .finds("A single look without a reason against which more speaks.")
                    .alerts("When its points reach the threshold, unless another alert shows the look already.")
                    .by(
                            RuleDraft.ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017; the points are ours",
                            Map.of(
                                    "threshold",
                                    Integer.toString(SuspiciousLook.BUILT_IN.threshold()),
                                    "others",
                                    Integer.toString(SuspiciousLook.BUILT_IN.others()))),
            RuleDraft.of(SerialLowAndSlow.NAME, SerialLowAndSlow.BUILT_IN.version(), HIGH)
                    .finds("Looks without a reason at few clients a day, but day after day.")
                    .alerts("When they reach so many clients within so many days; one alert a core day for the actor.")
                    .by(
                            RuleDraft.ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017",
                            Map.of(
                                    "days",
                                    Integer.toString(SerialLowAndSlow.BUILT_IN.days()),
                                    "distinctClients",
                                    Integer.toString(SerialLowAndSlow.BUILT_IN.distinctClients()))),
            RuleDraft.of(CoWorker.NAME, CoWorker.BUILT_IN.version())
                    .finds("An access without a reason to a client who works here too.")
                    .alerts(RuleDraft.BY_POINTS)
                    .by(RuleDraft.ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            RuleDraft.of(Neighbour.NAME, Neighbour.BUILT_IN.version())
                    .finds("An access without a reason to a client of the actor's street.")
                    .alerts(RuleDraft.BY_POINTS)
                    .by(RuleDraft.ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            RuleDraft.of(DeceasedClient.NAME, DeceasedClient.BUILT_IN.version())
                    .finds("An access without a reason to a client who had died.")
                    .alerts(RuleDraft.BY_POINTS)
                    .by("45 CFR 160.103 and 164.502(f), information of the deceased"),
            RuleDraft.of(VipWithoutRelationship.NAME, VipWithoutRelationship.BUILT_IN.version(), CRITICAL)
                    .finds("An access without a reason to a client in the public eye.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by(RuleDraft.ACTIVITY_REVIEW),
            RuleDraft.of(FamilyOrHousehold.NAME, FamilyOrHousehold.BUILT_IN.version(), HIGH)
                    .finds("An access without a reason to a client of the actor's household or surname.")
                    .alerts("At once for a household or surname and street; a surname alone counts for points.")
                    .by(RuleDraft.ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            RuleDraft.of(SelfAccess.NAME, SelfAccess.BUILT_IN.version(), MEDIUM)
                    .finds("An access to the actor's own record, whatever explains it.")
                    .alerts("At once if the record is sensitive, or was printed or exported.")
                    .by("45 CFR 164.524, access of individuals"),
            RuleDraft.of(AfterDeparture.NAME, AfterDeparture.BUILT_IN.version(), HIGH)
                    .finds("An access after the actor's employment had ended.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by("45 CFR 164.308(a)(3)(ii)(C), termination procedures"),
            RuleDraft.of(DepartureToldLate.NAME, DepartureToldLate.BUILT_IN.version(), HIGH)
                    .finds(
                            "A departure that becomes known when the actor has gone on looking, for each client seen since.")
                    .alerts("At once; one alert for the departure.")
                    .by(
                            "45 CFR 164.308(a)(3)(ii)(C), termination procedures",
                            Map.of("atMost", DepartureToldLate.BUILT_IN.atMost().toString())),
            RuleDraft.of(WallCrossed.NAME, WallCrossed.BUILT_IN.version(), CRITICAL)
                    .finds("An access to a client whom an ethical wall keeps the actor from.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by("ABA Model Rules 1.10(a)(2) and 1.11(b)"),
            RuleDraft.of(WeakAssurance.NAME, WeakAssurance.BUILT_IN.version(), MEDIUM)
                    .finds("A sensitive record opened from a session of the lowest assurance.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by("NIST SP 800-63B, 4.1 and 4.2; 45 CFR 164.312(d)"),
            RuleDraft.of(DormantAccount.NAME, DormantAccount.BUILT_IN.version(), HIGH)
                    .finds("An access without a reason on the day on which an unused account is used again.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by(
                            "CIS Controls v8, 5.3; NIST SP 800-53 AC-2(3)",
                            Map.of("silence", DormantAccount.BUILT_IN.silence().toString())),
            RuleDraft.of(OffHours.NAME, OffHours.BUILT_IN.version())
                    .finds("An access without a reason at an hour at which hardly anybody of that role works.")
                    .alerts(RuleDraft.BY_POINTS)
                    .by(
                            "NIST SP 800-53 AC-2(11) and AC-2(12)",
                            Map.of(
                                    "looks",
                                    Integer.toString(OffHours.BUILT_IN.looks()),
                                    "perMille",
                                    Integer.toString(OffHours.BUILT_IN.perMille()))),
            RuleDraft.of(BreakGlassUnjustified.NAME, BreakGlassUnjustified.BUILT_IN.version(), MEDIUM)
                    .finds("A record opened under break-glass without a word why.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by("45 CFR 164.312(a)(2)(ii), emergency access procedure"),
            RuleDraft.of(BreakGlassUnreviewed.NAME, BreakGlassUnreviewed.BUILT_IN.version(), MEDIUM)
                    .finds("A record opened under break-glass, until somebody else has reviewed it.")
                    .alerts("When the time for the review is over.")
                    .by(
                            RuleDraft.ACTIVITY_REVIEW,
                            Map.of(
                                    "within",
                                    BreakGlassUnreviewed.BUILT_IN.within().toString())),
            RuleDraft.of(ReviewedInappropriate.NAME, ReviewedInappropriate.BUILT_IN.version(), HIGH)
                    .finds("A review that thinks an access under break-glass inappropriate, about the accessor.")
                    .alerts(RuleDraft.AT_ONCE)
                    .by("45 CFR 164.402(2), presumption of a breach"));

    private LookRules() {}
}
