package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import io.seenby.events.ReviewConclusion;
import java.util.List;

/**
 * Somebody reviewed what was seen under break-glass and says that it was inappropriate: an impermissible use, presumed a
 * breach until its risk is assessed (45 CFR 164.402(2)). It is a finding on the review, about the accessor; people see it at
 * once, in one alert a core day for accessor and client. A later review that thinks otherwise does not take it back: that is
 * for people to settle.
 *
 * <p>45 CFR 164.308(a)(1)(ii)(D), information system activity review.
 */
record ReviewedInappropriate(int version) {

    static final String NAME = "reviewed-inappropriate";
    static final ReviewedInappropriate BUILT_IN = new ReviewedInappropriate(1);

    List<Change> judge(TenantState state, Indexed entry, LedgerEvent.ExceptionReviewed review) {
        if (review.conclusion() != ReviewConclusion.INAPPROPRIATE) {
            return List.of();
        }
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.HIGH);
        return Review.clients(entry, review).stream()
                .map(client ->
                        alert.finding(entry, client).about(review.accessor().ref()))
                .flatMap(finding -> alert
                        .shows(
                                state,
                                finding,
                                entry.coreTime(),
                                "A review says that an access under break-glass was inappropriate.")
                        .stream())
                .toList();
    }
}
