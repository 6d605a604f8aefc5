package io.seenby.core.detection;

import java.util.List;

/** A rule that judges one access by itself, whatever the other rules say of it. */
@FunctionalInterface
interface LookRule {

    List<Change> judge(TenantState state, Look look);
}
