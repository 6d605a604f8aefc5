package io.seenby.core.detection;

import static io.seenby.events.BreachAlert.Severity.HIGH;
import static io.seenby.events.BreachAlert.Severity.MEDIUM;

import java.util.List;
import java.util.Map;

/** Rules about all that somebody did on one day, in plain words. */
final class DayRules {

    static final List<RuleText> ALL = List.of(
            RuleDraft.of(UnusualVolume.NAME, UnusualVolume.BUILT_IN.version(), MEDIUM)
                    .finds("A day with far more clients than is usual for the actor and for their peers.")
                    .alerts(RuleDraft.ONCE_A_DAY)
                    .by(
                            RuleDraft.ACTIVITY_REVIEW + "; NIST SP 800-53 AC-2(12); the factor is ours",
                            Map.of(
                                    "atLeast",
                                    Integer.toString(UnusualVolume.BUILT_IN.atLeast()),
                                    "times",
                                    Integer.toString(UnusualVolume.BUILT_IN.times()),
                                    "ownDays",
                                    Integer.toString(UnusualVolume.BUILT_IN.ownDays()),
                                    "peerDays",
                                    Integer.toString(UnusualVolume.BUILT_IN.peerDays()))),
            RuleDraft.of(BulkExport.NAME, BulkExport.BUILT_IN.version(), HIGH)
                    .finds("A day on which one actor exported or printed many records.")
                    .alerts(RuleDraft.ONCE_A_DAY)
                    .by(
                            "45 CFR 164.310(d)(1); 16 CFR 314.4(c)(8); ISO/IEC 27001:2022, A.8.12",
                            Map.of("records", Integer.toString(BulkExport.BUILT_IN.records()))),
            RuleDraft.of(DenialBurst.NAME, DenialBurst.BUILT_IN.version(), MEDIUM)
                    .finds("A day on which one actor was refused again and again.")
                    .alerts(RuleDraft.ONCE_A_DAY)
                    .by(
                            "NIST SP 800-53 AU-6(1) and AC-7",
                            Map.of("denials", Integer.toString(DenialBurst.BUILT_IN.denials()))),
            RuleDraft.of(NameProbing.NAME, NameProbing.BUILT_IN.version(), MEDIUM)
                    .finds("Searches for many names, or for one over and over, that open nothing they list.")
                    .alerts(RuleDraft.ONCE_A_DAY)
                    .by(
                            "45 CFR 164.514(b)(2)(i)(A); ABA Model Rule 1.6; ISO 27789, 7.2",
                            Map.of(
                                    "names",
                                    Integer.toString(NameProbing.BUILT_IN.names()),
                                    "times",
                                    Integer.toString(NameProbing.BUILT_IN.times()))),
            RuleDraft.of(SearchExposure.NAME, SearchExposure.BUILT_IN.version(), MEDIUM)
                    .finds("A search that listed clients of whom the actor has a reason to see none.")
                    .alerts("When such searches have listed so many clients to one actor within a day.")
                    .by(
                            "45 CFR 164.502(b) and 164.514(d), minimum necessary; ISO 27789, 7.2",
                            Map.of(
                                    "listed",
                                    Integer.toString(SearchExposure.BUILT_IN.listed()),
                                    "clients",
                                    Integer.toString(SearchExposure.BUILT_IN.clients()))));

    private DayRules() {}
}
