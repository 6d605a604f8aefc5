package io.seenby.events;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The same verdict as a pattern of the form {@code ^[first][rest]{min,max}$}, from a table: in the regex engine such
 * patterns would take more than half the time of reading an entry.
 */
final class Alphabet implements Predicate<String> {

    /** Classes of printable ASCII without negation, escapes and nesting, so that nothing past ASCII can match. */
    private static final String CLASS = "(\\[(?!\\^)[ -Z^-~]+])";

    private static final Pattern FORM =
            Pattern.compile("\\^" + CLASS + "?" + CLASS + "(?:\\{(\\d+)(?:,(\\d+))?}|\\+)\\$");

    private final boolean[] first;
    private final boolean[] rest;
    private final int min;
    private final int max;

    private Alphabet(boolean[] first, boolean[] rest, int min, int max) {
        this.first = first;
        this.rest = rest;
        this.min = min;
        this.max = max;
    }

    /** Whether all of a text matches {@code pattern}; by the regex engine where the pattern has another form. */
    static Predicate<String> of(Pattern pattern) {
        Matcher form = FORM.matcher(pattern.pattern());
        if (!form.matches() || pattern.flags() != 0) {
            return pattern.asMatchPredicate();
        }
        boolean[] rest = table(form.group(2));
        boolean[] first = form.group(1) == null ? rest : table(form.group(1));
        int head = form.group(1) == null ? 0 : 1;
        int min = form.group(3) == null ? 1 : Integer.parseInt(form.group(3));
        int most = form.group(4) == null ? min : Integer.parseInt(form.group(4));
        return new Alphabet(first, rest, head + min, form.group(3) == null ? Integer.MAX_VALUE : head + most);
    }

    @Override
    public boolean test(String text) {
        int length = text.length();
        if (length < min || length > max) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 128 || !(i == 0 ? first : rest)[c]) {
                return false;
            }
        }
        return true;
    }

    /** Asks the regex engine itself, once for each character. */
    private static boolean[] table(String characterClass) {
        Predicate<String> allowed = Pattern.compile(characterClass).asMatchPredicate();
        boolean[] table = new boolean[128];
        for (int c = 0; c < table.length; c++) {
            table[c] = allowed.test(Character.toString(c));
        }
        return table;
    }
}
