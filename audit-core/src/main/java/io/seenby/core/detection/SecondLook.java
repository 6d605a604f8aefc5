package io.seenby.core.detection;

import java.util.List;

/** A rule that judges an access by what the others have found of it. */
@FunctionalInterface
interface SecondLook {

    /** @param found the findings on the entry so far, in the order in which the rules spoke */
    List<Change> judge(TenantState state, Look look, List<Finding> found);
}
