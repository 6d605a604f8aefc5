package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.local.ProjectRoot;
import io.seenby.local.Tokens;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The realm of {@code deploy/compose} in a real Keycloak, as it is shipped, and both services as they are packaged: people
 * log in by the code flow, programs by their own secret, and what the services demand of a login can be had there.
 */
class KeycloakTest {

    private static final String READ = Reports.read("kc-read", "clerk-1", "client-0051");
    private static final String HOLD =
            "{\"hold\":\"matter-1\",\"client\":{\"id\":\"client-0031\"},\"reason\":\"A claim.\"}";
    private static final String FORGET =
            "{\"duty\":\"client-erasure\",\"client\":{\"id\":\"client-0051\"},\"reason\":\"Asked for.\"}";
    private static final Pattern WANTED = Pattern.compile(", (acr_values|max_age)=\"([^\"]+)\"");

    private static KeycloakSystem system;
    private static Person enrolled;

    @BeforeAll
    static void aTenantIsOpenAndSomethingIsRecorded() throws Exception {
        system = KeycloakSystem.start();
        // Before the services start: until they have, the phone shows another code, or nearly so.
        enrolled = new Person(system, "privacy-officer-2");
        enrolled.token(Map.of("acr_values", "mfa"));
        system.startServices();
        String opener = new Person(system, "administrator-0").token();
        assertThat(system.claims(opener).has("tenant")).isFalse();
        system.read(access("POST", "/v1/tenants", opener, "{\"tenant\":\"harbor-law\"}"));
        system.read(access(
                "POST",
                "/v1/publishers",
                new Person(system, "administrator-1").token(),
                "{\"publisher\":\"publisher-1\",\"types\":[\"seenby.record-read.v1\"],"
                        + "\"quota\":{\"perSecond\":50,\"burst\":500}}"));
        system.read(access("POST", "/v1/events", publisher(), READ));
        String auditor = new Person(system, "auditor-1").token();
        RunningSystem.await("the read is in the views", () -> reads(auditor) == 1);
    }

    @AfterAll
    static void everythingIsGone() {
        if (system != null) {
            system.close();
        }
    }

    private static HttpResponse<String> access(String method, String path, String token, String body) throws Exception {
        return system.ask(method, system.access.url() + path, token, body);
    }

    private static HttpResponse<String> audit(String path, String token) throws Exception {
        return system.ask("GET", system.audit.url() + path, token, "");
    }

    private static String publisher() throws Exception {
        return system.program("publisher-1", "PUBLISHER_SECRET");
    }

    private static int reads(String auditor) {
        try {
            return system.read(audit("/v1/trail?action=read", auditor))
                    .path("entries")
                    .size();
        } catch (Exception | AssertionError notYet) {
            return -1;
        }
    }

    private static void isLetIn(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }

    private static void isRefused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
    }

    @Test
    void everyRoleIsLetInAtItsOwnDoorAndRefusedAtAnothers() throws Exception {
        String service = system.program("audit-projector", "SEENBY_CLIENT_SECRET");
        String auditor = new Person(system, "auditor-1").token();
        String investigator = new Person(system, "investigator-1").token();
        String officer = new Person(system, "privacy-officer-2").token();
        String client = new Person(system, "client-0007").token();
        String administrator = new Person(system, "administrator-1").token();
        String approver = new Person(system, "erasure-approver-2").token();

        isLetIn(access("POST", "/v1/events", publisher(), READ), 201);
        isRefused(audit("/v1/trail", publisher()));
        isLetIn(access("POST", "/v1/checkpoint-keys", service, "{}"), 400);
        isRefused(audit("/v1/trail", service));
        isLetIn(audit("/v1/trail", auditor), 200);
        isRefused(audit("/v1/trail/0?unseal=true", auditor));
        isLetIn(audit("/v1/alerts", investigator), 200);
        isRefused(access("POST", "/v1/legal-holds", investigator, HOLD));
        isLetIn(access("POST", "/v1/legal-holds", officer, HOLD), 201);
        isRefused(access("POST", "/v1/events", officer, READ));
        isLetIn(audit("/v1/me/accesses", client), 200);
        isRefused(audit("/v1/trail", client));
        isLetIn(access("GET", "/v1/publishers", administrator, ""), 200);
        isRefused(audit("/v1/trail", administrator));
        isLetIn(access("GET", "/v1/duties/none", approver, ""), 404);
        isRefused(audit("/v1/alerts", approver));
    }

    /** No answer leaves unrecorded, so this answer says that the audit service itself was let in. */
    @Test
    void theAuditServiceRecordsAQuestionWithALoginOfItsOwn() throws Exception {
        String auditor = new Person(system, "auditor-1").token();
        system.read(audit("/v1/rules", auditor));
        RunningSystem.await("the question is in the views", () -> asked(auditor));
    }

    private static boolean asked(String auditor) {
        try {
            return audit("/v1/trail?limit=50", auditor).body().contains("seenby.audit-queried.v1");
        } catch (Exception failed) {
            return false;
        }
    }

    @Test
    void aTokenOfTheSameRealmForAnotherAudienceIsRefused() throws Exception {
        assertThat(audit("/v1/trail", of("seenby")).statusCode()).isEqualTo(200);
        String stray = of("another-service");
        assertThat(audit("/v1/trail", stray).statusCode()).isEqualTo(401);
        assertThat(access("GET", "/v1/duties/none", stray, "").statusCode()).isEqualTo(401);
    }

    /** The auditor's token from an application that is the console in all but its audience and how one logs in. */
    private static String of(String audience) throws Exception {
        JsonNode realm = new ObjectMapper()
                .readTree(ProjectRoot.find()
                        .folder()
                        .resolve("deploy/compose/realm.json")
                        .toFile());
        ObjectNode console = (ObjectNode) realm.path("clients").path(0);
        String application = "application-for-" + audience;
        console.put("clientId", application).put("directAccessGrantsEnabled", true);
        ((ObjectNode) console.path("protocolMappers").path(0).path("config")).put("included.custom.audience", audience);
        assertThat(system.administer("clients", console.toString()).statusCode())
                .isEqualTo(201);
        return system.exchange(Map.of(
                "grant_type",
                "password",
                "client_id",
                application,
                "username",
                "auditor-1",
                "password",
                system.password()));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        String stranger = new Tokens(system.stack.identity().issuerUrl(), HttpClient.newHttpClient())
                .bearer(Tokens.Wish.role("auditor").tenant("harbor-law"));
        assertThat(audit("/v1/trail", stranger).statusCode()).isEqualTo(401);
    }

    /** As an application does that reads the challenge of RFC 9470 and knows nothing else of either side. */
    @Test
    void whatDemandsAStrongLoginIsDoneAfterTheStepUpThatItsChallengeNames() throws Exception {
        Person officer = new Person(system, "privacy-officer-1");
        JsonNode duty = system.read(afterStepUp(officer, token -> access("POST", "/v1/duties", token, FORGET)));
        String approval = "/v1/duties/" + duty.path("id").asText() + "/approval";
        Person approver = new Person(system, "erasure-approver-1");
        HttpResponse<String> approved = afterStepUp(approver, token -> access("POST", approval, token, ""));
        assertThat(approved.statusCode()).as(approved.body()).isIn(200, 202);
    }

    /** Something that is asked for with a token. */
    private interface Wish {
        HttpResponse<String> with(String token) throws Exception;
    }

    private static HttpResponse<String> afterStepUp(Person person, Wish wish) throws Exception {
        String weak = person.token();
        assertThat(system.claims(weak).path("acr").asText()).isEqualTo("password");
        HttpResponse<String> refused = wish.with(weak);
        assertThat(refused.statusCode()).isEqualTo(401);
        String challenge = refused.headers().firstValue("WWW-Authenticate").orElseThrow();
        assertThat(challenge).startsWith("Bearer error=\"insufficient_user_authentication\"");
        Thread.sleep(Duration.ofSeconds(1));
        String strong = person.token(wanted(challenge));
        JsonNode claims = system.claims(strong);
        assertThat(claims.path("acr").asText()).isEqualTo("mfa");
        assertThat(claims.path("auth_time").asLong())
                .as("the step-up counts as a login of its own")
                .isGreaterThan(system.claims(weak).path("auth_time").asLong(Long.MAX_VALUE));
        assertThat(person.codesAskedFor()).isOne();
        return wish.with(strong);
    }

    private static Map<String, String> wanted(String challenge) {
        Map<String, String> wanted = new HashMap<>();
        for (Matcher found = WANTED.matcher(challenge); found.find(); ) {
            wanted.put(found.group(1), found.group(2));
        }
        assertThat(wanted).containsOnlyKeys("acr_values", "max_age");
        return wanted;
    }

    /** Whoever has no more than the password is asked for a code, and is offered no phone of their own. */
    @Test
    void theStrongLevelAsksForACodeOfThePhoneThatWasEnrolled() throws Exception {
        Browser.Page asked = enrolled.atAnotherBrowser().withPasswordAlone();
        assertThat(asked.asks("otp")).isTrue();
        assertThat(asked.asks("totpSecret")).isFalse();
        Person again = enrolled.atAnotherBrowser();
        assertThat(system.claims(again.token(Map.of("acr_values", "mfa")))
                        .path("acr")
                        .asText())
                .isEqualTo("mfa");
        assertThat(again.codesAskedFor()).isOne();
        String weak = enrolled.atAnotherBrowser().token();
        assertThat(system.claims(weak).path("acr").asText()).isEqualTo("password");
    }
}
