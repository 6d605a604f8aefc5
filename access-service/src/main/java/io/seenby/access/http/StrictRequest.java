package io.seenby.access.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** What all resources do with a body of JSON: refuse what cannot be read, and say what cannot be served just now. */
final class StrictRequest {

    private StrictRequest() {}

    static Uni<Response> answer(byte[] body, Function<JsonNode, Uni<Response>> work) {
        return switch (RequestText.read(body)) {
            case RequestText.Unreadable unreadable -> Uni.createFrom().item(ProblemResponse.of(unreadable.problem()));
            case RequestText.Readable readable ->
                work.apply(readable.json()).onFailure().recoverWithItem(ProblemResponse::unavailable);
        };
    }
}
