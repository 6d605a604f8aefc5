package io.seenby.audit.http;

import io.seenby.events.Patterns;
import io.seenby.events.WireCode;
import io.seenby.events.shape.Moments;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one parameter as what it means, or refuses it by name. An absent one is empty. */
public final class Parameters {

    private static final int USUAL_LIMIT = 50;
    private static final int MOST = 200;

    private Parameters() {}

    /** A keyed ref: 22 characters of base64url. */
    public static Optional<String> ref(String name, @Nullable String value) {
        return matching(name, value, Patterns.REF, "must be a ref: 22 characters of base64url");
    }

    /** A code of the publisher's vocabulary. */
    public static Optional<String> code(String name, @Nullable String value) {
        return matching(name, value, Patterns.CODE, "must match " + Patterns.CODE.pattern());
    }

    /** One of a closed list. */
    public static <E extends Enum<E> & WireCode> Optional<String> oneOf(
            String name, @Nullable String value, Class<E> type) {
        Optional<String> given = Optional.ofNullable(value);
        if (given.isPresent() && !WireCode.names(type).contains(given.get())) {
            throw Refusals.malformed(name, "must be one of " + String.join(", ", WireCode.names(type)));
        }
        return given;
    }

    /** An RFC 3339 moment, to the microsecond. */
    public static Optional<Instant> moment(String name, @Nullable String value) {
        return matching(name, value, Patterns.MOMENT, MOMENT).map(text -> {
            try {
                return Moments.parse(text);
            } catch (DateTimeException noSuchDate) {
                throw Refusals.malformed(name, MOMENT);
            }
        });
    }

    private static final String MOMENT =
            "must be an RFC 3339 moment such as 2026-03-01T00:00:00Z (in a URL, write + as %2B)";

    /** How many things on a page: 1 to 200, 50 if absent. */
    public static int limit(@Nullable String value) {
        return (int) number("limit", value, 1, MOST).orElse((long) USUAL_LIMIT).longValue();
    }

    /** A decimal number without sign. */
    public static Optional<Long> number(String name, @Nullable String value, long least, long most) {
        String message = "must be a number from " + least + " to " + most;
        return matching(name, value, NUMBER, message).map(Long::parseLong).map(number -> {
            if (number < least || number > most) {
                throw Refusals.malformed(name, message);
            }
            return number;
        });
    }

    /** A place in a ledger or in the sequence of alerts: what a recorded question can hold (RFC 8785), 0 to 2^53−1. */
    public static Optional<Long> index(String name, @Nullable String value) {
        return number(name, value, 0, MOST_INDEX);
    }

    /** True or false; false if absent. */
    public static boolean flag(String name, @Nullable String value) {
        return matching(name, value, FLAG, "must be true or false")
                .map("true"::equals)
                .orElse(false);
    }

    private static final long MOST_INDEX = 9_007_199_254_740_991L;
    private static final Pattern FLAG = Pattern.compile("^(true|false)$");
    private static final Pattern NUMBER = Pattern.compile("^[0-9]{1,18}$");

    private static Optional<String> matching(String name, @Nullable String value, Pattern pattern, String message) {
        Optional<String> given = Optional.ofNullable(value);
        if (given.isPresent() && !pattern.matcher(given.get()).matches()) {
            throw Refusals.malformed(name, message);
        }
        return given;
    }
}
