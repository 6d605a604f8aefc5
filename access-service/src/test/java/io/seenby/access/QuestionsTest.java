package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import io.seenby.events.Question;
import io.seenby.local.LocalStack;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class QuestionsTest {

    private static final String TENANT = "questions";

    private final Client service = Client.with(Map.of("role", "service", "sub", "audit-projector"));

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static ObjectNode question() {
        return (ObjectNode) Client.json("""
                {"tenant":"questions","actor":{"id":"auditor-03","kind":"workforce","role":"auditor"},
                 "question":"unsealed-entry","purpose":"compliance","asked":"{\\"id\\":\\"7\\"}","clients":[],
                 "position":12,"count":1,"digest":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""");
    }

    private HttpResponse<String> ask(ObjectNode question) {
        return service.post("/v1/questions", "application/json", question.toString());
    }

    private static LedgerEntry recorded(String client) {
        String id = Reports.newId();
        assertThat(Client.publisher(TENANT).event(Reports.read(id, client)).statusCode())
                .isEqualTo(201);
        return LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.eventId().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void addBoxes(ObjectNode question, LedgerEntry entry) {
        ObjectNode asked = ((ArrayNode) question.withArray("open")).addObject();
        asked.put("publisher", entry.publisher().value())
                .put("eventId", entry.eventId().value());
        ArrayNode sealed = asked.putArray("sealed");
        entry.sealed()
                .forEach(box -> sealed.addObject()
                        .put("subject", box.subject())
                        .put("keyId", box.keyId())
                        .put("ciphertext", box.ciphertext()));
    }

    @Test
    void questionIsInTheLedgerWhenItsBoxesAreOpen() {
        LedgerEntry entry = recorded("client-open");
        ObjectNode question = question();
        addBoxes(question, entry);
        HttpResponse<String> response = ask(question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        JsonNode answer = Client.json(response.body());
        assertThat(answer.at("/opened/0/texts/~1clients~10~1id").textValue()).isEqualTo("client-open");
        assertThat(answer.at("/opened/0/texts/~1actor~1name").textValue()).isEqualTo("Nurse Seven");
        assertThat(answer.at("/opened/0/erased")).isEmpty();
        LedgerEntry asked = LedgerReader.records(TENANT).stream()
                .filter(record -> record.offset() == answer.get("offset").longValue())
                .map(LedgerReader::entry)
                .findFirst()
                .orElseThrow();
        assertThat(asked.event())
                .isEqualTo(new LedgerEvent.AuditQueried(Question.UNSEALED_ENTRY, 12, 1, "A".repeat(43)));
        assertThat(asked.publisher().value()).isEqualTo("audit-projector");
    }

    @Test
    void textOfAClientWhoseKeyIsGoneIsErased() throws SQLException {
        LedgerEntry entry = recorded("client-erased");
        String client = entry.clients().get(0).value();
        try (Connection database = LocalStack.shared().postgres().connect("postgres");
                PreparedStatement delete = database.prepareStatement("delete from keys.client_keys where client = ?")) {
            delete.setString(1, client);
            assertThat(delete.executeUpdate()).isEqualTo(1);
        }
        ObjectNode question = question();
        addBoxes(question, entry);
        JsonNode opened = Client.json(ask(question).body()).at("/opened/0");
        assertThat(opened.get("erased")).extracting(JsonNode::textValue).containsExactly(client);
        assertThat(opened.get("texts").has("/clients/0/id")).isFalse();
        assertThat(opened.get("texts").has("/actor/id")).isTrue();
    }

    @Test
    void boxesOfAnotherTenantStayShut() {
        Client.openTenant("questions-2");
        LedgerEntry entry = recorded("client-elsewhere");
        ObjectNode question = question().put("tenant", "questions-2");
        addBoxes(question, entry);
        JsonNode opened = Client.json(ask(question).body()).at("/opened/0");
        assertThat(opened.get("texts")).isEmpty();
    }

    @Test
    void lookupAnswersTheRefThatEventsCarry() {
        LedgerEntry entry = recorded("client-looked-up");
        ObjectNode question = question().put("question", "client-lookup");
        question.remove(List.of("count", "digest", "clients"));
        question.putObject("lookup").put("kind", "client").put("id", "client-looked-up");
        JsonNode answer = Client.json(ask(question).body());
        assertThat(answer.get("ref").textValue())
                .isEqualTo(entry.clients().get(0).value());
        LedgerEntry asked = LedgerReader.entries(TENANT).stream()
                .filter(each -> each.event() instanceof LedgerEvent.AuditQueried queried
                        && queried.question() == Question.CLIENT_LOOKUP)
                .findFirst()
                .orElseThrow();
        assertThat(asked.clients()).isEqualTo(entry.clients());
        question.putObject("lookup")
                .put("kind", "record")
                .put("id", "chart-of-client-looked-up")
                .put("type", "chart");
        assertThat(Client.json(ask(question).body()).get("ref").textValue())
                .isEqualTo(entry.record().orElseThrow().ref().value());
    }

    @Test
    void onlyServicesAsk() {
        assertThat(Client.publisher(TENANT)
                        .post("/v1/questions", "application/json", question().toString())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void wrongQuestionIsRefusedAndNotRecorded() {
        int before = LedgerReader.records(TENANT).size();
        assertThat(ask(question().put("question", "gossip")).statusCode()).isEqualTo(400);
        assertThat(ask(question().put("tenant", "never-opened")).statusCode()).isEqualTo(403);
        ObjectNode incomplete = question();
        incomplete.remove("digest");
        HttpResponse<String> response = ask(incomplete);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("\"/digest\"");
        assertThat(LedgerReader.records(TENANT)).hasSize(before);
    }
}
