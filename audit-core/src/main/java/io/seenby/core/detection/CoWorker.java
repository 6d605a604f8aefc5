package io.seenby.core.detection;

import io.seenby.events.Trait;
import java.util.List;

/**
 * Somebody looked, without a reason, at a client who works here too. It is a finding; {@link SuspiciousLook} says when people
 * see it.
 *
 * <p>Co-workers are the first of the case types that privacy offices look for (Hedda et al., AMIA 2017); the review is asked
 * for by 45 CFR 164.308(a)(1)(ii)(D).
 */
record CoWorker(int version) implements LookRule {

    static final String NAME = "co-worker";
    static final CoWorker BUILT_IN = new CoWorker(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        return look.quietlyOf(look.otherStrangers(state, Trait.EMPLOYEE), NAME, version);
    }
}
