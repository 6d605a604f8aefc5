package io.seenby.events.shape;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** RFC 3339 moments: any offset in a report, UTC with at most microseconds in the ledger (what PostgreSQL keeps). */
public final class Moments {

    private Moments() {}

    /** Throws {@link java.time.DateTimeException} for a date that does not exist. */
    public static Instant parse(String text) {
        return text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
    }

    /** The ledger's form. */
    public static String write(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
