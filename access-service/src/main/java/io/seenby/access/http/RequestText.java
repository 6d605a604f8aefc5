package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.access.problem.Problem;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;

/** A body read as strictly as an event. */
final class RequestText {

    /** What a body turned out to be. */
    sealed interface Read {}

    record Readable(JsonNode json) implements Read {}

    record Unreadable(Problem problem) implements Read {}

    private RequestText() {}

    static Read read(byte[] text) {
        try {
            return new Readable(StrictJson.read(text));
        } catch (MalformedJson malformed) {
            return new Unreadable(Problem.malformed(malformed));
        }
    }
}
