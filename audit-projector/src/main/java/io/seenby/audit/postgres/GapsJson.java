package io.seenby.audit.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.core.completeness.Gap;
import io.seenby.events.json.CanonicalJson;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.Moments;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The gaps in an instance's numbers as they stand in {@code publisher_instances.gaps}. */
public final class GapsJson {

    private GapsJson() {}

    static String write(List<Gap> gaps) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Gap gap : gaps) {
            ObjectNode each = array.addObject();
            each.put("first", gap.first()).put("last", gap.last()).put("missing", gap.missing());
            each.put("since", Moments.write(gap.since())).put("index", gap.index());
            gap.alerts().forEach(each.putArray("alerts")::add);
        }
        return new String(CanonicalJson.write(array), StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} for what was not written here. */
    public static List<Gap> read(String json) {
        try {
            List<Gap> gaps = new ArrayList<>();
            StrictJson.read(json.getBytes(StandardCharsets.UTF_8)).forEach(each -> gaps.add(gap(each)));
            return List.copyOf(gaps);
        } catch (MalformedJson malformed) {
            throw new IllegalArgumentException("stored gaps " + malformed.getMessage(), malformed);
        }
    }

    private static Gap gap(JsonNode each) {
        List<String> alerts = new ArrayList<>();
        each.get("alerts").forEach(alert -> alerts.add(alert.textValue()));
        return new Gap(
                each.get("first").longValue(),
                each.get("last").longValue(),
                each.get("missing").longValue(),
                Moments.parse(each.get("since").textValue()),
                each.get("index").longValue(),
                alerts);
    }
}
