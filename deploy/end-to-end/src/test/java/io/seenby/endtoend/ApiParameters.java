package io.seenby.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of each operation's query parameters, as the running services document them. */
final class ApiParameters {

    private ApiParameters() {}

    /** By the operation's name as {@link Guarded#operation} has it. */
    static Map<String, List<String>> of(RunningSystem system) throws Exception {
        Map<String, List<String>> names = new HashMap<>();
        for (String service : List.of("access", "audit")) {
            String url = service.equals("access") ? system.access.url() : system.audit.url();
            JsonNode document = system.tree(system.get(url + "/q/openapi?format=json"));
            for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
                for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                    List<String> queried = new ArrayList<>();
                    operation.getValue().path("parameters").forEach(parameter -> {
                        if (parameter.path("in").asText().equals("query")) {
                            queried.add(parameter.path("name").asText());
                        }
                    });
                    names.put(
                            service + " " + operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), queried);
                }
            }
        }
        return names;
    }
}
