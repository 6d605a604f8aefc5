package io.seenby.core.detection;

import io.seenby.events.Trait;
import java.util.List;

/**
 * Somebody looked, without a reason, at a client who had died. It is a finding; {@link SuspiciousLook} says when people see
 * it.
 *
 * <p>Information stays protected for 50 years after death, 45 CFR 160.103 (protected health information) and 164.502(f), and
 * nobody treats the dead any more.
 */
record DeceasedClient(int version) implements LookRule {

    static final String NAME = "deceased-client";
    static final DeceasedClient BUILT_IN = new DeceasedClient(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        return look.quietlyOf(look.otherStrangers(state, Trait.DECEASED), NAME, version);
    }
}
