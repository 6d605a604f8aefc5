package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * An account that nobody has used for long is used again, and on that day looks at clients whom nothing ties it to. People see
 * it at once: an account that its owner has forgotten is what an intruder looks for. An actor never seen before is new, not
 * dormant.
 *
 * <p>CIS Controls v8, 5.3: dormant accounts are disabled after 45 days; NIST SP 800-53 AC-2(3); 45 CFR
 * 164.308(a)(3)(ii)(C).
 *
 * @param silence without an access, that makes an account dormant
 */
record DormantAccount(int version, Duration silence) implements LookRule {

    static final String NAME = "dormant-account";
    static final DormantAccount BUILT_IN = new DormantAccount(1, Duration.ofDays(45));

    boolean silent(Instant lastSeen, Instant now) {
        return !lastSeen.plus(silence).isAfter(now);
    }

    @Override
    public List<Change> judge(TenantState state, Look look) {
        List<ClientRef> strangers = look.strangers();
        if (strangers.isEmpty()
                || Habits.counted(state, look.entry()).filter(Habit::woke).isEmpty()) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.HIGH);
        return strangers.stream()
                .flatMap(client -> alert
                        .of(
                                state,
                                look.entry(),
                                client,
                                "An account unused for " + silence.toDays()
                                        + " days or more opened a record without a known relationship to its client")
                        .stream())
                .toList();
    }
}
