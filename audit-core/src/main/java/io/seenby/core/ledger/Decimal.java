package io.seenby.core.ledger;

/** Numbers as C2SP writes them. */
public final class Decimal {

    private Decimal() {}

    /** From ASCII digits without a leading zero. Throws {@link IllegalArgumentException} on anything else. */
    public static long parse(String text) {
        boolean digits = !text.isEmpty() && text.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!digits || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new IllegalArgumentException("not a decimal number");
        }
        return Long.parseLong(text);
    }
}
