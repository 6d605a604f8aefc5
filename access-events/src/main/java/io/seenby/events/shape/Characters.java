package io.seenby.events.shape;

/** What PostgreSQL and UTF-8 cannot carry. */
final class Characters {

    private Characters() {}

    static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** True without U+0000 and lone surrogates. */
    static boolean areStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
