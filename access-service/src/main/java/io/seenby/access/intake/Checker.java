package io.seenby.access.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.AccessSettings;
import io.seenby.access.problem.Problem;
import io.seenby.access.publisher.Terms;
import io.seenby.events.EventType;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import io.seenby.events.shape.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Is this a report that may be taken? */
@ApplicationScoped
class Checker {

    private static final String REPORTABLE =
            Terms.REPORTABLE.stream().map(EventType::wire).collect(Collectors.joining(", "));

    /** What a text turned out to be. */
    sealed interface Checked {}

    record Accepted(EventType type, JsonNode report) implements Checked {}

    record Rejected(Problem problem) implements Checked {}

    private final Clock clock;
    private final Duration ahead;

    Checker(Clock clock, AccessSettings settings) {
        this.clock = clock;
        this.ahead = settings.intake().ahead();
    }

    Checked check(byte[] text) {
        try {
            return check(StrictJson.read(text));
        } catch (MalformedJson malformed) {
            return new Rejected(Problem.malformed(malformed));
        }
    }

    Checked check(JsonNode report) {
        if (!report.isObject()) {
            return new Rejected(Problem.at("", "must be an object"));
        }
        Optional<EventType> type = typeOf(report);
        if (type.isEmpty()) {
            return new Rejected(Problem.at("/type", "must be one of " + REPORTABLE));
        }
        if (!isReportable(type.get())) {
            return new Rejected(Problem.at("/type", "is an event that only SeenBy itself records"));
        }
        List<Violation> violations = Validator.violations(ReportShapes.of(type.get()), report);
        if (!violations.isEmpty()) {
            return new Rejected(Problem.invalid(violations));
        }
        return isAhead(report)
                ? new Rejected(
                        Problem.at("/occurredAt", "is more than " + ahead.toSeconds() + " s ahead of the time here"))
                : new Accepted(type.get(), report);
    }

    private static Optional<EventType> typeOf(JsonNode report) {
        try {
            return Optional.of(EventType.ofWire(report.path("type").asText()));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isReportable(EventType type) {
        return Terms.REPORTABLE.contains(type);
    }

    private boolean isAhead(JsonNode report) {
        Instant occurredAt = Moments.parse(report.get("occurredAt").textValue());
        return occurredAt.isAfter(clock.instant().plus(ahead));
    }
}
