package io.seenby.core.detection;

import io.seenby.core.habit.PeerHabit;
import io.seenby.core.habit.Peers;
import java.util.List;

/**
 * Somebody looked, without a reason, at an hour at which hardly anybody of their role and department works. It is a finding;
 * {@link SuspiciousLook} says when people see it. Which hours those are the looks of the peers say, of all days: an hour with
 * its two neighbours in which no more than so many of a thousand fall.
 *
 * <p>NIST SP 800-53 AC-2(11), usage conditions, and AC-2(12), atypical usage. By itself it says nothing: somebody is always
 * on call.
 *
 * @param looks of peers that make a habit
 * @param perMille of them, at most, in such an hour
 */
record OffHours(int version, int looks, int perMille) implements LookRule {

    static final String NAME = "off-hours";
    static final OffHours BUILT_IN = new OffHours(1, 200, 10);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        return look.otherStrangers().isEmpty()
                        || look.entry().late()
                        || Peers.of(look.entry().entry().actor())
                                .filter(peers -> unusual(state.habits().of(peers), Habits.hour(look.entry())))
                                .isEmpty()
                ? List.of()
                : look.quietlyOf(look.otherStrangers(), NAME, version);
    }

    private boolean unusual(PeerHabit peers, int hour) {
        return peers.looks() >= looks && peers.looksAround(hour) * 1_000 <= peers.looks() * perMille;
    }
}
