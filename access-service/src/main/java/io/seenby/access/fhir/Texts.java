package io.seenby.access.fhir;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Text of a resource on its way into a field with a limit. Words may be cut, for the original has them; ids never. */
final class Texts {

    private Texts() {}

    static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank());
    }

    /** At most {@code most} code points; a cut text ends in an ellipsis. */
    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
