package io.seenby.audit.query;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Every question of this API but the stream, put about what one story told. */
final class Endpoints {

    private Endpoints() {}

    /** By name, as it is asked about {@code of}'s first entry, finding and alert. */
    static Map<String, Function<RequestSpecification, Response>> about(ViewsStory of) {
        // Until a checkpoint covers the entry there is no proof to ask for.
        Checkpoints.awaitOf(of);
        String client = of.entries().get(0).clients().get(0);
        Map<String, Function<RequestSpecification, Response>> questions = new LinkedHashMap<>();
        questions.put("trail", request -> request.get("/v1/trail"));
        questions.put("client trail", request -> request.get("/v1/trail?client=" + client));
        questions.put("entry", request -> request.get("/v1/trail/0"));
        questions.put("trail with proofs", request -> request.get("/v1/trail?proof=true"));
        questions.put("proof", request -> request.get("/v1/trail/0/proof"));
        questions.put("ledger entries", request -> request.get("/v1/ledger/entries"));
        questions.put("disclosures", request -> request.get("/v1/clients/" + client + "/disclosures"));
        questions.put("findings", request -> request.get("/v1/findings"));
        questions.put("publishers", request -> request.get("/v1/publishers"));
        questions.put("rules", request -> request.get("/v1/rules"));
        questions.put("alerts", request -> request.get("/v1/alerts"));
        questions.put(
                "alert",
                request -> request.get("/v1/alerts/" + of.alerts().get(0).alertId()));
        questions.put("client look-up", request -> lookup(request, "clients", "{\"clientId\":\"p-1\"}"));
        questions.put("actor look-up", request -> lookup(request, "actors", "{\"actorId\":\"nurse-07\"}"));
        questions.put("record look-up", request -> lookup(request, "records", "{\"type\":\"chart\",\"id\":\"c-1\"}"));
        return questions;
    }

    private static Response lookup(RequestSpecification request, String of, String body) {
        return request.contentType("application/json").body(body).post("/v1/" + of + "/lookup");
    }
}
