package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import java.util.List;

/** A rule that judges what an actor's day comes to, when an entry adds to it. */
@FunctionalInterface
interface CountingRule {

    /** @param day of the entry's actor, the entry included */
    List<Change> judge(TenantState state, Indexed entry, Habit day);
}
