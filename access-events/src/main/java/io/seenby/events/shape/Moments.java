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

    /**
     * A moment of the ledger as every table can keep it: finer than a microsecond is cut off, so that judging an entry
     * at once or after its facts were stored comes to the same.
     */
    public static Instant parseKept(String text) {
        return parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    /** The ledger's form. */
    public static String write(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
