package io.seenby.audit.postgres;

import io.seenby.core.detection.Change;
import io.seenby.core.detection.Change.ExplanationRow;
import io.seenby.core.explanation.Explanation;
import io.seenby.events.ClientRef;
import io.seenby.events.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was said of the accesses of a batch, to be written beside each as it is inserted. */
final class Verdicts {

    private final Map<TenantId, Map<ExplanationRow.Key, Explanation>> said = new HashMap<>();

    static Verdicts of(List<TenantChanges> changes) {
        Verdicts verdicts = new Verdicts();
        for (TenantChanges tenant : changes) {
            Map<ExplanationRow.Key, Explanation> of = new HashMap<>();
            for (Change change : tenant.changes()) {
                if (change instanceof ExplanationRow row) {
                    of.put(row.key(), row.explanation());
                }
            }
            verdicts.said.put(tenant.tenant(), of);
        }
        return verdicts;
    }

    /** Nothing of what is not judged. */
    Optional<Explanation> of(TenantId tenant, long index, ClientRef client) {
        return Optional.ofNullable(said.getOrDefault(tenant, Map.of()).get(new ExplanationRow.Key(index, client)));
    }

    static String verdict(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Explained explained -> "explained";
            case Explanation.Unexplained unexplained -> "unexplained";
            case Explanation.Contradicted contradicted -> "contradicted";
        };
    }

    static Optional<String> reason(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Explained explained -> Optional.of(explained.path().wire());
            case Explanation.Unexplained unexplained -> Optional.empty();
            case Explanation.Contradicted contradicted ->
                Optional.of(contradicted.against().wire());
        };
    }

    static Optional<String> tie(Explanation explanation) {
        return explanation instanceof Explanation.Explained explained
                ? Optional.of(explained.tie().wire())
                : Optional.empty();
    }

    static List<Long> evidence(Explanation explanation) {
        return switch (explanation) {
            case Explanation.Explained explained -> explained.evidence();
            case Explanation.Unexplained unexplained -> List.of();
            case Explanation.Contradicted contradicted -> contradicted.evidence();
        };
    }
}
