package io.seenby.audit.rule;

import io.seenby.core.detection.RuleText;
import io.seenby.events.BreachAlert;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every rule, with what people thought of its alerts. */
@Schema(description = "Every rule, with what people thought of its alerts.")
public record RulePage(
        @Schema(description = "The tenant's next ledger index when this was read.")
        long position,

        List<Rule> rules) {

    /** One rule in the version that is in force. */
    @Schema(name = "Rule", description = "One rule in the version that is in force.")
    public record Rule(
            String name,
            int version,

            @Schema(description = "That its alerts may have, the mildest first.")
            List<String> severities,

            @Schema(description = "What it finds.") String finds,

            @Schema(description = "When people are shown it.")
            String alerts,

            @Schema(description = "Regulation, standard or paper it rests on.")
            String source,

            @Schema(description = "Built in, by name; lengths of time as in ISO 8601.")
            Map<String, String> thresholds,

            @Schema(description = "Alerts raised, open or explained.")
            long raised,

            @Schema(description = "Alerts judged, each by its latest judgement.")
            Judged judged,

            @Schema(
                    nullable = true,
                    description = "Share of violations among what was judged, 0 to 1; null if nothing was.")
            Optional<Double> precision) {

        static Rule of(RuleText text, Counts counts) {
            return new Rule(
                    text.name(),
                    text.version(),
                    text.severities().stream().map(BreachAlert.Severity::wire).toList(),
                    text.finds(),
                    text.alerts(),
                    text.source(),
                    text.thresholds(),
                    counts.raised(),
                    counts.judged(),
                    counts.judged().precision());
        }
    }

    /** How many alerts people judged so. */
    @Schema(name = "JudgedAlerts")
    public record Judged(long appropriate, long violation, long policyGap) {

        Optional<Double> precision() {
            long all = appropriate + violation + policyGap;
            return all == 0 ? Optional.empty() : Optional.of((double) violation / all);
        }
    }

    /** What the views say of a rule. */
    record Counts(long raised, Judged judged) {
        static final Counts NONE = new Counts(0, new Judged(0, 0, 0));
    }
}
