package io.seenby.core.detection;

import java.util.List;

/** The rules about what an actor's day comes to, in the order in which they speak. */
final class Counting {

    static final List<CountingRule> RULES = List.of(
            UnusualVolume.BUILT_IN,
            BulkExport.BUILT_IN,
            DenialBurst.BUILT_IN,
            NameProbing.BUILT_IN,
            SearchExposure.BUILT_IN);

    private Counting() {}
}
