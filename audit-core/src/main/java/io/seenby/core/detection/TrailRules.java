package io.seenby.core.detection;

import static io.seenby.events.BreachAlert.Severity.CRITICAL;
import static io.seenby.events.BreachAlert.Severity.HIGH;
import static io.seenby.events.BreachAlert.Severity.MEDIUM;

import java.util.List;
import java.util.Map;

/** Rules about the audit trail itself and the people who work with it, in plain words. */
final class TrailRules {

    static final List<RuleText> ALL = List.of(
            RuleDraft.of(OwnAlertHandled.NAME, OwnAlertHandled.BUILT_IN.version(), HIGH)
                    .finds("Work on an alert by the person it is about.")
                    .alerts(RuleDraft.EACH)
                    .by("NIST SP 800-53 AC-5, separation of duties; ISO/IEC 27001:2022, A.5.3"),
            RuleDraft.of(SequenceGap.NAME, SequenceGap.BUILT_IN.version(), HIGH)
                    .finds("A number missing in what an instance of a publisher has sent.")
                    .alerts("When it is missing for longer; one alert a core day for the instance.")
                    .by(
                            "45 CFR 164.312(b) and (c)(1); ISO 27789, 8.3",
                            Map.of("grace", SequenceGap.BUILT_IN.grace().toString())),
            RuleDraft.of(PublisherSilent.NAME, PublisherSilent.BUILT_IN.version(), MEDIUM)
                    .finds("An instance of a publisher that was not heard within the time it had promised.")
                    .alerts("When it is silent for longer than promised; one alert a core day for the instance.")
                    .by(
                            "45 CFR 164.312(b), audit controls; ISO 27001, A.8.15",
                            Map.of("grace", PublisherSilent.BUILT_IN.grace().toString())),
            RuleDraft.of(ConflictingContent.NAME, ConflictingContent.BUILT_IN.version(), HIGH)
                    .finds("Other content under an identity that the ledger has already.")
                    .alerts(RuleDraft.EACH)
                    .by("45 CFR 164.312(c)(1), integrity"),
            RuleDraft.of(ForgedRecord.NAME, ForgedRecord.BUILT_IN.version(), CRITICAL)
                    .finds("A record in the ledger that nobody with an accepted ledger key has written.")
                    .alerts("At once; one alert a core day.")
                    .by("45 CFR 164.312(c)(2), mechanism to authenticate"),
            RuleDraft.of(DoubtedIntegrity.NAME, DoubtedIntegrity.BUILT_IN.version(), HIGH, CRITICAL)
                    .finds("Ledger, checkpoints, witness and views that do not agree.")
                    .alerts("Each time; high where only the witness is late.")
                    .by("45 CFR 164.312(c)(1), integrity; NIST SP 800-53 AU-9"));

    private TrailRules() {}
}
