package io.seenby.events.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.shape.Moments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads fields of a tree whose shape has been checked. */
final class Nodes {

    private Nodes() {}

    static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(JsonNode::textValue);
    }

    static Optional<Instant> moment(JsonNode node, String name) {
        return text(node, name).map(Moments::parseKept);
    }

    static boolean flag(JsonNode node, String name) {
        return node.path(name).booleanValue();
    }

    static long count(JsonNode node, String name, long usual) {
        return node.path(name).asLong(usual);
    }

    static OptionalLong optionalCount(JsonNode node, String name) {
        return node.has(name) ? OptionalLong.of(node.get(name).longValue()) : OptionalLong.empty();
    }

    static Optional<Duration> seconds(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).map(seconds -> Duration.ofSeconds(seconds.longValue()));
    }

    static List<String> codes(JsonNode node, String name) {
        return list(node, name, JsonNode::textValue);
    }

    static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> item) {
        JsonNode items = node.path(name);
        if (items.isEmpty()) {
            return List.of();
        }
        List<T> read = new ArrayList<>(items.size());
        items.forEach(each -> read.add(item.apply(each)));
        return List.copyOf(read);
    }
}
