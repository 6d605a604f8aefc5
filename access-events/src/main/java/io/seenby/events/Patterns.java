package io.seenby.events;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The closed alphabets of everything that stands in clear in the ledger; ASCII only, so nothing needs escaping. */
public final class Patterns {

    /** Lower-case DNS label of two letters or more: it is also a CloudEvents source segment and part of a checkpoint's origin. */
    public static final Pattern TENANT = Pattern.compile("^[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$");

    public static final Pattern PUBLISHER = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$");
    public static final Pattern EVENT_ID = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$");

    /** A code of the publisher's own vocabulary: role, department, record type, label. Never free text. */
    public static final Pattern CODE = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$");

    /** What looks like the name of a field or a parameter, and so may be quoted when it is not known. */
    public static final Pattern FIELD_NAME = Pattern.compile("^[A-Za-z_][A-Za-z0-9_-]{0,39}$");

    /** 128 bits in base64url without padding. */
    public static final Pattern REF = Pattern.compile("^[A-Za-z0-9_-]{22}$");

    /** C2SP signed-note: the name of a tree, four bytes of a digest in hex, 33 bytes in base64. */
    public static final Pattern CHECKPOINT_KEY =
            Pattern.compile("^[a-z0-9~/-]{1,110}[+][0-9a-f]{8}[+][A-Za-z0-9/+]{44}$");

    /** The four bytes by which a signature names the key of a checkpoint. */
    public static final Pattern CHECKPOINT_KEY_ID = Pattern.compile("^[0-9a-f]{8}$");

    /** ISO 3166-1 alpha-2. */
    public static final Pattern COUNTRY = Pattern.compile("^[A-Z]{2}$");

    private static final String DATE = "(19[0-9]{2}|2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    private static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]";

    /** RFC 3339 with at most nanoseconds and without leap seconds, years 1900 to 2200, offsets as Java knows them. */
    public static final Pattern MOMENT =
            Pattern.compile("^" + DATE + "T" + TIME + "([.][0-9]{1,9})?(Z|[+-](0[0-9]|1[0-7]):[0-5][0-9]|[+-]18:00)$");

    /** As the ledger keeps a moment: UTC, at most microseconds. */
    public static final Pattern UTC_MOMENT = Pattern.compile("^" + DATE + "T" + TIME + "([.][0-9]{1,6})?Z$");

    private static final Map<Pattern, Predicate<String>> TESTS = new ConcurrentHashMap<>();

    private Patterns() {}

    /** Whether all of {@code text} matches. For constants: what is found out about a pattern is kept for ever. */
    public static boolean matches(Pattern pattern, String text) {
        Predicate<String> test = TESTS.get(pattern);
        return (test == null ? TESTS.computeIfAbsent(pattern, Alphabet::of) : test).test(text);
    }

    static void require(Pattern pattern, String value, String what) {
        if (!matches(pattern, value)) {
            throw new IllegalArgumentException(what + " must match " + pattern + " and is " + abbreviate(value));
        }
    }

    private static String abbreviate(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
