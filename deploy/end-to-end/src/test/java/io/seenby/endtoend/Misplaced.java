package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Each request of the API, over and over, with one secret text where it does not belong. */
final class Misplaced {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Random ANY_ROLE = new Random(1);

    private final Doorsteps doors;
    private final Map<String, List<String>> parameters;
    private final String text;
    private final String inUrl;

    /** @param parameters of each operation's query, by its name as {@link Guarded#operation} has it */
    Misplaced(Doorsteps doors, Map<String, List<String>> parameters, String text) {
        this.doors = doors;
        this.parameters = parameters;
        this.text = text;
        this.inUrl = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    List<Draft> to(Guarded endpoint) throws IOException {
        List<Draft> all = new ArrayList<>();
        Supplier<Draft> fresh = () -> {
            Draft draft = doors.draft(endpoint, ANY_ROLE);
            all.add(draft);
            return draft;
        };
        urls(fresh);
        headers(fresh);
        if (endpoint.body().isPresent()) {
            bodies(fresh);
        }
        return all;
    }

    private void urls(Supplier<Draft> fresh) {
        Draft last = fresh.get();
        String path = last.target.replaceFirst("\\?.*", "");
        last.target = path.substring(0, path.lastIndexOf('/') + 1) + inUrl;
        fresh.get().target = path + "/" + inUrl;
        Draft refused = fresh.get();
        refused.target = last.target;
        refused.method = "DELETE";
        List<String> names = new ArrayList<>(parameters.getOrDefault(last.endpoint.operation(), List.of()));
        names.add("surprise");
        names.add(inUrl);
        names.forEach(name -> {
            Draft draft = fresh.get();
            draft.target += (draft.target.contains("?") ? "&" : "?") + name + "=" + inUrl;
        });
    }

    private void headers(Supplier<Draft> fresh) {
        for (String header : List.of(
                "SeenBy-Purpose",
                "SeenBy-Tenant",
                "Last-Event-ID",
                "Content-Type",
                "Accept",
                "If-None-Match",
                "Referer",
                "User-Agent",
                "traceparent")) {
            fresh.get().headers.put(header, text);
        }
        fresh.get().headers.put("Authorization", "Bearer " + text);
    }

    private void bodies(Supplier<Draft> fresh) throws IOException {
        Draft whole = fresh.get();
        String body = whole.text();
        whole.text(text);
        fresh.get().text(JSON.writeValueAsString(text));
        fresh.get().text(body.substring(0, body.lastIndexOf('}')) + ",\"\u0000" + text + "}");
        fresh.get().text("[" + body + "," + JSON.writeValueAsString(text) + "]");
        fresh.get().text(body + JSON.writeValueAsString(text));
        int places = places(JSON.readTree(body)).size();
        for (int place = 0; place < places; place++) {
            for (JsonNode value : values(place)) {
                JsonNode tree = JSON.readTree(body);
                places(tree).get(place).accept(value);
                fresh.get().text(tree.toString());
            }
        }
    }

    /** Every kind in every body, and at every place the text itself and a kind of value that takes turns. */
    private List<JsonNode> values(int place) {
        List<JsonNode> strange = List.of(
                JSON.createObjectNode().put(text, text),
                new TextNode(text.repeat(1_500)),
                JSON.createArrayNode().add(text),
                new TextNode(text + "\ud800"));
        return List.of(new TextNode(text), strange.get(place % strange.size()));
    }

    /** Where something can be put: in place of each value, and beside it. */
    private static List<Consumer<JsonNode>> places(JsonNode root) {
        List<Consumer<JsonNode>> places = new ArrayList<>();
        collect(root, places);
        return places;
    }

    private static void collect(JsonNode node, List<Consumer<JsonNode>> places) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> places.add(value -> object.set(name, value)));
            places.add(value -> object.set(value.isTextual() ? value.textValue() : "surprise", value));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(value -> array.set(at, value));
            }
        }
        node.forEach(child -> collect(child, places));
    }
}
