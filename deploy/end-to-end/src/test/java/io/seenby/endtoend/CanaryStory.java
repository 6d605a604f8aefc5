package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.endtoend.Wire.Answer;
import io.seenby.events.EventType;
import io.seenby.local.Tokens;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What happens in the life of texts that must be sealed, in the order in which it happens. */
final class CanaryStory {

    static final String TENANT = "canary-firm";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Stands where text stays in clear: what is searched well shows it. */
    final String control = "control-" + UUID.randomUUID();

    /** Everything that was answered, but to who may see the texts. */
    final List<String> answers = new ArrayList<>();

    private final RunningSystem system;
    private final Canaries canaries;
    private final CanaryReport reports;

    CanaryStory(RunningSystem system, Canaries canaries) {
        this.system = system;
        this.canaries = canaries;
        this.reports = new CanaryReport(canaries, control);
    }

    /** What somebody got to see who may have it unsealed. */
    String happen() throws Exception {
        system.open(TENANT);
        publishEveryEvent();
        publishFhir();
        String unsealed = ask();
        workOnAlerts();
        keepAndForget();
        sendItToWrongPlaces();
        whileNothingAnswers();
        system.awaitQuiet();
        return unsealed;
    }

    private void publishEveryEvent() throws Exception {
        List<String> lines = new ArrayList<>();
        for (EventType type : EventType.values()) {
            if (type.family() != EventType.Family.SERVICE) {
                lines.add(reports.of(type, Reports.id()).toString());
            }
        }
        ObjectNode unexplained = reports.of(EventType.INFORMATION_DISCLOSED, Reports.id());
        unexplained.remove(List.of("legalBasis", "consent", "basisReference"));
        lines.add(unexplained.toString());
        HttpResponse<String> answer = system.publish(TENANT, String.join("\n", lines));
        assertThat(answer.body()).doesNotContain("refused", "unavailable");
        answers.add(answer.body());
        system.awaitQuiet();
    }

    private void publishFhir() throws Exception {
        for (String kind : List.of("audit-event", "consent")) {
            ObjectNode resource = (ObjectNode) system.tree(AuthorisationTable.resource("fhir-" + kind + ".json"));
            replaceTexts(resource, List.of("value", "reference", "id"));
            resource.set(
                    "text",
                    JSON.createObjectNode()
                            .put("status", "generated")
                            .put("div", "<div xmlns=\"http://www.w3.org/1999/xhtml\">" + canaries.word + "</div>"));
            String path = "/fhir/" + resource.path("resourceType").asText();
            HttpResponse<String> answer = system.post(
                    system.access.url() + path,
                    system.token("publisher", TENANT),
                    "application/fhir+json",
                    resource.toString());
            answers.add(answer.body());
        }
    }

    private void replaceTexts(JsonNode node, List<String> names) {
        if (node instanceof ObjectNode object) {
            names.stream()
                    .filter(name -> object.path(name).isTextual())
                    .forEach(name -> object.put(name, object.path(name).asText() + canaries.word));
        }
        node.forEach(child -> replaceTexts(child, names));
    }

    private String person(String role) {
        return system.tokens.bearer(Tokens.Wish.role(role)
                .tenant(TENANT)
                .subject(canaries.at(role))
                .client(canaries.at("/clients/0/id"))
                .level("mfa"));
    }

    /** What a person with this role gets, at either service; part of what is searched. */
    private JsonNode post(String url, String role, Object body) throws Exception {
        HttpResponse<String> answer = system.post(url, person(role), "application/json", JSON.writeValueAsString(body));
        answers.add(answer.body());
        return system.read(answer);
    }

    private JsonNode get(String path, String role) throws Exception {
        HttpResponse<String> answer = asked(path, role);
        answers.add(answer.body());
        return system.read(answer);
    }

    private HttpResponse<String> asked(String path, String role) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(system.audit.url() + path))
                .header("Authorization", "Bearer " + person(role))
                .header("SeenBy-Purpose", "compliance")
                .build();
        return system.http.send(request, BodyHandlers.ofString());
    }

    private String ask() throws Exception {
        String audit = system.audit.url();
        String ref = post(audit + "/v1/clients/lookup", "auditor", one("clientId", canaries.at("/clients/0/id")))
                .path("clientRef")
                .asText();
        post(audit + "/v1/actors/lookup", "auditor", one("actorId", canaries.at("/actor/id")));
        post(audit + "/v1/records/lookup", "auditor", one("type", control).put("id", canaries.at("/record/id")));
        for (String path : List.of(
                "/v1/trail?client=" + ref,
                "/v1/clients/" + ref + "/disclosures",
                "/v1/findings?client=" + ref,
                "/v1/alerts",
                "/v1/publishers",
                "/v1/ledger/leaves?from=0",
                "/v1/ledger/entries?from=0")) {
            get(path, "auditor");
        }
        assertThat(get("/v1/me/accesses", "client").toString()).isNotEmpty();
        String entry = get("/v1/trail?limit=1&action=read&client=" + ref, "auditor")
                .at("/entries/0/id")
                .asText();
        return asked("/v1/trail/" + entry + "?unseal=true", "investigator").body();
    }

    private static ObjectNode one(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private void workOnAlerts() throws Exception {
        String alert = get("/v1/alerts?rule=disclosure-without-basis&limit=1", "auditor")
                .at("/alerts/0/alertId")
                .asText();
        String work = system.audit.url() + "/v1/alerts/" + alert;
        ObjectNode assignee = one("id", canaries.at("assignee")).put("kind", "workforce");
        assignee.put("name", canaries.at("assignee-name"));
        post(work + "/assignment", "investigator", JSON.createObjectNode().set("assignee", assignee));
        post(
                work + "/suppression",
                "investigator",
                one("until", Instant.now().plusSeconds(86_400).toString()).put("reason", canaries.at("suppressed")));
        post(work + "/judgement", "investigator", one("judgement", "violation").put("note", canaries.at("judged")));
        get("/v1/alerts/" + alert, "auditor");
    }

    private void keepAndForget() throws Exception {
        String access = system.access.url();
        ObjectNode hold = one("hold", canaries.at("hold")).put("reason", canaries.at("held"));
        post(
                access + "/v1/legal-holds",
                "privacy-officer",
                hold.set("client", one("id", canaries.at("/clients/1/id"))));
        ObjectNode forgotten = reports.of(EventType.CLIENT_REGISTERED, Reports.id());
        forgotten.putArray("clients").add(one("id", canaries.at("forgotten")).put("name", canaries.at("their-name")));
        system.read(system.publish(TENANT, forgotten.toString()));
        ObjectNode duty = one("duty", "client-erasure").put("reason", canaries.at("asked-for"));
        String id = post(
                        access + "/v1/duties",
                        "privacy-officer",
                        duty.set("client", one("id", canaries.at("forgotten"))))
                .path("id")
                .asText();
        post(access + "/v1/duties/" + id + "/approval", "erasure-approver", JSON.createObjectNode());
        ObjectNode branch = one("tenant", "canary-branch").put("name", canaries.at("what-it-is-called"));
        system.read(system.post(
                access + "/v1/tenants",
                system.token("administrator", "canary-branch"),
                "application/json",
                branch.toString()));
        system.register(TENANT, "doomed");
        post(access + "/v1/publishers/doomed/suspend", "administrator", one("reason", canaries.at("suspended")));
    }

    private void sendItToWrongPlaces() throws Exception {
        Misplaced misplaced =
                new Misplaced(new Doorsteps(system), ApiParameters.of(system), canaries.at("in-a-wrong-place"));
        for (Guarded endpoint : AuthorisationTable.read()) {
            if (!endpoint.isOperations() && !endpoint.isStream()) {
                for (Draft draft : misplaced.to(endpoint)) {
                    int port = endpoint.service().equals("access")
                            ? system.stack.settings().ports().access()
                            : system.stack.settings().ports().audit();
                    Answer answer = Wire.send(port, draft.bytes(), true);
                    assertThat(answer.status()).as(draft.toString()).isNotIn(0, 500);
                    answers.add(endpoint.name() + " " + answer.head() + answer.body());
                }
            }
        }
    }

    /** What is under way when the ground goes away is what ends up in logs. */
    private void whileNothingAnswers() throws Exception {
        system.stack.postgres().kill();
        tryAll();
        system.stack.kafka().kill();
        system.stack.postgres().start();
        tryAll();
        system.stack.kafka().start();
        RunningSystem.await("it is taken again", () -> tryAll() == 200);
    }

    private int tryAll() {
        try {
            ObjectNode report = reports.of(EventType.RECORD_READ, Reports.id());
            report.putArray("clients").add(one("id", canaries.at("new-in-need")));
            answers.add(system.publish(TENANT, report.toString()).body());
            HttpResponse<String> answer = system.post(
                    system.audit.url() + "/v1/clients/lookup",
                    person("auditor"),
                    "application/json",
                    one("clientId", canaries.at("/clients/0/id")).toString());
            answers.add(answer.body());
            return answer.statusCode();
        } catch (Exception notNow) {
            return 0;
        }
    }
}
