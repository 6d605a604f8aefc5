package io.seenby.audit.query;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** What the trail is ordered by, newest first. The ledger index makes it unique. */
public record TrailKey(Instant occurredAt, long ledgerIndex) {

    /** After every entry: their years end with 2200. */
    private static final Instant END = Instant.parse("2300-01-01T00:00:00Z");

    /** Before every entry: their years begin with 1900. */
    static final Instant BEGINNING = Instant.parse("1800-01-01T00:00:00Z");

    /** Just after everything that occurred before {@code moment}, since no ledger index is negative. */
    static TrailKey before(Instant moment) {
        return new TrailKey(moment, -1);
    }

    public static TrailKey newest() {
        return before(END);
    }

    public List<String> parts() {
        return List.of(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt)), Long.toString(ledgerIndex));
    }

    /** Throws for parts that {@link #parts} doesn't make. */
    public static TrailKey of(List<String> parts) {
        Instant occurredAt = Instant.EPOCH.plus(Long.parseLong(parts.get(0)), ChronoUnit.MICROS);
        TrailKey key = new TrailKey(occurredAt, Long.parseLong(parts.get(1)));
        boolean possible = key.ledgerIndex >= 0 && occurredAt.isAfter(BEGINNING) && occurredAt.isBefore(END);
        if (!possible || !key.parts().equals(parts)) {
            throw new IllegalArgumentException("no key of the trail");
        }
        return key;
    }

    public static OffsetDateTime sql(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
