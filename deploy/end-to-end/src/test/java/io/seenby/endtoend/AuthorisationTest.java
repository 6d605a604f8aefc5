package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.endtoend.Doorsteps.Reply;
import io.seenby.endtoend.Guarded.Naming;
import io.seenby.endtoend.Guarded.Others;
import io.seenby.local.ProjectRoot;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who is let in where: every endpoint of both services as they are packaged, by every role, for the tenant of the token,
 * for another's things and without a tenant, and with every kind of token that is none.
 */
class AuthorisationTest {

    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final int LEAST_CELLS = 450;

    private static final RunningSystem SYSTEM = RunningSystem.shared();
    private static final List<Guarded> TABLE = AuthorisationTable.read();
    private static Doorsteps doors;

    /** Everything that is not as the table says, so that one run shows it all. */
    private final List<String> wrong = new ArrayList<>();

    private int cells;

    @BeforeAll
    static void everybodyIsThere() throws Exception {
        doors = new Doorsteps(SYSTEM);
    }

    @Test
    void everyOperationOfBothDocumentsStandsInTheTableAndNoOther() throws Exception {
        Set<String> documented = new TreeSet<>(operations("access", SYSTEM.access.url()));
        documented.addAll(operations("audit", SYSTEM.audit.url()));
        List<Guarded> listed =
                TABLE.stream().filter(endpoint -> !endpoint.isOperations()).toList();
        assertThat(listed).extracting(Guarded::name).doesNotHaveDuplicates();
        Set<String> operations = listed.stream().map(Guarded::operation).collect(Collectors.toSet());
        assertThat(operations).containsExactlyInAnyOrderElementsOf(documented);
    }

    private static Set<String> operations(String service, String url) throws Exception {
        String text = SYSTEM.get(url + "/q/openapi?format=json");
        Set<String> operations = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : SYSTEM.tree(text).path("paths").properties()) {
            path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> Optional.of(method)
                            .filter(METHODS::contains)
                            .ifPresent(known -> operations.add(
                                    service + " " + known.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        return operations;
    }

    @Test
    void everyRoleIsLetInWhereTheTableSaysAndNowhereElse() throws Exception {
        for (Guarded endpoint : TABLE) {
            for (String role : AuthorisationTable.ROLES) {
                ofItsOwnTenant(endpoint, role);
                withoutTenant(endpoint, role);
                ofAnotherTenant(endpoint, role);
            }
            withATokenThatIsNone(endpoint);
        }
        System.out.println("authorisation: " + cells + " cells, " + wrong.size() + " wrong");
        assertThat(wrong).isEmpty();
        assertThat(cells).isGreaterThanOrEqualTo(LEAST_CELLS);
    }

    private void ofItsOwnTenant(Guarded endpoint, String role) throws Exception {
        Reply reply = doors.put(endpoint, Optional.of(doors.token(role, Optional.of(Doorsteps.OURS))));
        boolean letIn = endpoint.letsIn(role);
        boolean seesIt = reply.status() / 100 == 2 || endpoint.others() == Others.NOT_NAMED;
        check(endpoint, role, letIn ? reply.letIn() && seesIt : reply.status() == 403, reply);
    }

    private void withoutTenant(Guarded endpoint, String role) throws Exception {
        Reply reply = doors.put(endpoint, Optional.of(doors.token(role, Optional.empty())));
        boolean letIn = endpoint.letsIn(role) && endpoint.tenant() != Naming.TOKEN;
        check(endpoint, role + " without a tenant", letIn ? reply.letIn() : reply.status() == 403, reply);
    }

    private void ofAnotherTenant(Guarded endpoint, String role) throws Exception {
        if (endpoint.others() == Others.NOT_NAMED) {
            return;
        }
        Reply reply = doors.put(endpoint, Optional.of(doors.token(role, Optional.of(Doorsteps.THEIRS))));
        boolean right = endpoint.letsIn(role) ? isNothing(endpoint, reply) : reply.status() == 403;
        check(endpoint, role + " of another tenant", right, reply);
    }

    private static boolean isNothing(Guarded endpoint, Reply reply) {
        return switch (endpoint.others()) {
            case NOT_NAMED -> throw new IllegalStateException(endpoint.name() + " names nothing");
            case NOT_THERE -> reply.status() == 404;
            case EMPTY ->
                reply.status() == 200
                        && reply.body().contains("[]")
                        && !reply.body().contains(doors.thing("client"));
        };
    }

    private void withATokenThatIsNone(Guarded endpoint) throws Exception {
        String role = endpoint.letIn().stream().sorted().findFirst().orElse("auditor");
        String good = doors.token(role, Optional.of(Doorsteps.OURS));
        var forged = new ForgedTokens(SYSTEM.stack
                .settings()
                .state()
                .resolve("data")
                .resolve("identity")
                .resolve("signing-key.json"));
        Reply again = doors.put(endpoint, Optional.of(forged.again(good)));
        check(endpoint, "good token, signed again", again.letIn(), again);
        for (Map.Entry<String, Optional<String>> token : forged.from(good).entrySet()) {
            Reply reply = doors.put(endpoint, token.getValue());
            check(endpoint, token.getKey(), endpoint.isPublic() ? reply.letIn() : reply.status() == 401, reply);
        }
    }

    private void check(Guarded endpoint, String who, boolean right, Reply reply) {
        cells++;
        if (!right) {
            wrong.add("%s, %s: %d %s".formatted(endpoint.name(), who, reply.status(), reply.body()));
        }
    }

    @Test
    void anAdministratorOfATenantOpensNoOther() throws Exception {
        Guarded opening = TABLE.stream()
                .filter(endpoint -> endpoint.path().equals("/v1/tenants"))
                .findFirst()
                .orElseThrow();
        Reply reply = doors.put(opening, Optional.of(doors.token("administrator", Optional.of(Doorsteps.THEIRS))));
        assertThat(reply.status()).as(reply.body()).isEqualTo(403);
    }

    @Test
    void theDocumentSaysWhatTheTableSays() throws Exception {
        var page = ProjectRoot.find().folder().resolve("docs").resolve("roles.md");
        String table = AuthorisationTable.markdown(TABLE);
        assertThat(Files.readString(page))
                .as("the table in docs/roles.md should be:\n%s", table)
                .contains("\n\n" + table);
    }
}
