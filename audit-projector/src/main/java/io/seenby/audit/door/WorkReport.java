package io.seenby.audit.door;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/**
 * What access-service is told that somebody did with an alert.
 *
 * @param about ref of the actor whom the alert is about: if it turns out to be who acts, it is refused
 * @param type wire name of the event
 * @param own what only the type's report has, in its shape
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record WorkReport(
        String tenant,
        QuestionReport.Actor actor,
        String alert,
        Optional<String> about,
        String type,
        @JsonAnyGetter Map<String, JsonNode> own) {}
