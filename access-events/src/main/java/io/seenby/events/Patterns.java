package io.seenby.events;

import java.util.regex.Pattern;

/** The closed alphabets of everything that stands in clear in the ledger; ASCII only, so nothing needs escaping. */
public final class Patterns {

    /** Lower-case DNS label: it is also a CloudEvents source segment and part of a checkpoint's origin. */
    public static final Pattern TENANT = Pattern.compile("^[a-z0-9][a-z0-9-]{1,62}$");

    public static final Pattern PUBLISHER = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:@-]{0,127}$");
    public static final Pattern EVENT_ID = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$");

    /** A code of the publisher's own vocabulary: role, department, record type, label. Never free text. */
    public static final Pattern CODE = Pattern.compile("^[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}$");

    /** 128 bits in base64url without padding. */
    public static final Pattern REF = Pattern.compile("^[A-Za-z0-9_-]{22}$");

    /** ISO 3166-1 alpha-2. */
    public static final Pattern COUNTRY = Pattern.compile("^[A-Z]{2}$");

    /** RFC 3339 with at most nanoseconds; the years are limited to 1900–2200 on top of this. */
    public static final Pattern MOMENT = Pattern.compile(
            "^(19[0-9]{2}|2[01][0-9]{2}|2200)-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})$");

    private Patterns() {}

    static void require(Pattern pattern, String value, String what) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(what + " must match " + pattern + " and is " + abbreviate(value));
        }
    }

    private static String abbreviate(String value) {
        return value.length() <= 40 ? value : value.substring(0, 40) + "…";
    }
}
