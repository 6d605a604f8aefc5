package io.seenby.core.detection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The tumbling window of rules that count: one UTC day of core time. */
public final class CoreDay {

    private CoreDay() {}

    public static Instant startOf(Instant coreTime) {
        return coreTime.truncatedTo(ChronoUnit.DAYS);
    }
}
