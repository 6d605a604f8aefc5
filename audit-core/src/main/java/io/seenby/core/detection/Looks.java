package io.seenby.core.detection;

import java.util.ArrayList;
import java.util.List;

/** How an access is judged: what explains it, then rule by rule, then by what they found together. */
final class Looks {

    /** In the order in which they speak. */
    private static final List<LookRule> RULES = List.of(
            NoRelationship.BUILT_IN,
            VipWithoutRelationship.BUILT_IN,
            FamilyOrHousehold.BUILT_IN,
            CoWorker.BUILT_IN,
            Neighbour.BUILT_IN,
            DeceasedClient.BUILT_IN,
            OffHours.BUILT_IN,
            DormantAccount.BUILT_IN,
            SelfAccess.BUILT_IN,
            AfterDeparture.BUILT_IN,
            WeakAssurance.BUILT_IN,
            WallCrossed.BUILT_IN,
            BreakGlassUnjustified.BUILT_IN,
            BreakGlassUnreviewed.BUILT_IN);

    /** These speak when all others have spoken, each knowing what those before it have found. */
    private static final List<SecondLook> SECOND = List.of(SerialLowAndSlow.BUILT_IN, SuspiciousLook.BUILT_IN);

    private Looks() {}

    static List<Change> judge(TenantState state, Indexed entry) {
        Look look = Look.of(state, entry);
        List<Change> changes = new ArrayList<>(look.sights().size() + 4);
        look.sights().forEach(sight -> changes.add(sight.row(entry)));
        RULES.forEach(rule -> changes.addAll(rule.judge(state, look)));
        for (SecondLook rule : SECOND) {
            changes.addAll(rule.judge(state, look, found(changes)));
        }
        return changes;
    }

    private static List<Finding> found(List<Change> changes) {
        return changes.stream()
                .filter(Change.FindingRow.class::isInstance)
                .map(row -> ((Change.FindingRow) row).finding())
                .toList();
    }
}
