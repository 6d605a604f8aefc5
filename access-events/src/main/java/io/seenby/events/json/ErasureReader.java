package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.DutyId;
import io.seenby.events.DutyKind;
import io.seenby.events.HoldRef;
import io.seenby.events.LedgerEvent;
import io.seenby.events.WireCode;
import java.util.function.Function;

/** From a JSON tree that has its shape to what is said of holds, duties and erasures. */
final class ErasureReader {

    private static final Function<String, DutyKind> WHAT = WireCode.reader(DutyKind.class);

    private ErasureReader() {}

    static LedgerEvent placed(JsonNode node) {
        return new LedgerEvent.LegalHoldPlaced(hold(node));
    }

    static LedgerEvent released(JsonNode node) {
        return new LedgerEvent.LegalHoldReleased(hold(node));
    }

    static LedgerEvent requested(JsonNode node) {
        return new LedgerEvent.DutyRequested(
                duty(node),
                WHAT.apply(node.get("what").textValue()),
                Nodes.moment(node, "until").orElseThrow());
    }

    static LedgerEvent approved(JsonNode node) {
        return new LedgerEvent.DutyApproved(duty(node));
    }

    static LedgerEvent erased(JsonNode node) {
        return new LedgerEvent.ClientErased(duty(node));
    }

    private static HoldRef hold(JsonNode node) {
        return new HoldRef(node.get("hold").textValue());
    }

    private static DutyId duty(JsonNode node) {
        return new DutyId(node.get("duty").textValue());
    }
}
