package io.seenby.access.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.access.Client;
import io.seenby.access.Reports;
import java.net.http.HttpResponse;
import java.util.Map;

/** The two people whom an erasure needs, as they come through the door. */
final class Officers {

    private final String tenant;

    Officers(String tenant) {
        this.tenant = tenant;
    }

    Client officer() {
        return person("privacy-officer", "officer-1");
    }

    Client approver() {
        return person("erasure-approver", "approver-1");
    }

    Client person(String roles, String subject) {
        return Client.with(Map.of("role", roles, "tenant", tenant, "sub", subject, "acr", "mfa"));
    }

    void publish(String report) {
        HttpResponse<String> answer = Client.publisher(tenant).event(report);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    /** A client of whom something is known. */
    String newClient() {
        String client = "client-" + Reports.newId();
        publish(Reports.read(Reports.newId(), client));
        return client;
    }

    HttpResponse<String> request(String client) {
        return officer().post("/v1/duties", "application/json", wish(client));
    }

    static String wish(String client) {
        return "{\"duty\":\"client-erasure\",\"client\":{\"id\":\"%s\"},\"reason\":\"Asked for in writing.\"}"
                .formatted(client);
    }

    /** Id of the duty. */
    String requested(String client) {
        HttpResponse<String> answer = request(client);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Client.json(answer.body()).get("id").textValue();
    }

    HttpResponse<String> approve(String duty) {
        return approver().post("/v1/duties/" + duty + "/approval", "application/json", "");
    }

    String state(String duty) {
        return Client.json(approver().get("/v1/duties/" + duty).body())
                .get("state")
                .textValue();
    }

    HttpResponse<String> hold(String path, String hold, String client) {
        return officer()
                .post(
                        "/v1/legal-holds" + path,
                        "application/json",
                        "{\"hold\":\"%s\",\"client\":{\"id\":\"%s\"},\"reason\":\"A suit.\"}".formatted(hold, client));
    }
}
