package io.seenby.audit.work;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.audit.http.Refusals;
import io.seenby.audit.http.StrictBody;
import io.seenby.events.EventType;
import io.seenby.events.shape.Moments;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Shape.Field;
import io.seenby.events.shape.Shape.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The bodies of acts: fields of the event's report, with the limits they have there. */
final class WorkBody {

    /** These four are for the description of the API; what is read is held to the fields below. */
    @Schema(name = "AlertAssignee", description = "A person, as publishers report one.")
    record Assignee(
            @Schema(required = true) String id,

            @Schema(required = true, description = "workforce or contractor.")
            String kind,

            Optional<String> name,
            Optional<String> role,
            Optional<String> department) {}

    @Schema(name = "AlertAssignment")
    record Assignment(@Schema(required = true) Assignee assignee) {}

    @Schema(name = "AlertSuppression")
    record Suppression(
            @Schema(required = true, description = "In the future, at most 366 days ahead.")
            Instant until,

            @Schema(required = true, description = "Why; it is sealed.")
            String reason) {}

    @Schema(name = "AlertJudgement")
    record Judgement(
            @Schema(
                    required = true,
                    enumeration = {"appropriate", "violation", "policy-gap"})
            String judgement,

            @Schema(description = "Why; it is sealed.") Optional<String> note) {}

    /** Whatever is hidden for longer is forgotten. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final byte[] NOTHING = "{}".getBytes(StandardCharsets.UTF_8);
    private static final Fields ACKNOWLEDGEMENT = Fields.of();
    private static final Fields ASSIGNMENT = fields(EventType.ALERT_ASSIGNED, "assignee");
    private static final Fields SUPPRESSION = fields(EventType.ALERT_SUPPRESSED, "until", "reason");
    private static final Fields JUDGEMENT = fields(EventType.ALERT_JUDGED, "judgement", "note");

    private WorkBody() {}

    /** There is nothing to say: the body may be missing. */
    static Map<String, JsonNode> acknowledgement(byte[] body) {
        return own(StrictBody.read(ACKNOWLEDGEMENT, body.length == 0 ? NOTHING : body));
    }

    static Map<String, JsonNode> assignment(byte[] body) {
        return own(StrictBody.read(ASSIGNMENT, body));
    }

    static Map<String, JsonNode> suppression(byte[] body, Instant now) {
        JsonNode suppression = StrictBody.read(SUPPRESSION, body);
        Instant until = Moments.parse(suppression.get("until").textValue());
        if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
            throw Refusals.malformed("/until", "must be in the future, at most " + LONGEST.toDays() + " days ahead");
        }
        return own(suppression);
    }

    static Map<String, JsonNode> judgement(byte[] body) {
        return own(StrictBody.read(JUDGEMENT, body));
    }

    private static Map<String, JsonNode> own(JsonNode body) {
        Map<String, JsonNode> own = new TreeMap<>();
        body.properties().forEach(field -> own.put(field.getKey(), field.getValue()));
        return own;
    }

    private static Fields fields(EventType type, String... names) {
        Map<String, Field> report = ReportShapes.of(type).byName();
        return Fields.of(Arrays.stream(names).map(report::get).toArray(Field[]::new));
    }
}
