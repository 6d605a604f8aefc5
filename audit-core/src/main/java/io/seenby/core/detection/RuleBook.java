package io.seenby.core.detection;

import static io.seenby.events.BreachAlert.Severity.CRITICAL;
import static io.seenby.events.BreachAlert.Severity.HIGH;
import static io.seenby.events.BreachAlert.Severity.MEDIUM;

import io.seenby.events.BreachAlert.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Every rule there is, in plain words: the one table that the API and the docs are made from. */
public final class RuleBook {

    private static final String ACTIVITY_REVIEW = "45 CFR 164.308(a)(1)(ii)(D), information system activity review";
    private static final String AT_ONCE = "At once; one alert a core day for actor and client.";
    private static final String ONCE_A_DAY = "When it is too much; one alert for each day of an actor.";
    private static final String EACH = "Each time.";
    private static final String BY_POINTS = "Never by itself: it counts for " + SuspiciousLook.NAME + ".";

    private static final List<RuleText> RULES = List.of(
            rule(NoRelationship.NAME, NoRelationship.BUILT_IN.version(), HIGH)
                    .finds("An access to a client whom nothing ties the actor to.")
                    .alerts("When the open findings of one actor in one core day reach so many clients.")
                    .by(
                            "45 CFR 164.502(b) and 164.514(d), minimum necessary; Fabbri and LeFevre, PVLDB 5(1), 2011",
                            Map.of("distinctClients", Integer.toString(NoRelationship.BUILT_IN.distinctClients()))),
            rule(SuspiciousLook.NAME, SuspiciousLook.BUILT_IN.version(), MEDIUM)
                    .finds("A single look without a reason against which more speaks.")
                    .alerts("When its points reach the threshold, unless another alert shows the look already.")
                    .by(
                            ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017; the points are ours",
                            Map.of(
                                    "threshold",
                                    Integer.toString(SuspiciousLook.BUILT_IN.threshold()),
                                    "others",
                                    Integer.toString(SuspiciousLook.BUILT_IN.others()))),
            rule(SerialLowAndSlow.NAME, SerialLowAndSlow.BUILT_IN.version(), HIGH)
                    .finds("Looks without a reason at few clients a day, but day after day.")
                    .alerts("When they reach so many clients within so many days; one alert a core day for the actor.")
                    .by(
                            ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017",
                            Map.of(
                                    "days",
                                    Integer.toString(SerialLowAndSlow.BUILT_IN.days()),
                                    "distinctClients",
                                    Integer.toString(SerialLowAndSlow.BUILT_IN.distinctClients()))),
            rule(CoWorker.NAME, CoWorker.BUILT_IN.version())
                    .finds("An access without a reason to a client who works here too.")
                    .alerts(BY_POINTS)
                    .by(ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            rule(Neighbour.NAME, Neighbour.BUILT_IN.version())
                    .finds("An access without a reason to a client of the actor's street.")
                    .alerts(BY_POINTS)
                    .by(ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            rule(DeceasedClient.NAME, DeceasedClient.BUILT_IN.version())
                    .finds("An access without a reason to a client who had died.")
                    .alerts(BY_POINTS)
                    .by("45 CFR 160.103 and 164.502(f), information of the deceased"),
            rule(VipWithoutRelationship.NAME, VipWithoutRelationship.BUILT_IN.version(), CRITICAL)
                    .finds("An access without a reason to a client in the public eye.")
                    .alerts(AT_ONCE)
                    .by(ACTIVITY_REVIEW),
            rule(FamilyOrHousehold.NAME, FamilyOrHousehold.BUILT_IN.version(), HIGH)
                    .finds("An access without a reason to a client of the actor's household or surname.")
                    .alerts("At once for a household or surname and street; a surname alone counts for points.")
                    .by(ACTIVITY_REVIEW + "; Hedda et al., AMIA 2017"),
            rule(SelfAccess.NAME, SelfAccess.BUILT_IN.version(), MEDIUM)
                    .finds("An access to the actor's own record, whatever explains it.")
                    .alerts("At once if the record is sensitive, or was printed or exported.")
                    .by("45 CFR 164.524, access of individuals"),
            rule(AfterDeparture.NAME, AfterDeparture.BUILT_IN.version(), HIGH)
                    .finds("An access after the actor's employment had ended.")
                    .alerts(AT_ONCE)
                    .by("45 CFR 164.308(a)(3)(ii)(C), termination procedures"),
            rule(DepartureToldLate.NAME, DepartureToldLate.BUILT_IN.version(), HIGH)
                    .finds(
                            "A departure that becomes known when the actor has gone on looking, for each client seen since.")
                    .alerts("At once; one alert for the departure.")
                    .by(
                            "45 CFR 164.308(a)(3)(ii)(C), termination procedures",
                            Map.of("atMost", DepartureToldLate.BUILT_IN.atMost().toString())),
            rule(WallCrossed.NAME, WallCrossed.BUILT_IN.version(), CRITICAL)
                    .finds("An access to a client whom an ethical wall keeps the actor from.")
                    .alerts(AT_ONCE)
                    .by("ABA Model Rules 1.10(a)(2) and 1.11(b)"),
            rule(WeakAssurance.NAME, WeakAssurance.BUILT_IN.version(), MEDIUM)
                    .finds("A sensitive record opened from a session of the lowest assurance.")
                    .alerts(AT_ONCE)
                    .by("NIST SP 800-63B, 4.1 and 4.2; 45 CFR 164.312(d)"),
            rule(DormantAccount.NAME, DormantAccount.BUILT_IN.version(), HIGH)
                    .finds("An access without a reason on the day on which an unused account is used again.")
                    .alerts(AT_ONCE)
                    .by(
                            "CIS Controls v8, 5.3; NIST SP 800-53 AC-2(3)",
                            Map.of("silence", DormantAccount.BUILT_IN.silence().toString())),
            rule(OffHours.NAME, OffHours.BUILT_IN.version())
                    .finds("An access without a reason at an hour at which hardly anybody of that role works.")
                    .alerts(BY_POINTS)
                    .by(
                            "NIST SP 800-53 AC-2(11) and AC-2(12)",
                            Map.of(
                                    "looks",
                                    Integer.toString(OffHours.BUILT_IN.looks()),
                                    "perMille",
                                    Integer.toString(OffHours.BUILT_IN.perMille()))),
            rule(UnusualVolume.NAME, UnusualVolume.BUILT_IN.version(), MEDIUM)
                    .finds("A day with far more clients than is usual for the actor and for their peers.")
                    .alerts(ONCE_A_DAY)
                    .by(
                            ACTIVITY_REVIEW + "; NIST SP 800-53 AC-2(12); the factor is ours",
                            Map.of(
                                    "atLeast",
                                    Integer.toString(UnusualVolume.BUILT_IN.atLeast()),
                                    "times",
                                    Integer.toString(UnusualVolume.BUILT_IN.times()),
                                    "ownDays",
                                    Integer.toString(UnusualVolume.BUILT_IN.ownDays()),
                                    "peerDays",
                                    Integer.toString(UnusualVolume.BUILT_IN.peerDays()))),
            rule(BulkExport.NAME, BulkExport.BUILT_IN.version(), HIGH)
                    .finds("A day on which one actor exported or printed many records.")
                    .alerts(ONCE_A_DAY)
                    .by(
                            "45 CFR 164.310(d)(1); 16 CFR 314.4(c)(8); ISO/IEC 27001:2022, A.8.12",
                            Map.of("records", Integer.toString(BulkExport.BUILT_IN.records()))),
            rule(DenialBurst.NAME, DenialBurst.BUILT_IN.version(), MEDIUM)
                    .finds("A day on which one actor was refused again and again.")
                    .alerts(ONCE_A_DAY)
                    .by(
                            "NIST SP 800-53 AU-6(1) and AC-7",
                            Map.of("denials", Integer.toString(DenialBurst.BUILT_IN.denials()))),
            rule(NameProbing.NAME, NameProbing.BUILT_IN.version(), MEDIUM)
                    .finds("Searches for many names, or for one over and over, that open nothing they list.")
                    .alerts(ONCE_A_DAY)
                    .by(
                            "45 CFR 164.514(b)(2)(i)(A); ABA Model Rule 1.6; ISO 27789, 7.2",
                            Map.of(
                                    "names",
                                    Integer.toString(NameProbing.BUILT_IN.names()),
                                    "times",
                                    Integer.toString(NameProbing.BUILT_IN.times()))),
            rule(SearchExposure.NAME, SearchExposure.BUILT_IN.version(), MEDIUM)
                    .finds("A search that listed clients of whom the actor has a reason to see none.")
                    .alerts("When such searches have listed so many clients to one actor within a day.")
                    .by(
                            "45 CFR 164.502(b) and 164.514(d), minimum necessary; ISO 27789, 7.2",
                            Map.of(
                                    "listed",
                                    Integer.toString(SearchExposure.BUILT_IN.listed()),
                                    "clients",
                                    Integer.toString(SearchExposure.BUILT_IN.clients()))),
            rule(BreakGlassUnjustified.NAME, BreakGlassUnjustified.BUILT_IN.version(), MEDIUM)
                    .finds("A record opened under break-glass without a word why.")
                    .alerts(AT_ONCE)
                    .by("45 CFR 164.312(a)(2)(ii), emergency access procedure"),
            rule(BreakGlassUnreviewed.NAME, BreakGlassUnreviewed.BUILT_IN.version(), MEDIUM)
                    .finds("A record opened under break-glass, until somebody else has reviewed it.")
                    .alerts("When the time for the review is over.")
                    .by(
                            ACTIVITY_REVIEW,
                            Map.of(
                                    "within",
                                    BreakGlassUnreviewed.BUILT_IN.within().toString())),
            rule(ReviewedInappropriate.NAME, ReviewedInappropriate.BUILT_IN.version(), HIGH)
                    .finds("A review that thinks an access under break-glass inappropriate, about the accessor.")
                    .alerts(AT_ONCE)
                    .by("45 CFR 164.402(2), presumption of a breach"),
            rule(DisclosureWithoutBasis.NAME, DisclosureWithoutBasis.BUILT_IN.version(), HIGH, CRITICAL)
                    .finds(
                            "A release without a legal basis or a consent that covers it, after it ended, or against a refusal.")
                    .alerts("Each time; critical after a revocation.")
                    .by("45 CFR 164.402(2) and 164.508(b)(5); GDPR art. 7(3)"),
            rule(PublicRelease.NAME, PublicRelease.BUILT_IN.version(), HIGH)
                    .finds("A release to the public that the client has not agreed to and no law demands.")
                    .alerts(EACH)
                    .by("45 CFR 164.508(a)(1); ABA Formal Opinion 496"),
            rule(UnsecuredChannel.NAME, UnsecuredChannel.BUILT_IN.version(), MEDIUM)
                    .finds("A sensitive record sent over a network without being secured.")
                    .alerts(EACH)
                    .by("45 CFR 164.312(e)(1); 16 CFR 314.4(c)(3); ABA Formal Opinion 477R; GDPR art. 32(1)(a)"),
            rule(EventAfterErasure.NAME, EventAfterErasure.BUILT_IN.version())
                    .finds("Whatever a publisher reports of a client who was erased.")
                    .alerts("Never by itself: it is for people to settle.")
                    .by("GDPR art. 17(1) and 19"),
            rule(OwnAlertHandled.NAME, OwnAlertHandled.BUILT_IN.version(), HIGH)
                    .finds("Work on an alert by the person it is about.")
                    .alerts(EACH)
                    .by("NIST SP 800-53 AC-5, separation of duties; ISO/IEC 27001:2022, A.5.3"),
            rule(SequenceGap.NAME, SequenceGap.BUILT_IN.version(), HIGH)
                    .finds("A number missing in what an instance of a publisher has sent.")
                    .alerts("When it is missing for longer; one alert a core day for the instance.")
                    .by(
                            "45 CFR 164.312(b) and (c)(1); ISO 27789, 8.3",
                            Map.of("grace", SequenceGap.BUILT_IN.grace().toString())),
            rule(PublisherSilent.NAME, PublisherSilent.BUILT_IN.version(), MEDIUM)
                    .finds("An instance of a publisher that was not heard within the time it had promised.")
                    .alerts("When it is silent for longer than promised; one alert a core day for the instance.")
                    .by(
                            "45 CFR 164.312(b), audit controls; ISO 27001, A.8.15",
                            Map.of("grace", PublisherSilent.BUILT_IN.grace().toString())),
            rule(ConflictingContent.NAME, ConflictingContent.BUILT_IN.version(), HIGH)
                    .finds("Other content under an identity that the ledger has already.")
                    .alerts(EACH)
                    .by("45 CFR 164.312(c)(1), integrity"),
            rule(ForgedRecord.NAME, ForgedRecord.BUILT_IN.version(), CRITICAL)
                    .finds("A record in the ledger that nobody with an accepted ledger key has written.")
                    .alerts("At once; one alert a core day.")
                    .by("45 CFR 164.312(c)(2), mechanism to authenticate"),
            rule(DoubtedIntegrity.NAME, DoubtedIntegrity.BUILT_IN.version(), HIGH, CRITICAL)
                    .finds("Ledger, checkpoints, witness and views that do not agree.")
                    .alerts("Each time; high where only the witness is late.")
                    .by("45 CFR 164.312(c)(1), integrity; NIST SP 800-53 AU-9"));

    private RuleBook() {}

    /** First those about people, then those about the ledger itself. */
    public static List<RuleText> rules() {
        return RULES;
    }

    private static Draft rule(String name, int version, Severity... severities) {
        return new Draft(name, version, List.of(severities), "", "");
    }

    /** A text being written. */
    private record Draft(String name, int version, List<Severity> severities, String found, String shown) {

        Draft finds(String sentence) {
            return new Draft(name, version, severities, sentence, shown);
        }

        Draft alerts(String sentence) {
            return new Draft(name, version, severities, found, sentence);
        }

        RuleText by(String source) {
            return by(source, Map.of());
        }

        RuleText by(String source, Map<String, String> thresholds) {
            SortedMap<String, String> sorted = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
            return new RuleText(name, version, severities, found, shown, source, sorted);
        }
    }
}
