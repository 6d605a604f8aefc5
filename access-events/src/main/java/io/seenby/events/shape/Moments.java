package io.seenby.events.shape;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * RFC 3339 moments: any offset in a report, UTC with at most microseconds in the ledger (what PostgreSQL keeps). Read
 * by hand, since every entry has two and the JDK's formatter is slower than all the rest of an entry's checks.
 */
public final class Moments {

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant TOO_LATE = Instant.parse("2201-01-01T00:00:00Z");
    private static final int SECONDS_END = 19;
    private static final int[] NANOS = {0, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private Moments() {}

    /**
     * Years 0000 to 9999, upper-case {@code T} and {@code Z}, up to nanoseconds, offsets to ±18:00, no leap second.
     * Throws {@link DateTimeException} for anything else and for a date that does not exist.
     */
    public static Instant parse(String text) {
        if (text.length() <= SECONDS_END) {
            throw malformed();
        }
        int fractionEnd = fractionEnd(text);
        LocalDateTime local = LocalDateTime.of(
                number(text, 0, 4),
                number(mark(text, 4, '-'), 5, 7),
                number(mark(text, 7, '-'), 8, 10),
                number(mark(text, 10, 'T'), 11, 13),
                number(mark(text, 13, ':'), 14, 16),
                number(mark(text, 16, ':'), 17, SECONDS_END),
                nanos(text, fractionEnd));
        return Instant.ofEpochSecond(local.toEpochSecond(ZoneOffset.UTC) - offset(text, fractionEnd), local.getNano());
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

    /** Agrees with {@link io.seenby.events.Patterns}, and knows which dates exist and what year it is in UTC. */
    static boolean isStorable(String text, boolean utc) {
        if (text.compareTo("1900") < 0 || text.compareTo("2201") >= 0) {
            return false;
        }
        if (utc && (!text.endsWith("Z") || text.length() > "2026-01-01T00:00:00.123456Z".length())) {
            return false;
        }
        try {
            Instant moment = parse(text);
            return !moment.isBefore(EARLIEST) && moment.isBefore(TOO_LATE);
        } catch (DateTimeException notAMoment) {
            return false;
        }
    }

    private static int fractionEnd(String text) {
        int end = SECONDS_END;
        if (text.charAt(end) == '.') {
            do {
                end++;
            } while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9');
        }
        return end;
    }

    private static int nanos(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (digits < 1 || digits > 9) {
            throw malformed();
        }
        return number(text, SECONDS_END + 1, end) * NANOS[digits];
    }

    /** Seconds east of UTC. */
    private static int offset(String text, int from) {
        if (from + 1 == text.length() && text.charAt(from) == 'Z') {
            return 0;
        }
        if (from + 6 != text.length() || text.charAt(from) != '+' && text.charAt(from) != '-') {
            throw malformed();
        }
        int hours = number(text, from + 1, from + 3);
        int minutes = number(mark(text, from + 3, ':'), from + 4, from + 6);
        int sign = text.charAt(from) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes).getTotalSeconds();
    }

    private static String mark(String text, int at, char expected) {
        if (text.charAt(at) != expected) {
            throw malformed();
        }
        return text;
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if (digit < '0' || digit > '9') {
                throw malformed();
            }
            number = number * 10 + digit - '0';
        }
        return number;
    }

    private static DateTimeException malformed() {
        return new DateTimeException("not an RFC 3339 moment");
    }
}
