package io.seenby.core.detection;

import io.seenby.core.explanation.Explainer;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A relationship that was there but was recorded after the access explains it, and the record shows both moments; so does
 * a standing that puts the actor into a team or over somebody. It is ties alone that explain: a consent signed later does not reach back (GDPR art. 6(1)(a), "has given consent"; 45 CFR
 * 164.508(a)(1)).
 *
 * <p>16 to 43 % of flagged accesses turn out explainable (Hedda et al., "Evaluating the effectiveness of auditing rules
 * for electronic health record systems", AMIA 2017); rosters and appointments are typed in after the fact.
 *
 * @param atMost how long after an access, by {@code recordedAt − occurredAt}, a fact may be recorded
 */
record LateExplanation(Duration atMost) {

    static final LateExplanation BUILT_IN = new LateExplanation(Duration.ofDays(30));

    private static final String SUMMARY = "A relationship recorded later explains what was found.";

    private static final Set<String> EXPLAINABLE = Set.of(
            NoRelationship.NAME,
            VipWithoutRelationship.NAME,
            FamilyOrHousehold.NAME,
            CoWorker.NAME,
            Neighbour.NAME,
            DeceasedClient.NAME,
            OffHours.NAME,
            DormantAccount.NAME,
            SerialLowAndSlow.NAME,
            SuspiciousLook.NAME);

    List<Change> judge(TenantState state, Indexed entry) {
        TreeSet<Finding> closed = new TreeSet<>(Finding.ORDER);
        affected(state, entry.entry())
                .filter(finding -> inTime(entry, finding))
                .forEach(finding -> Explainer.BUILT_IN
                        .reasonBy(state.facts().connections(), finding.tie(), finding.occurredAt(), entry.index())
                        .map(reason -> finding.explainedBy(Explained.by(reason.relationship(), entry.index())))
                        .ifPresent(closed::add));
        if (closed.isEmpty()) {
            return List.of();
        }
        List<Change> changes = new ArrayList<>();
        closed.forEach(finding -> changes.add(new Change.FindingRow(finding)));
        Set<String> quiet = QuietAlerts.of(state, closed);
        quiet.forEach(id -> changes.add(new Change.AlertRow(state.alert(id).explainedBy(entry, SUMMARY))));
        changes.addAll(windows(state, closed, quiet));
        return changes;
    }

    /** Open findings that this entry may bear upon; {@link Needs#tied} and {@link Needs#restated} ask for them. */
    private static Stream<Finding> affected(TenantState state, LedgerEntry entry) {
        return switch (entry.event()) {
            case LedgerEvent.RelationshipEstablished established ->
                entry.clients().stream().flatMap(client -> state.openFindings(client).stream());
            case LedgerEvent.ActorJoined joined -> affected(state, joined.standing());
            case LedgerEvent.ActorChanged changed -> affected(state, changed.standing());
            case LedgerEvent.ActorLeft left -> Stream.empty();
            case LedgerEvent.RelationshipEnded ended -> Stream.empty();
            case LedgerEvent.WallRaised raised -> Stream.empty();
            case LedgerEvent.WallLifted lifted -> Stream.empty();
            case LedgerEvent.Access access -> Stream.empty();
            case LedgerEvent.InformationDisclosed disclosed -> Stream.empty();
            case LedgerEvent.ClientFact fact -> Stream.empty();
            case LedgerEvent.ExceptionEvent event -> Stream.empty();
            case LedgerEvent.PublisherEvent own -> Stream.empty();
            case LedgerEvent.ServiceEvent own -> Stream.empty();
        };
    }

    private static Stream<Finding> affected(TenantState state, Standing standing) {
        return concerned(standing).stream().flatMap(actor -> state.openFindings(actor).stream());
    }

    /** Whose accesses a standing may explain: the subject's, by a team, and those of whom the subject answers to. */
    static Set<ActorRef> concerned(Standing standing) {
        Set<ActorRef> concerned = new LinkedHashSet<>();
        if (!standing.teams().isEmpty()) {
            concerned.add(standing.subject().ref());
        }
        standing.supervisor().ifPresent(concerned::add);
        return concerned;
    }

    private boolean inTime(Indexed entry, Finding finding) {
        return EXPLAINABLE.contains(finding.rule()) && !finding.occurredAt().isBefore(reachesBackTo(entry.entry()));
    }

    /** What happened before is too old to be explained by the entry. */
    Instant reachesBackTo(LedgerEntry entry) {
        return entry.recordedAt().minus(atMost);
    }

    /** The windows that had these findings among theirs, of whatever day. */
    private static List<Change> windows(TenantState state, Set<Finding> closed, Set<String> quiet) {
        Map<RepeatWindow.Key, List<Finding>> counted = new LinkedHashMap<>();
        closed.forEach(finding -> finding.countedIn()
                .ifPresent(key -> counted.computeIfAbsent(key, absent -> new ArrayList<>())
                        .add(finding)));
        Set<String> explained = ids(closed);
        List<Change> changes = new ArrayList<>();
        counted.forEach((key, findings) -> {
            RepeatWindow window = state.window(key.actor(), key.start());
            // Once its alert is explained, a window counts anew.
            RepeatWindow next = findings.stream()
                            .flatMap(finding -> finding.alertId().stream())
                            .anyMatch(quiet::contains)
                    ? RepeatWindow.empty(key.actor(), key.start())
                    : window.without(client -> state.openFindings(new Tie(key.actor(), client)).stream()
                            .filter(finding -> finding.countedIn().equals(Optional.of(key)))
                            .allMatch(finding -> explained.contains(finding.id())));
            if (!next.equals(window)) {
                changes.add(new Change.WindowRow(next));
            }
        });
        return changes;
    }

    private static Set<String> ids(Set<Finding> findings) {
        Set<String> ids = new TreeSet<>();
        findings.forEach(finding -> ids.add(finding.id()));
        return ids;
    }
}
