package io.seenby.core.detection;

import io.seenby.core.habit.Habit;
import io.seenby.core.habit.SearchMade;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somebody searches within one day for many names, or for one name over and over, and opens nothing of what is listed: whether
 * somebody is a client here is a secret already. A search is forgotten when one of its listed clients is opened; one for
 * conflicts of interest is none of these.
 *
 * <p>Being known to be a patient or client is protected by itself: 45 CFR 160.103 with 164.514(b)(2)(i)(A); ABA Model Rule
 * 1.6, comment 4. Searches are to be audited: ISO 27789, 7.2. The numbers are ours.
 *
 * @param names different searches in one day
 * @param times one term in so many of them
 */
record NameProbing(int version, int names, int times) implements CountingRule {

    static final String NAME = "name-probing";
    static final NameProbing BUILT_IN = new NameProbing(1, 10, 5);

    @Override
    public List<Change> judge(TenantState state, Indexed entry, Habit day) {
        if (!(entry.entry().event() instanceof LedgerEvent.ClientsSearched)) {
            return List.of();
        }
        DayAlert alert = new DayAlert(NAME, version, BreachAlert.Severity.MEDIUM);
        long different =
                day.unopened().stream().map(SearchMade::terms).distinct().count();
        if (different >= names) {
            return alert.of(
                    entry,
                    day,
                    "One actor made " + different
                            + " different searches within one day and opened nothing they listed.");
        }
        int same = mostOfOneTerm(day.unopened());
        return same < times
                ? List.of()
                : alert.of(
                        entry,
                        day,
                        "One actor searched " + same
                                + " times within one day for the same name and opened nothing it listed.");
    }

    private static int mostOfOneTerm(List<SearchMade> searches) {
        Map<Integer, Integer> times = new HashMap<>();
        searches.forEach(search -> search.terms().forEach(term -> times.merge(term, 1, Integer::sum)));
        return times.values().stream().max(Integer::compare).orElse(0);
    }
}
