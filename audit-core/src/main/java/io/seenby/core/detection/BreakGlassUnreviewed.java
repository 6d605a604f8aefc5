package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Somebody broke the glass, and nobody else has looked at it. Each such access is a finding until a review covers it; people
 * see it when the review is overdue, in one alert for actor, client and core day of the access. Like a publisher's silence it
 * is noticed by time: at the first entry after the deadline, a {@code TimePassed} if nothing else happens.
 *
 * <p>A review covers what it can have seen: accesses of the accessor to the clients in the period, of which the ledger knew
 * when it was recorded. It answers that nobody has looked, whatever it concludes: see {@link ReviewedInappropriate}.
 *
 * <p>45 CFR 164.308(a)(1)(ii)(D), information system activity review, of what 164.312(a)(2)(ii), emergency access procedure,
 * lets pass.
 *
 * @param within core time from the access to the moment at which it is overdue
 */
record BreakGlassUnreviewed(int version, Duration within) implements LookRule {

    static final String NAME = "break-glass-unreviewed";
    static final BreakGlassUnreviewed BUILT_IN = new BreakGlassUnreviewed(1, Duration.ofHours(72));

    private static final String REVIEWED = "What was opened under break-glass was reviewed.";

    /** A look past the barrier waits for its review from now on. */
    @Override
    public List<Change> judge(TenantState state, Look look) {
        Indexed entry = look.entry();
        return BreakGlass.clients(entry.entry()).stream()
                .map(client ->
                        alert().finding(entry, client).dueAt(entry.coreTime().plus(within)))
                .<Change>map(Change.FindingRow::new)
                .toList();
    }

    /** Core time has moved on to an entry's, and the finding's deadline is before it. */
    List<Change> overdue(TenantState state, Finding finding, Indexed at) {
        return alert().shows(
                        state,
                        finding.nothingDue(),
                        at.coreTime(),
                        "A record was opened under break-glass, and nobody has reviewed it within " + within.toHours()
                                + " hours.");
    }

    /** What a review answers. */
    List<Change> reviewed(TenantState state, Indexed entry, LedgerEvent.ExceptionReviewed review) {
        TreeSet<Finding> closed = new TreeSet<>(Finding.ORDER);
        Review.clients(entry, review).stream()
                .flatMap(client -> state.openFindings(new Tie(review.accessor().ref(), client)).stream())
                .filter(finding -> finding.rule().equals(NAME) && Review.covers(review, finding.occurredAt()))
                .map(finding -> finding.explainedBy(Explained.byReview(entry.index())))
                .forEach(closed::add);
        List<Change> changes = new ArrayList<>();
        closed.forEach(finding -> changes.add(new Change.FindingRow(finding)));
        QuietAlerts.of(state, closed)
                .forEach(id -> changes.add(new Change.AlertRow(state.alert(id).explainedBy(entry, REVIEWED))));
        return changes;
    }

    private DailyAlert alert() {
        return new DailyAlert(NAME, version, BreachAlert.Severity.MEDIUM);
    }
}
