package io.seenby.events.shape;

import java.util.Optional;

/** What PostgreSQL and UTF-8 cannot carry. */
final class Characters {

    private Characters() {}

    static int codePoints(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Why {@code text} cannot be stored, if it cannot. */
    static Optional<String> unstorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of("must not contain U+0000");
            }
            if (Character.isSurrogate(c)) {
                boolean paired = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return Optional.of("must not contain a lone surrogate");
                }
                i++;
            }
        }
        return Optional.empty();
    }
}
