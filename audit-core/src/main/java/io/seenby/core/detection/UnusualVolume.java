package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.core.habit.LogBuckets;
import io.seenby.core.habit.Peers;
import io.seenby.events.BreachAlert;
import java.util.List;
import java.util.stream.Stream;

/**
 * Somebody opened records of far more clients in one day than they and their peers usually do, whatever explains each of
 * them: so many {@code times} what four of five finished days had at most, of their own or of those of the same role and
 * department, whichever is more. Without enough days of either nothing is usual yet.
 *
 * <p>Who may see everything and takes it all at once is explained client by client. Review of activity: 45 CFR
 * 164.308(a)(1)(ii)(D); NIST SP 800-53 AU-6 and AC-2(12), atypical usage. That peers are the measure: Chen and Malin,
 * "Detection of anomalous insiders in collaborative environments", IEEE TDSC 9(3), 2012. The factor is ours.
 *
 * @param atLeast clients; a busier day than usual with fewer is nobody's concern
 * @param times how many times the usual
 * @param ownDays finished days of the actor that make a habit
 * @param peerDays finished days of peers that make one
 */
record UnusualVolume(int version, int atLeast, int times, int ownDays, int peerDays) implements CountingRule {

    static final String NAME = "unusual-volume";
    static final UnusualVolume BUILT_IN = new UnusualVolume(1, 30, 3, 5, 20);

    private static final int MOST_DAYS = 80;

    @Override
    public List<Change> judge(TenantState state, Indexed entry, Habit day) {
        int clients = day.clients().size();
        if (clients < atLeast || Judged.clients(entry.entry()).isEmpty()) {
            return List.of();
        }
        LogBuckets peers = Peers.of(entry.entry().actor())
                .map(group -> state.habits().of(group).days())
                .orElse(LogBuckets.NONE);
        int usual = Stream.of(usual(day.days(), ownDays), usual(peers, peerDays))
                .max(Integer::compare)
                .orElseThrow();
        return usual == 0 || clients < times * usual
                ? List.of()
                : new DayAlert(NAME, version, BreachAlert.Severity.MEDIUM)
                        .of(
                                entry,
                                day,
                                "One actor opened records of " + clients + " clients within one day, where " + usual
                                        + " are usual for them or their peers.");
    }

    private static int usual(LogBuckets days, int enough) {
        return days.total() < enough ? 0 : days.usual(MOST_DAYS);
    }
}
