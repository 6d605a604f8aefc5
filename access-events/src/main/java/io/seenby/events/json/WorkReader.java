package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.AlertId;
import io.seenby.events.AlertJudgement;
import io.seenby.events.LedgerEvent;
import io.seenby.events.WireCode;
import java.util.function.Function;

/** From a JSON tree that has its shape to what people did with an alert. */
final class WorkReader {

    private static final Function<String, AlertJudgement> JUDGEMENT = WireCode.reader(AlertJudgement.class);

    private WorkReader() {}

    static LedgerEvent acknowledged(JsonNode node) {
        return new LedgerEvent.AlertAcknowledged(alert(node));
    }

    static LedgerEvent assigned(JsonNode node) {
        return new LedgerEvent.AlertAssigned(alert(node), EntryReader.actor(node.get("assignee")));
    }

    static LedgerEvent suppressed(JsonNode node) {
        return new LedgerEvent.AlertSuppressed(
                alert(node), Nodes.moment(node, "until").orElseThrow());
    }

    static LedgerEvent judged(JsonNode node) {
        return new LedgerEvent.AlertJudged(
                alert(node), JUDGEMENT.apply(node.get("judgement").textValue()));
    }

    private static AlertId alert(JsonNode node) {
        return new AlertId(node.get("alert").textValue());
    }
}
