package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;

/** What a search adds: the query as it was, the attributes it named, and the terms it looked for. */
final class SearchPart {

    private SearchPart() {}

    static void into(ObjectNode own, AuditEvent event, EventParts parts) {
        if (!parts.data().isEmpty()) {
            parts.record().ifPresent(record -> own.set("record", record));
        }
        Optional<SearchQuery> query = Entities.query(event).map(SearchQuery::of);
        query.flatMap(SearchQuery::text).ifPresent(text -> own.put("query", text));
        List<Map.Entry<String, String>> parameters =
                query.map(SearchQuery::parameters).orElse(List.of());
        ArrayNode fields = JsonNodeFactory.instance.arrayNode();
        ArrayNode terms = JsonNodeFactory.instance.arrayNode();
        parameters.stream()
                .flatMap(parameter -> Codes.plain(parameter.getKey()).stream())
                .distinct()
                .forEach(fields::add);
        parameters.stream().map(Map.Entry::getValue).distinct().forEach(terms::add);
        setUnlessEmpty(own, "fields", fields);
        setUnlessEmpty(own, "terms", terms);
    }

    private static void setUnlessEmpty(ObjectNode own, String name, ArrayNode items) {
        if (!items.isEmpty()) {
            own.set(name, items);
        }
    }
}
