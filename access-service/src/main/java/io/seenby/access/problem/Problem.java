package io.seenby.access.problem;

import io.seenby.events.json.MalformedJson;
import io.seenby.events.shape.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What went wrong this time. Nothing of what was sent is ever quoted.
 *
 * @param detail one sentence for the caller
 * @param errors which fields are wrong, if it is that
 * @param retryAfter when trying again may help, if it may
 */
public record Problem(ProblemType type, String detail, List<Violation> errors, Optional<Duration> retryAfter) {

    public static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of(), Optional.empty());
    }

    /** No JSON that we read. */
    public static Problem malformed(MalformedJson malformed) {
        String fault = Objects.requireNonNull(malformed.getMessage());
        return new Problem(
                ProblemType.MALFORMED,
                "The text " + fault + ", at byte " + malformed.offset() + ".",
                List.of(new Violation("", fault)),
                Optional.empty());
    }

    /** One wrong field. */
    public static Problem at(String pointer, String message) {
        return invalid(List.of(new Violation(pointer, message)));
    }

    /** Wrong fields, at least one. */
    public static Problem invalid(List<Violation> errors) {
        return new Problem(
                ProblemType.INVALID, "Mend the fields named in errors and send it again.", errors, Optional.empty());
    }

    /** Passes by itself. */
    public static Problem passing(ProblemType type, String detail, Duration retryAfter) {
        return new Problem(type, detail, List.of(), Optional.of(retryAfter));
    }
}
